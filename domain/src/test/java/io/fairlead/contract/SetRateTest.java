package io.fairlead.contract;

import static io.fairlead.contract.ContractExamples.SIGNED;
import static io.fairlead.contract.ContractExamples.rateSet;
import static io.fairlead.testing.Cast.CARD;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetRateTest {

    private final FixtureConfiguration<RateCard> card = ContractExamples.cards();

    @ParameterizedTest
    @ValueSource(strings = {"0", "150", "133.3333"})
    void a_row_is_added_and_zero_is_a_rate(String rate) {
        card.givenNoPriorActivity()
                .when(set("legal-entity:GMBH", null, rate))
                .expectEvents(rateSet("legal-entity:GMBH", rate));
    }

    @Test
    void the_same_row_again_changes_nothing() {
        card.given(rateSet("legal-entity:GMBH", "150"))
                .when(set("legal-entity:GMBH", null, "150.00"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_rate_in_the_same_row_is_refused() {
        card.given(rateSet("legal-entity:GMBH", "150"))
                .when(set("legal-entity:GMBH", null, "165"))
                .expectException(refusal("R-03"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(strings = {"person:ana", "GMBH", ":GMBH"})
    void only_companies_customers_projects_and_contracts_own_cards(String owner) {
        card.givenNoPriorActivity()
                .when(set(owner, null, "150"))
                .expectException(refusal("R-01"))
                .expectNoEvents();
    }

    @Test
    void only_a_contracts_card_has_lines() {
        card.givenNoPriorActivity()
                .when(set("customer:ACME", 1, "150"))
                .expectException(refusal("R-01"))
                .expectNoEvents();
    }

    @Test
    void a_card_has_one_owner() {
        card.given(rateSet("legal-entity:GMBH", "150"))
                .when(set("customer:ACME", null, "150"))
                .expectException(refusal("R-02"))
                .expectNoEvents();
    }

    @Test
    void a_rate_is_not_below_zero() {
        assertRefused("G-02", "rate", () -> set("customer:ACME", null, "-0.01"));
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true"})
    void a_rate_ends_after_its_first_day(int days, boolean taken) {
        var to = SIGNED.plusDays(days);
        if (taken) {
            assertThat(ending(to).to()).isEqualTo(to);
        } else {
            assertRefused("G-02", "to", () -> ending(to));
        }
    }

    private static SetRate ending(LocalDate to) {
        var rate = new BigDecimal("150");
        return new SetRate(
                CARD, "r1", GMBH.value(), null, null, null, null, rate, "EUR", "HOUR", SIGNED, to, "list price");
    }

    private static SetRate set(String owner, @Nullable Integer lineNo, String rate) {
        return new SetRate(
                CARD,
                "r1",
                owner,
                lineNo,
                null,
                null,
                null,
                new BigDecimal(rate),
                "EUR",
                "HOUR",
                SIGNED,
                null,
                "list price");
    }
}
