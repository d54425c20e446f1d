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
        var entry = new Repricing(
                "time-entry:e-1",
                "contract:K-1",
                "legal-entity:GMBH",
                WORK_DAY,
                wire("150"),
                "EUR",
                3_600,
                new RateFound(row, RateLevel.PROJECT_ROLE),
                List.of(part).subList(0, parts));

        assertThat(entry.isDue()).isEqualTo(due);
    }
}
