package io.fairlead.billing.tax;

import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.billing.event.TaxRow;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases 8 and 9 of the worked cases, and what a row says (R4). */
class TaxComputationTest {

    private static final Map<String, TaxRate> ONE_DAY = Map.of(
            "S", TaxRate.of("S", new BigDecimal("0.2"), "VAT Act"),
            "AE", TaxRate.of("AE", BigDecimal.ZERO, "reverse charge"),
            "Z", TaxRate.of("Z", BigDecimal.ZERO, "books"),
            "GST", TaxRate.of("S", new BigDecimal("0.05"), "Excise Tax Act"),
            "PST@CA-BC", new TaxRate("S", new BigDecimal("0.07"), "PST Act", "CA-BC"),
            "QST", TaxRate.of("S", new BigDecimal("0.09975"), "QST Act"));
    private static final Map<LocalDate, Map<String, TaxRate>> RATES = Map.of(WORK_DAY, ONE_DAY);

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);

    /** From July on another rate of S and another law of AE; the law of S that August names says the same as July's. */
    private static final Map<LocalDate, Map<String, TaxRate>> CHANGED = Map.of(
            JUNE, Map.of("S", rate("S", "0.16", "old"), "AE", rate("AE", "0", "old"), "GST", rate("S", "0.05", "old")),
            JULY, Map.of("S", rate("S", "0.19", "new"), "AE", rate("AE", "0", "new"), "GST", rate("S", "0.05", "new")),
            AUGUST, Map.of("S", rate("S", "0.190000", "newer")));

    @ParameterizedTest
    @CsvSource({"DOCUMENT, 55.83", "LINE, 55.84"})
    void case_8_tax_is_rounded_once_per_document_or_once_per_line(TaxMode mode, String tax) {
        var rows = TaxComputation.rows(lines("S", "68.33", "68.33", "57.50", "85.00"), "EUR", mode, RATES);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.getBase()).isEqualTo(wire("279.16"));
            assertThat(row.getTax()).isEqualTo(wire(tax));
            assertThat(row.getRate()).isEqualTo(new BigDecimal("0.200000"));
            assertThat(row.getCode()).isEqualTo("S");
        });
        assertThat(TaxComputation.total(rows, "EUR")).isEqualTo(Money.parse("EUR " + tax));
    }

    @ParameterizedTest
    @CsvSource({"DOCUMENT, 5.00, 7.00", "LINE, 5.01, 6.99"})
    void case_9_two_taxes_on_each_line_are_two_rows(TaxMode mode, String gst, String pst) {
        var rows = TaxComputation.rows(lines("GST,PST@CA-BC", "33.33", "33.33", "33.33"), "CAD", mode, RATES);

        assertThat(rows).extracting(TaxRow::getCode).containsExactly("GST", "PST@CA-BC");
        assertThat(rows).extracting(TaxRow::getCategory).containsOnly("S");
        assertThat(rows).extracting(TaxRow::getRegion).containsExactly(null, "CA-BC");
        assertThat(rows).extracting(TaxRow::getBase).containsOnly(wire("99.99"));
        assertThat(rows).extracting(TaxRow::getTax).containsExactly(wire(gst), wire(pst));
        assertThat(TaxComputation.total(rows, "CAD")).isEqualTo(Money.parse("CAD 12.00"));
    }

    @ParameterizedTest
    @CsvSource({"DOCUMENT", "LINE"})
    void case_9_the_total_is_the_sum_of_rounded_rows(TaxMode mode) {
        var rows = TaxComputation.rows(lines("GST,QST", "10.10"), "CAD", mode, RATES);

        assertThat(rows).extracting(TaxRow::getTax).containsExactly(wire("0.51"), wire("1.01"));
        // The unrounded sum, rounded once, would be 1.51.
        assertThat(TaxComputation.total(rows, "CAD")).isEqualTo(Money.parse("CAD 1.52"));
    }

    @Test
    void each_code_has_one_row_in_the_order_of_the_codes() {
        var lines = Stream.of(lines("S", "10.00"), lines("AE", "7.00", "3.00"), lines("Z", "1.00"))
                .flatMap(List::stream)
                .toList();
        var rows = TaxComputation.rows(lines, "EUR", TaxMode.DOCUMENT, RATES);

        assertThat(rows).extracting(TaxRow::getCategory).containsExactly("AE", "S", "Z");
        assertThat(rows).extracting(TaxRow::getBase).containsExactly(wire("10"), wire("10"), wire("1"));
        assertThat(rows).extracting(TaxRow::getTax).containsExactly(wire("0"), wire("2"), wire("0"));
        assertThat(rows).extracting(TaxRow::getReason).containsExactly("reverse charge", null, null);
    }

    @ParameterizedTest
    @CsvSource({"EUR, 0.02, 0.00", "EUR, 0.03, 0.01", "JPY, 2, 0", "JPY, 3, 1", "KWD, 0.002, 0.000", "KWD, 0.003, 0.001"
    })
    void tax_is_rounded_half_up_to_the_currencys_digits(String currency, String net, String tax) {
        var rows = TaxComputation.rows(lines("S", net), currency, TaxMode.DOCUMENT, RATES);

        assertThat(TaxComputation.total(rows, currency)).isEqualTo(Money.parse(currency + " " + tax));
    }

    @ParameterizedTest
    @CsvSource({"0.025, 1.00, 0.03", "0.0249, 1.00, 0.02"})
    void half_a_cent_of_tax_goes_up(BigDecimal rate, String net, String tax) {
        var rows = TaxComputation.rows(
                lines("S", net), "EUR", TaxMode.DOCUMENT, Map.of(WORK_DAY, Map.of("S", TaxRate.of("S", rate, ""))));

        assertThat(TaxComputation.total(rows, "EUR")).isEqualTo(Money.parse("EUR " + tax));
    }

    @Test
    void a_code_without_a_rate_is_refused() {
        assertRefused(
                "X-02", "taxRates", () -> TaxComputation.rows(lines("HST", "1.00"), "EUR", TaxMode.DOCUMENT, RATES));
    }

    @Test
    void rows_of_other_lines_are_refused() {
        var rows = TaxComputation.rows(lines("GST,QST", "10.10"), "CAD", TaxMode.LINE, RATES);

        TaxComputation.requireMadeOf(rows, lines("GST,QST", "10.10"), "CAD");
        assertRefused("X-03", "taxRows", () -> TaxComputation.requireMadeOf(rows, lines("GST", "10.10"), "CAD"));
        assertRefused("X-03", "taxRows", () -> TaxComputation.requireMadeOf(rows, lines("GST,QST", "10.11"), "CAD"));
    }

    @Test
    void case_21_each_line_is_taxed_at_the_rate_of_its_own_day() {
        var lines = List.of(line(1, "S", "120.00", JULY), line(2, "S", "100.00", JUNE), line(3, "S", "140.00", JUNE));
        var rows = TaxComputation.rows(lines, "EUR", TaxMode.DOCUMENT, CHANGED);

        assertThat(rows).extracting(TaxRow::getBase).containsExactly(wire("240"), wire("120"));
        assertThat(rows)
                .extracting(TaxRow::getRate)
                .containsExactly(new BigDecimal("0.160000"), new BigDecimal("0.190000"));
        assertThat(rows).extracting(TaxRow::getTax).containsExactly(wire("38.40"), wire("22.80"));
        assertThat(rows).extracting(TaxRow::getDays).containsExactly(List.of(JUNE), List.of(JULY));
        assertThat(TaxComputation.total(rows, "EUR")).isEqualTo(Money.parse("EUR 61.20"));
    }

    @Test
    void dated_rates_that_say_the_same_are_one_row() {
        var rows = TaxComputation.rows(
                List.of(line(1, "S", "0.02", JULY), line(2, "S", "0.01", AUGUST)), "EUR", TaxMode.DOCUMENT, CHANGED);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.getTax()).isEqualTo(wire("0.01")); // Apart 0.00 each.
            assertThat(row.getDays()).as("all lines with the code").isEmpty();
        });
    }

    @Test
    void days_of_the_same_rate_stand_in_one_row_beside_the_other() {
        var lines = List.of(line(1, "S", "3.00", AUGUST), line(2, "S", "1.00", JUNE), line(3, "S", "2.00", JULY));
        var rows = TaxComputation.rows(lines, "EUR", TaxMode.LINE, CHANGED);

        assertThat(rows).extracting(TaxRow::getDays).containsExactly(List.of(JUNE), List.of(JULY, AUGUST));
        assertThat(rows).extracting(TaxRow::getBase).containsExactly(wire("1"), wire("5"));
    }

    @Test
    void only_the_tax_that_changed_has_two_rows() {
        var rows = TaxComputation.rows(
                List.of(line(1, "S,GST", "10.00", JUNE), line(2, "S,GST", "20.00", JULY)),
                "EUR",
                TaxMode.DOCUMENT,
                CHANGED);

        assertThat(rows).extracting(TaxRow::getCode).containsExactly("GST", "S", "S");
        assertThat(rows).extracting(TaxRow::getBase).containsExactly(wire("30"), wire("10"), wire("20"));
        assertThat(rows).extracting(TaxRow::getTax).containsExactly(wire("1.50"), wire("1.60"), wire("3.80"));
    }

    @Test
    void another_reason_is_another_row() {
        var rows = TaxComputation.rows(
                List.of(line(1, "AE", "10.00", JUNE), line(2, "AE", "20.00", JULY)), "EUR", TaxMode.DOCUMENT, CHANGED);

        assertThat(rows).extracting(TaxRow::getReason).containsExactly("old", "new");
        assertThat(rows).extracting(TaxRow::getBase).containsExactly(wire("10"), wire("20"));
    }

    @Test
    void a_day_without_a_rate_is_refused_by_its_name() {
        assertThatThrownBy(() ->
                        TaxComputation.rows(List.of(line(1, "AE", "10.00", AUGUST)), "EUR", TaxMode.DOCUMENT, CHANGED))
                .isInstanceOfSatisfying(RuleViolated.class, refused -> assertThat(refused.code())
                        .isEqualTo("X-02"))
                .hasMessageContaining("AE")
                .hasMessageContaining("2026-08-01");
    }

    @Test
    void rows_that_share_a_line_or_leave_one_out_are_refused() {
        var lines = List.of(line(1, "S", "10.00", JUNE), line(2, "S", "20.00", JULY));
        var rows = TaxComputation.rows(lines, "EUR", TaxMode.DOCUMENT, CHANGED);
        var june = rows.getFirst();
        var july = rows.getLast();

        TaxComputation.requireMadeOf(rows, lines, "EUR");
        assertRefused("X-03", "taxRows", () -> TaxComputation.requireMadeOf(List.of(june), lines, "EUR"));
        assertRefused("X-03", "taxRows", () -> TaxComputation.requireMadeOf(List.of(june, july, july), lines, "EUR"));
        assertRefused(
                "X-03",
                "taxRows",
                () -> TaxComputation.requireMadeOf(
                        List.of(
                                june,
                                july,
                                TaxRow.newBuilder(july)
                                        .setBase(wire("0"))
                                        .setDays(List.of(AUGUST))
                                        .build()),
                        lines,
                        "EUR"));
        assertRefused(
                "X-03",
                "taxRows",
                () -> TaxComputation.requireMadeOf(
                        List.of(
                                TaxRow.newBuilder(june).setDays(List.of()).build(),
                                TaxRow.newBuilder(july).setDays(List.of()).build()),
                        lines,
                        "EUR"));
    }

    private static TaxRate rate(String category, String rate, String source) {
        return TaxRate.of(category, new BigDecimal(rate), source);
    }

    private static TaxedLine line(int lineNo, String codes, String net, LocalDate day) {
        return new TaxedLine(lineNo, List.of(codes.split(",", -1)), wire(net), day);
    }

    static List<TaxedLine> lines(String codes, String... nets) {
        return IntStream.range(0, nets.length)
                .mapToObj(at -> new TaxedLine(at + 1, List.of(codes.split(",", -1)), wire(nets[at]), WORK_DAY))
                .toList();
    }
}
