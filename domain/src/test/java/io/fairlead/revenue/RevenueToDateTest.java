package io.fairlead.revenue;

import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.revenue.RevenueTerms.Agreed;
import io.fairlead.revenue.RevenueTerms.Change;
import io.fairlead.revenue.RevenueToDate.Earned;
import io.fairlead.revenue.RevenueToDate.Unknown;
import io.fairlead.shared.RuleViolated;
import java.time.LocalDate;
import java.util.List;
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
                RevenueMethod.AS_INCURRED, false, false, FIRST, new Agreed(null, null), List.of(), CurrencyUnit.EUR);

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
                FIRST,
                new Agreed(price == null ? null : wire(price), AFTER),
                List.of(),
                CurrencyUnit.EUR);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-01, 3100.00", // 36,500 x 31/365, however early the change was agreed
        "2026-04-01, 9000.00",
        "2026-04-02, 9133.27", // 36,650 are left for 275 days
        "2026-05-01, 12998.18",
        "2027-01-01, 45650.00"
    })
    void a_prospective_change_holds_from_its_day_and_spreads_what_is_left(LocalDate until, String toDate) {
        var terms = terms(RevenueMethod.STRAIGHT_LINE, "36500").with(change(LocalDate.of(2026, 4, 1), true, "45650"));

        assertThat(RevenueToDate.of(terms, new RevenueInputs(null, null, null, null, until)))
                .isEqualTo(new Earned(wire(toDate), wire("0")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01, 9000.00", // the old price
        "2026-05-01, 15008.22", // all of 45,650 x 120/365
    })
    void a_change_that_is_not_distinct_spreads_all_anew_from_its_day_on(LocalDate until, String toDate) {
        var terms = terms(RevenueMethod.STRAIGHT_LINE, "36500").with(change(LocalDate.of(2026, 4, 1), false, "45650"));

        assertThat(RevenueToDate.of(terms, new RevenueInputs(null, null, null, null, until)))
                .isEqualTo(new Earned(wire(toDate), wire("0")));
    }

    @Test
    void a_catch_up_after_a_prospective_change_leaves_what_that_one_kept() {
        var terms = terms(RevenueMethod.STRAIGHT_LINE, "36500")
                .with(change(LocalDate.of(2026, 4, 1), true, "45650"))
                .with(change(LocalDate.of(2026, 5, 1), false, "64000"));

        // 9,000.00 + 55,000 x 30/275
        assertThat(RevenueToDate.of(terms, new RevenueInputs(null, null, null, null, LocalDate.of(2026, 5, 1))))
                .isEqualTo(new Earned(wire("12998.18"), wire("0")));
        // 9,000.00 + 55,000 x 61/275
        assertThat(RevenueToDate.of(terms, new RevenueInputs(null, null, null, null, LocalDate.of(2026, 6, 1))))
                .isEqualTo(new Earned(wire("21200.00"), wire("0")));
    }

    @Test
    void what_is_agreed_last_holds_from_its_day_whatever_was_agreed_for_later() {
        var terms = terms(RevenueMethod.STRAIGHT_LINE, "36500")
                .with(change(LocalDate.of(2026, 7, 1), true, "50000"))
                .with(change(LocalDate.of(2026, 4, 1), true, "45650"));

        assertThat(terms.keeping()).containsExactly(LocalDate.of(2026, 4, 1));
        assertThat(RevenueToDate.of(terms, new RevenueInputs(null, null, null, null, AFTER)))
                .isEqualTo(new Earned(wire("45650"), wire("0")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01, 10000, 40000, 20000.00",
        "2026-03-02, 15000, 60000, 29000.00", // 20,000 + 90,000 x 5,000 of the 50,000 left to spend
        "2026-03-02, 60000, 60000, 110000.00",
        "2026-03-02, 8000, 60000, 16400.00" // cost of before was taken back: less is earned
    })
    void by_cost_a_prospective_change_counts_what_is_spent_from_its_day_on(
            LocalDate until, String cost, String estimate, String toDate) {
        var march = LocalDate.of(2026, 3, 1);
        var terms = terms(RevenueMethod.PERCENT_COMPLETE, "80000").with(change(march, true, "110000"));
        var february = new RevenueInputs(wire("10000"), wire("40000"), null, null, march);

        assertThat(RevenueToDate.of(
                        terms, new RevenueInputs(wire(cost), wire(estimate), null, null, until, List.of(february))))
                .isEqualTo(new Earned(wire(toDate), wire("0")));
    }

    @Test
    void nothing_is_guessed_where_nobody_told_what_was_known_before_a_change() {
        var terms =
                terms(RevenueMethod.PERCENT_COMPLETE, "80000").with(change(LocalDate.of(2026, 3, 1), true, "110000"));

        assertThatThrownBy(() -> RevenueToDate.of(terms, byCost("15000", "60000")))
                .isInstanceOfSatisfying(RuleViolated.class, refused -> assertThat(refused.code())
                        .isEqualTo("O-02"));
    }

    private static Change change(LocalDate on, boolean keeps, String price) {
        return new Change(on, keeps, new Agreed(wire(price), AFTER));
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
