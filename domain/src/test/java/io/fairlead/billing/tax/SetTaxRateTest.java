package io.fairlead.billing.tax;

import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.TaxRateSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void a_tax_of_its_own_name_and_region_stands_beside_the_category() {
        rates.given(rateSet("0.19", WORK_DAY))
                .when(named("S", "0.07", "PST", "CA-BC"))
                .expectEvents(TaxRateSet.newBuilder(rateSet("0.07", WORK_DAY))
                        .setCode("PST@CA-BC")
                        .setRegion("CA-BC")
                        .build());
    }

    @Test
    void a_rate_of_another_region_is_another_rate() {
        rates.given(TaxRateSet.newBuilder(rateSet("0.07", WORK_DAY))
                        .setCode("PST@CA-BC")
                        .setRegion("CA-BC")
                        .build())
                .when(named("S", "0.06", "PST", "CA-SK"))
                .expectSuccessfulHandlerExecution();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {"S, gst, null", "S, THIRTEENCHARS, null", "S, AE, null", "S, GST, Canada", "S, null, CA"})
    void a_name_or_region_that_none_can_be_is_refused(String category, @Nullable String code, @Nullable String region) {
        assertRefused("G-02", region == null ? "code" : "region", () -> named(category, "0.05", code, region));
    }

    @ParameterizedTest
    @CsvSource({"Z", "E", "AE", "G", "O"})
    void only_the_standard_category_has_a_rate_above_zero(String category) {
        assertRefused("G-02", "rate", () -> named(category, "0.05", null, null));
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true"})
    void a_rate_ends_after_its_first_day(int days, boolean taken) {
        var to = WORK_DAY.plusDays(days);
        if (taken) {
            assertThat(ending(to).to()).isEqualTo(to);
        } else {
            assertRefused("G-02", "to", () -> ending(to));
        }
    }

    private static SetTaxRate ending(LocalDate to) {
        return new SetTaxRate(
                TaxRatesId.of("GMBH"), GMBH, "S", new BigDecimal("0.19"), WORK_DAY, to, "UStG", null, null);
    }

    private static SetTaxRate named(String category, String rate, @Nullable String code, @Nullable String region) {
        return new SetTaxRate(
                TaxRatesId.of("GMBH"), GMBH, category, new BigDecimal(rate), WORK_DAY, null, "UStG", code, region);
    }

    private static SetTaxRate set(String rate, LocalDate from) {
        return new SetTaxRate(TaxRatesId.of("GMBH"), GMBH, "S", new BigDecimal(rate), from, null, "UStG", null, null);
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
