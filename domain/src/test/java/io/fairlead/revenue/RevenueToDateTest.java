package io.fairlead.revenue;

import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.revenue.RevenueToDate.Earned;
import io.fairlead.revenue.RevenueToDate.Unknown;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevenueToDateTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate AFTER = LocalDate.of(2027, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "420000, 700000, 1000000, 600000.00, 0",
        "420000, 820000, 1350000, 691463.41, 0", // case 11: not 691,200, which rounds 51.2 %
        "700000, 700000, 1000000, 1000000.00, 0",
        "710000, 700000, 1000000, 1000000.00, 0", // never above the price
        "0, 700000, 1000000, 0.00, 0",
        "500000, 1200000, 1000000, 416666.67, 200000", // LOSS_EXPECTED
        "1, 3, 100, 33.33, 0"
    })
    void percent_complete_is_cost_over_estimate_of_the_price_and_never_rounds_the_percentage(
            String cost, String estimate, String price, String toDate, String loss) {
        assertThat(RevenueToDate.of(terms(RevenueMethod.PERCENT_COMPLETE, price), byCost(cost, estimate)))
                .isEqualTo(new Earned(wire(toDate), wire(loss)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 0.00",
        "2026-02-01, 1019.18", // 31 of 365 days of 12,000
        "2026-07-01, 5950.68",
        "2027-01-01, 12000.00",
        "2027-06-01, 12000.00",
        "2025-06-01, 0.00"
    })
    void straight_line_is_the_price_by_days_of_the_term(LocalDate until, String toDate) {
        assertThat(RevenueToDate.of(
                        terms(RevenueMethod.STRAIGHT_LINE, "12000"), new RevenueInputs(null, null, null, null, until)))
                .isEqualTo(new Earned(wire(toDate), wire("0")));
    }

    @ParameterizedTest
    @CsvSource({
        "AS_INCURRED, 45000, 50000, 45000.00",
        "AS_INCURRED, 45000, 40000, 40000.00", // case 7: the limit was lowered
        "AS_INCURRED, 45000, , 45000.00",
        "AS_BILLED, 45000, 40000, 45000.00",
        "ON_MILESTONE, 45000, 40000, 45000.00"
    })
    void value_that_is_counted_is_revenue_and_as_incurred_stops_at_the_limit(
            RevenueMethod method, String value, @Nullable String limit, String toDate) {
        var inputs = new RevenueInputs(null, null, limit == null ? null : wire(limit), wire(value), AFTER);

        assertThat(RevenueToDate.of(terms(method, null), inputs)).isEqualTo(new Earned(wire(toDate), wire("0")));
    }

    @Test
    void as_incurred_goes_beyond_the_limit_where_that_is_the_policy() {
        var terms = new RevenueTerms(
                RevenueMethod.AS_INCURRED,
                false,
                false,
                null,
                FIRST,
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                CurrencyUnit.EUR);

        assertThat(RevenueToDate.of(terms, new RevenueInputs(null, null, wire("40000"), wire("45000"), AFTER)))
                .isEqualTo(new Earned(wire("45000"), wire("0")));
    }

    @ParameterizedTest
    @CsvSource({"999.99, 1000, 999.99", "1000, 1000, 1000.00", "1000.01, 1000, 1000.00", "1000.01, , 1000.01"})
    void reported_progress_counts_up_to_the_price(String value, @Nullable String price, String toDate) {
        var inputs = new RevenueInputs(wire("10"), null, null, wire(value), AFTER);

        assertThat(RevenueToDate.of(byReport(price), inputs)).isEqualTo(new Earned(wire(toDate), wire("0")));
    }

    @Test
    void an_estimate_takes_the_place_of_what_is_reported() {
        var inputs = new RevenueInputs(wire("10"), wire("20"), null, wire("900"), AFTER);

        assertThat(RevenueToDate.of(byReport("1000"), inputs)).isEqualTo(new Earned(wire("500"), wire("0")));
    }

    private static RevenueTerms byReport(@Nullable String price) {
        return new RevenueTerms(
                RevenueMethod.PERCENT_COMPLETE,
                true,
                true,
                price == null ? null : wire(price),
                FIRST,
                AFTER,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                CurrencyUnit.EUR);
    }

    @Test
    void a_prospective_change_keeps_what_was_earned_and_spreads_the_rest() {
        // 6,000 of 12,000 earned by 07-01; the price becomes 18,000: 12,000 are left for 184 days.
        var terms = new RevenueTerms(
                RevenueMethod.STRAIGHT_LINE,
                false,
                true,
                wire("18000"),
                LocalDate.of(2026, 7, 1),
                AFTER,
                wire("6000"),
                BigDecimal.ZERO,
                CurrencyUnit.EUR);

        assertThat(RevenueToDate.of(terms, new RevenueInputs(null, null, null, null, LocalDate.of(2026, 8, 1))))
                .isEqualTo(new Earned(wire("8021.74"), wire("0")));
    }

    @ParameterizedTest
    @CsvSource({
        "PERCENT_COMPLETE, 1000, , ESTIMATE_MISSING",
        "PERCENT_COMPLETE, , 500, PRICE_MISSING",
        "STRAIGHT_LINE, , , PRICE_MISSING",
        "AS_INCURRED, 1000, , VALUE_MISSING"
    })
    void what_cannot_be_worked_out_tells_why(
            RevenueMethod method, @Nullable String price, @Nullable String estimate, String code) {
        var inputs = new RevenueInputs(wire("10"), estimate == null ? null : wire(estimate), null, null, AFTER);

        assertThat(RevenueToDate.of(terms(method, price), inputs))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.code()).isEqualTo(code));
    }

    @Test
    void a_term_without_end_has_no_part() {
        var terms = RevenueTerms.of(RevenueMethod.STRAIGHT_LINE, wire("12000"), FIRST, null, "EUR");

        assertThat(RevenueToDate.of(terms, new RevenueInputs(null, null, null, null, AFTER)))
                .isInstanceOfSatisfying(
                        Unknown.class, unknown -> assertThat(unknown.code()).isEqualTo("TERM_MISSING"));
    }

    @Test
    void a_currency_without_cents_has_none() {
        var terms = RevenueTerms.of(RevenueMethod.PERCENT_COMPLETE, wire("1000"), FIRST, AFTER, "JPY");

        assertThat(RevenueToDate.of(terms, byCost("1", "3"))).isEqualTo(new Earned(wire("333"), wire("0")));
    }

    private static RevenueTerms terms(RevenueMethod method, @Nullable String price) {
        return RevenueTerms.of(method, price == null ? null : wire(price), FIRST, AFTER, "EUR");
    }

    private static RevenueInputs byCost(String cost, String estimate) {
        return new RevenueInputs(wire(cost), wire(estimate), null, null, AFTER);
    }
}
