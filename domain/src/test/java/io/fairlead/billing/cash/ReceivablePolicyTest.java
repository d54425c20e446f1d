package io.fairlead.billing.cash;

import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.ReceivablePolicySet;
import io.fairlead.testing.KnownHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a company treats money that comes in, from which day on. */
class ReceivablePolicyTest {

    private final FixtureConfiguration<ReceivablePolicy> policy = new AggregateTestFixture<>(ReceivablePolicy.class);

    @Test
    void it_is_set_and_the_same_again_changes_nothing() {
        policy.givenNoPriorActivity()
                .when(set("2026-01-01", "NONE", "0.05", "0.02", 10))
                .expectEvents(event("2026-01-01", "NONE"));
        policy.given(event("2026-01-01", "NONE"))
                .when(set("2026-01-01", "NONE", "0.05", "0.02", 10))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        policy.given(event("2026-01-01", "NONE"))
                .when(set("2026-01-01", "OLDEST_FIRST", "0.05", "0.02", 10))
                .expectEvents(event("2026-01-01", "OLDEST_FIRST"));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31,",
        "2026-01-01,NONE",
        "2026-03-31,NONE",
        "2026-04-01,OLDEST_FIRST",
        "2027-01-01,OLDEST_FIRST"
    })
    void the_last_one_holds_from_its_day_on(String day, @Nullable String holds) {
        var history = new KnownHistory()
                .with(
                        "receivable-policy:GMBH",
                        event("2026-04-01", "NONE"),
                        event("2026-01-01", "NONE"),
                        event("2026-04-01", "OLDEST_FIRST"));
        assertThat(ReceivablePolicy.on(history, GMBH.value(), LocalDate.parse(day))
                        .map(ReceivablePolicySet::getApplication)
                        .orElse(null))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "0.0000001", "-0.02"})
    void a_discount_is_a_part_of_the_invoice(String rate) {
        assertRefused("G-02", "discountRate", () -> set("2026-01-01", "NONE", "0.05", rate, 10));
    }

    @Test
    void a_discount_has_its_days_and_a_rest_fits_its_currency() {
        assertRefused("G-02", "discountDays", () -> set("2026-01-01", "NONE", "0.05", "0.02", null));
        assertRefused("G-02", "discountDays", () -> set("2026-01-01", "NONE", "0.05", "0.02", 367));
        assertRefused("G-02", "smallRest", () -> set("2026-01-01", "NONE", "0.005", "0.02", 10));
        assertRefused("G-02", "application", () -> set("2026-01-01", "NEWEST", "0.05", "0.02", 10));
    }

    private static SetReceivablePolicy set(
            String from, String application, String rest, String rate, @Nullable Integer days) {
        return new SetReceivablePolicy(
                ReceivablePolicyId.of(GMBH),
                GMBH,
                LocalDate.parse(from),
                application,
                new BigDecimal(rest),
                "EUR",
                new BigDecimal(rate),
                days,
                "LOWERED",
                "idp|cfo");
    }

    private static ReceivablePolicySet event(String from, String application) {
        return ReceivablePolicySet.newBuilder()
                .setReceivablePolicyId("receivable-policy:GMBH")
                .setLegalEntityId(GMBH.value())
                .setFrom(LocalDate.parse(from))
                .setApplication(application)
                .setSmallRest(new BigDecimal("0.0500"))
                .setCurrency("EUR")
                .setDiscountRate(new BigDecimal("0.020000"))
                .setDiscountDays(10)
                .setBadDebtTax("LOWERED")
                .setSetBy("idp|cfo")
                .build();
    }
}
