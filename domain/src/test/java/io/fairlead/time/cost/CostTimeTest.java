package io.fairlead.time.cost;

import static io.fairlead.testing.Cast.ANA;
import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.TimeExamples.TARGET;

import io.fairlead.shared.AccountingCalendar;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.OpenDays;
import io.fairlead.shared.Rate;
import io.fairlead.time.event.TimeCosted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class CostTimeTest {

    private static final LocalDate APRIL_1 = LocalDate.of(2026, 4, 1);

    private final FixtureConfiguration<LabourCost> cost = new AggregateTestFixture<>(LabourCost.class);

    @ParameterizedTest
    @CsvSource({"28800, 60, 480.00", "1200, 50.01, 16.67", "1, 18, 0.01", "86400, 0, 0.00"})
    void time_costs_its_seconds_at_the_rate_of_the_day(int seconds, String rate, String amount) {
        cost.givenNoPriorActivity().when(cost(seconds, rate)).expectEvents(costed(seconds, rate, amount));
    }

    /** Case 16: March is closed. */
    @Test
    void time_of_a_closed_month_costs_on_the_first_open_day() {
        AccountingCalendar marchClosed = _ -> day -> Optional.of(day.isBefore(APRIL_1) ? APRIL_1 : day);
        var recorded =
                OpenDays.during(marchClosed, () -> cost.givenNoPriorActivity().when(cost(28_800, "60")));

        recorded.expectEvents(TimeCosted.newBuilder(costed(28_800, "60", "480.00"))
                .setAccountingDate(APRIL_1)
                .build());
    }

    @Test
    void the_same_cost_again_changes_nothing() {
        cost.given(costed(28_800, "60", "480.00"))
                .when(cost(28_800, "60"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_the_same_time_would_cost_by_rates_that_moved_since_changes_nothing() {
        cost.given(costed(28_800, "60", "480.00"))
                .when(cost(28_800, "65"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_exchange_rate_that_moved_since_changes_nothing_either() {
        var before = TimeCosted.newBuilder(costed(36_000, "60", "648.00"))
                .setCurrency("USD")
                .setOwnAmount(wire("600"))
                .setOwnCurrency("EUR")
                .setFx(new ExchangeRate("EUR", "USD", new BigDecimal("1.08"), WORK_DAY, "ECB").asEvent())
                .setEntityAmount(wire("600"))
                .setEntityCurrency("EUR")
                .build();
        cost.given(before)
                .when(abroad(new BookCurrency("EUR", null)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void other_time_of_the_same_version_is_refused() {
        cost.given(costed(28_800, "60", "480.00"))
                .when(cost(28_801, "60"))
                .expectException(refusal("T-09"))
                .expectNoEvents();
    }

    @Test
    void case_13_a_cost_in_the_books_currency_is_told_in_the_contracts_too() {
        cost.givenNoPriorActivity()
                .when(abroad(new BookCurrency("EUR", null)))
                .expectEvents(TimeCosted.newBuilder(costed(36_000, "60", "660.00"))
                        .setCurrency("USD")
                        .setOwnAmount(wire("600"))
                        .setOwnCurrency("EUR")
                        .setFx(DOLLARS.asEvent())
                        .setEntityAmount(wire("600"))
                        .setEntityCurrency("EUR")
                        .build());
    }

    @Test
    void books_in_a_third_currency_have_a_rate_of_their_own() {
        var pounds = new ExchangeRate("GBP", "EUR", new BigDecimal("1.2"), WORK_DAY, "ECB");
        cost.givenNoPriorActivity()
                .when(abroad(new BookCurrency("GBP", pounds)))
                .expectEvents(TimeCosted.newBuilder(costed(36_000, "60", "660.00"))
                        .setCurrency("USD")
                        .setOwnAmount(wire("600"))
                        .setOwnCurrency("EUR")
                        .setFx(DOLLARS.asEvent())
                        .setEntityAmount(wire("500"))
                        .setEntityCurrency("GBP")
                        .build());
    }

    private static final ExchangeRate DOLLARS = new ExchangeRate("EUR", "USD", new BigDecimal("1.10"), WORK_DAY, "ECB");

    private static CostTime abroad(BookCurrency books) {
        return new CostTime(
                LabourCostId.of("e-1"),
                ENTRY,
                1,
                ANA,
                TARGET,
                GMBH,
                "EMPLOYEE",
                "c1",
                Rate.hourly(wire("60"), "EUR").with(DOLLARS),
                36_000,
                WORK_DAY,
                books,
                null);
    }

    private static CostTime cost(int seconds, String rate) {
        return new CostTime(
                LabourCostId.of("e-1"),
                ENTRY,
                1,
                ANA,
                TARGET,
                GMBH,
                "EMPLOYEE",
                "c1",
                Rate.hourly(wire(rate), "EUR"),
                seconds,
                WORK_DAY,
                null,
                null);
    }

    public static TimeCosted costed(int seconds, String rate, String amount) {
        return TimeCosted.newBuilder()
                .setLabourCostId("labour-cost:e-1")
                .setTimeEntryId("time-entry:e-1")
                .setVersion(1)
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setResourceEntityId("legal-entity:GMBH")
                .setCostRateId("c1")
                .setRate(wire(rate))
                .setSeconds(seconds)
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(WORK_DAY)
                .setRuleVersion(1)
                .build();
    }
}
