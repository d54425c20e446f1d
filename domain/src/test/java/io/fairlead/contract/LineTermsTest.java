package io.fairlead.contract;

import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineTermsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void terms_within_their_ranges_are_kept() {
        var terms = terms("10", "STRAIGHT_LINE", DAY, DAY.plusDays(1), "1", List.of("GST@CA"));

        assertThat(terms.markUp()).isEqualByComparingTo("10");
        assertThat(terms.unitPrice()).isEqualByComparingTo("1");
        assertThat(terms.standAlonePrice()).isEqualByComparingTo("1");
        assertThat(terms.revenueMethod()).isEqualTo("STRAIGHT_LINE");
        assertThat(terms.taxCodes()).containsExactly("GST@CA");
    }

    @Test
    void a_mark_up_beyond_tenfold_is_refused() {
        assertRefused("G-02", "lines.markUp", () -> terms("10.0001", null, null, null, null, List.of()));
        assertRefused("G-02", "lines.markUp", () -> terms("-0.01", null, null, null, null, List.of()));
    }

    @Test
    void a_price_below_zero_is_refused() {
        assertRefused("G-02", "lines.standAlonePrice", () -> terms(null, null, null, null, "-1", List.of()));
    }

    @Test
    void an_unknown_revenue_method_is_refused() {
        assertRefused("G-02", "lines.revenueMethod", () -> terms(null, "SOMEHOW", null, null, null, List.of()));
    }

    @Test
    void a_term_ends_after_it_begins() {
        assertRefused("G-02", "lines.termTo", () -> terms(null, null, DAY, DAY, null, List.of()));
    }

    @Test
    void a_line_bears_at_most_five_taxes_and_each_has_a_name() {
        assertThat(terms(null, null, null, null, null, List.of("A", "B", "C", "D", "E"))
                        .taxCodes())
                .hasSize(5);
        assertRefused(
                "G-02",
                "lines.taxCodes",
                () -> terms(null, null, null, null, null, List.of("A", "B", "C", "D", "E", "F")));
        assertRefused("G-02", "lines.taxCodes", () -> terms(null, null, null, null, null, List.of(" ")));
    }

    @Test
    void a_line_has_one_cap_of_each_unit_for_a_period() {
        var hours = new LineTerms.Cap("HOURS", BigDecimal.TEN, "MONTH", true);
        var money = new LineTerms.Cap("MONEY", BigDecimal.TEN, "MONTH", false);
        var quarter = new LineTerms.Cap("HOURS", BigDecimal.TEN, "QUARTER", false);

        assertThat(capped(hours, money, quarter).caps()).containsExactly(hours, money, quarter);
        assertRefused(
                "C-10", "lines.caps", () -> capped(hours, new LineTerms.Cap("HOURS", BigDecimal.ONE, "MONTH", false)));
    }

    @Test
    void a_cap_has_known_words_and_is_not_below_zero() {
        assertRefused("G-02", "lines.caps.unit", () -> new LineTerms.Cap("DAYS", BigDecimal.TEN, "MONTH", false));
        assertRefused("G-02", "lines.caps.per", () -> new LineTerms.Cap("HOURS", BigDecimal.TEN, "WEEK", false));
        assertRefused(
                "G-02", "lines.caps.amount", () -> new LineTerms.Cap("HOURS", new BigDecimal("-1"), "MONTH", false));
    }

    private static LineTerms capped(LineTerms.Cap... caps) {
        return new LineTerms(null, null, null, null, null, null, null, null, List.of(), List.of(caps));
    }

    private static LineTerms terms(
            @Nullable String markUp,
            @Nullable String revenueMethod,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String price,
            List<String> taxCodes) {
        var amount = price == null ? null : new BigDecimal(price);
        return new LineTerms(
                amount,
                null,
                revenueMethod,
                from,
                to,
                null,
                amount,
                markUp == null ? null : new BigDecimal(markUp),
                taxCodes,
                List.of());
    }
}
