package io.fairlead.exception;

import static io.fairlead.exception.ExceptionExamples.cleared;
import static io.fairlead.exception.ExceptionExamples.raised;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionRestated;
import io.fairlead.log.MetadataKeys;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RaiseExceptionTest {

    private static final RaiseException RAISE = RaiseException.about(
            "RATE_MISSING",
            "time-entry:e-1",
            "set a rate",
            OwnerRole.FINANCE_OPERATIONS,
            new Stake(new BigDecimal("1200"), "EUR"),
            "legal-entity:GMBH",
            NOON);

    private final FixtureConfiguration<WorkItem> item = ExceptionExamples.items();

    @Test
    void a_work_item_is_due_in_two_days() {
        item.givenNoPriorActivity().when(RAISE).expectEvents(raised(1));
    }

    @Test
    void it_is_filed_under_its_company() {
        item.givenNoPriorActivity().when(RAISE).expectSuccessfulHandlerExecution();

        assertThat(filed()).containsEntry(MetadataKeys.LEGAL_ENTITY, "legal-entity:GMBH");
    }

    @Test
    void what_concerns_no_single_company_is_filed_under_none() {
        var raise = RaiseException.about(
                "RATE_MISSING",
                "time-entry:e-1",
                "set a rate",
                OwnerRole.FINANCE_OPERATIONS,
                new Stake(new BigDecimal("1200"), "EUR"),
                null,
                NOON);
        var raised =
                ExceptionRaised.newBuilder(raised(1)).setLegalEntityId(null).build();

        item.givenNoPriorActivity().when(raise).expectEvents(raised);

        assertThat(filed()).doesNotContainKey(MetadataKeys.LEGAL_ENTITY);
    }

    private MetaData filed() {
        return item.getEventStore()
                .readEvents(ExceptionExamples.ID.value())
                .next()
                .getMetaData();
    }

    @Test
    void raising_an_open_item_changes_nothing() {
        item.given(raised(1)).when(RAISE).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void later_words_replace_those_of_an_open_item() {
        item.given(raised(1)).when(later("set two rates", EVENING, "1300")).expectEvents(restated());
        item.given(raised(1), restated(), cleared(1))
                .when(later("set a rate", NOON, "1200"))
                .expectEvents(raised(2));
    }

    @Test
    void words_that_do_not_follow_from_an_event_alone_replace_none() {
        item.given(raised(1))
                .when(RaiseException.about(
                        "RATE_MISSING",
                        "time-entry:e-1",
                        "set two rates",
                        OwnerRole.FINANCE_OPERATIONS,
                        null,
                        null,
                        EVENING))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_is_told_again_or_out_of_turn_changes_nothing() {
        for (var again : List.of(
                later("set a rate", EVENING, "1200"),
                later("set two rates", NOON, "1300"),
                later("set it", NOON, "1"))) {
            item.given(raised(1)).when(again).expectSuccessfulHandlerExecution().expectNoEvents();
        }
        item.given(raised(1), restated())
                .when(later("set two rates", EVENING, "1300"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static RaiseException later(String sentence, Instant at, String amount) {
        return RaiseException.restating(
                "RATE_MISSING",
                "time-entry:e-1",
                sentence,
                OwnerRole.FINANCE_OPERATIONS,
                new Stake(new BigDecimal(amount), "EUR"),
                "legal-entity:GMBH",
                at);
    }

    private static ExceptionRestated restated() {
        return ExceptionRestated.newBuilder()
                .setExceptionId(ExceptionExamples.ID.value())
                .setOccurrence(1)
                .setSentence("set two rates")
                .setAmount(wire("1300"))
                .setCurrency("EUR")
                .setRestatedAt(EVENING)
                .build();
    }

    @Test
    void a_cleared_item_is_raised_a_second_time() {
        item.given(raised(1), cleared(1)).when(RAISE).expectEvents(raised(2));
    }

    @Test
    void one_code_and_subject_is_one_item() {
        assertThat(RaiseException.idOf("A", "x:1")).isEqualTo(RaiseException.idOf("A", "x:1"));
        assertThat(RaiseException.idOf("A", "x:1")).isNotEqualTo(RaiseException.idOf("B", "x:1"));
        assertThat(RaiseException.idOf("A", "x:1")).isNotEqualTo(RaiseException.idOf("A", "x:2"));
    }

    @Test
    void a_stake_is_not_below_zero() {
        assertRefused("G-02", "amount", () -> new Stake(new BigDecimal("-1"), "EUR"));
    }

    @Test
    void a_stake_is_written_with_its_currency() {
        assertThat(new Stake(new BigDecimal("751.1700"), "USD").written()).isEqualTo("751.17 USD");
        assertThat(Stake.written(new BigDecimal("-0.0500"), "EUR")).isEqualTo("-0.05 EUR");
    }
}
