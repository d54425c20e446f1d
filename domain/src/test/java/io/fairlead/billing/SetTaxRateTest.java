package io.fairlead.billing;

import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.event.TaxRateSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class SetTaxRateTest {

    private final FixtureConfiguration<TaxRates> rates = new AggregateTestFixture<>(TaxRates.class);

    @Test
    void a_rate_holds_from_its_day() {
        rates.givenNoPriorActivity().when(set("0.19", WORK_DAY)).expectEvents(rateSet("0.19", WORK_DAY));
    }

    @Test
    void a_later_rate_stands_beside_it() {
        rates.given(rateSet("0.19", WORK_DAY)).when(set("0.21", MONTH_END)).expectEvents(rateSet("0.21", MONTH_END));
    }

    @Test
    void the_same_rate_again_changes_nothing() {
        rates.given(rateSet("0.19", WORK_DAY))
                .when(set("0.190", WORK_DAY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_rate_of_the_same_category_and_day_is_refused() {
        rates.given(rateSet("0.19", WORK_DAY))
                .when(set("0.20", WORK_DAY))
                .expectException(refusal("X-01"))
                .expectNoEvents();
    }

    private static SetTaxRate set(String rate, LocalDate from) {
        return new SetTaxRate(TaxRatesId.of("GMBH"), GMBH, "S", new BigDecimal(rate), from, null, "UStG");
    }

    private static TaxRateSet rateSet(String rate, LocalDate from) {
        return TaxRateSet.newBuilder()
                .setTaxRatesId("tax-rates:GMBH")
                .setLegalEntityId("legal-entity:GMBH")
                .setCategory("S")
                .setRate(new BigDecimal(rate).setScale(6))
                .setFrom(from)
                .setSource("UStG")
                .build();
    }
}
