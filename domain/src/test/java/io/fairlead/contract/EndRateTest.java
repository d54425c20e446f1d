package io.fairlead.contract;

import static io.fairlead.contract.ContractExamples.rateSet;
import static io.fairlead.testing.Cast.CARD;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.contract.event.RateEnded;
import java.time.LocalDate;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndRateTest {

    private final FixtureConfiguration<RateCard> card = ContractExamples.cards();

    @Test
    void a_row_ends_before_a_day() {
        card.given(rateSet("customer:ACME", "150")).when(end("r1", MONTH_END)).expectEvents(ended(MONTH_END));
    }

    @Test
    void the_same_end_again_changes_nothing() {
        card.given(rateSet("customer:ACME", "150"), ended(MONTH_END))
                .when(end("r1", MONTH_END))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_end_may_move() {
        card.given(rateSet("customer:ACME", "150"), ended(MONTH_END))
                .when(end("r1", WORK_DAY))
                .expectEvents(ended(WORK_DAY));
    }

    @Test
    void a_row_the_card_does_not_have_is_not_ended() {
        card.given(rateSet("customer:ACME", "150"))
                .when(end("r2", MONTH_END))
                .expectException(refusal("R-04"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"2026-01-14, false", "2026-01-15, false", "2026-01-16, true"})
    void a_row_holds_for_one_day_at_least(LocalDate to, boolean taken) {
        var result = card.given(rateSet("customer:ACME", "150")).when(end("r1", to));
        if (taken) {
            result.expectEvents(ended(to));
        } else {
            result.expectException(refusal("R-04")).expectNoEvents();
        }
    }

    private static EndRate end(String row, LocalDate to) {
        return new EndRate(CARD, row, to, "new list");
    }

    private static RateEnded ended(LocalDate to) {
        return RateEnded.newBuilder()
                .setRateCardId("rate-card:standard")
                .setRateId("r1")
                .setTo(to)
                .setReason("new list")
                .build();
    }
}
