package io.fairlead.billing.pricing;

import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.pricing.Repricing.Part;
import io.fairlead.billing.pricing.Repricing.Standing;
import io.fairlead.contract.RateAnswer.RateFound;
import io.fairlead.contract.RateLevel;
import io.fairlead.contract.RateRow;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.Rate;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether another price concerns an hour that costs 150.00. */
class RepricingTest {

    private static final ExchangeRate PARITY = new ExchangeRate("EUR", "USD", BigDecimal.ONE, WORK_DAY, "central bank");

    @ParameterizedTest
    @CsvSource({
        "150, EUR, 1, false", // The same price,
        "160, EUR, 1, true", // another one,
        "160, EUR, 0, false", // another one of which nothing stands anywhere,
        "150, USD, 1, true", // and the same number in another currency, though it comes to the same today.
    })
    void an_entry_is_due_when_a_part_of_it_is_priced_otherwise(String rate, String currency, int parts, boolean due) {
        var part = new Part(Standing.UNBILLED, null, 0, 3_600, Money.parse("EUR 150.00"));
        var perHour = Rate.hourly(wire(rate), currency);
        var row = new RateRow(
                "rate-card:standard",
                "r1",
                "project:P-1",
                null,
                null,
                null,
                null,
                currency.equals("EUR") ? perHour : perHour.with(PARITY),
                "HOUR",
                WORK_DAY,
                null,
                1);
        var entry = of(
                new RateFound(row, RateLevel.PROJECT_ROLE),
                List.of(part).subList(0, parts).toArray(Part[]::new));

        assertThat(entry.isDue()).isEqualTo(due);
    }

    /** Of an hour at 150.00 a limit took 2,399 seconds for 100.00; by the rate alone they come to 99.96. */
    @ParameterizedTest
    @CsvSource({
        "150, 100.00, 0.00", // The same price: the part keeps what the limit left of it,
        "150, 90.00, 9.96", // unless it has another amount than any part of that price has,
        "300, 100.00, 99.92", // and another price counts by the second.
    })
    void a_part_that_a_limit_cut_off_is_worth_more_by_another_price_only(String rate, String has, String more) {
        var part = new Part(Standing.INVOICED, "invoice:1", 1, 2_399, Money.parse("EUR " + has));
        var answer = WhenRateChangedThenRepriceTest.found(Rate.hourly(wire(rate), "EUR"), "HOUR");

        assertThat(of(answer, part).delta(Standing.INVOICED)).contains(Money.parse("EUR " + more));
    }

    @Test
    void what_stands_on_invoices_is_told_apart_from_what_is_unbilled() {
        var unbilled = new Part(Standing.UNBILLED, null, 0, 3_600, Money.parse("EUR 150.00"));
        var once = new Part(Standing.INVOICED, "invoice:1", 1, 7_200, Money.parse("EUR 300.00"));
        var twice = new Part(Standing.INVOICED, "invoice:2", 2, 3_600, Money.parse("EUR 150.00"));
        var entry = of(WhenRateChangedThenRepriceTest.FOUND, unbilled, once, twice);

        assertThat(entry.amount(Standing.INVOICED)).isEqualTo(Money.parse("EUR 450.00"));
        assertThat(entry.delta(Standing.INVOICED)).contains(Money.parse("EUR 45.00"));
        assertThat(entry.delta(Standing.UNBILLED)).contains(Money.parse("EUR 15.00"));
        assertThat(entry.delta(Standing.DRAFTED)).isEmpty();
    }

    private static Repricing of(RateFound answer, Part... parts) {
        return new Repricing(
                "time-entry:e-1",
                "contract:K-1",
                "legal-entity:GMBH",
                WORK_DAY,
                wire("150"),
                "EUR",
                3_600,
                answer,
                List.of(parts));
    }
}
