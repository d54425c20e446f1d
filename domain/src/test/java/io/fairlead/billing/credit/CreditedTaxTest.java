package io.fairlead.billing.credit;

import static io.fairlead.billing.invoice.BillingExamples.line;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.credit.CreditedTax.Credited;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.billing.tax.TaxComputation;
import io.fairlead.billing.tax.TaxMode;
import io.fairlead.billing.tax.TaxRate;
import io.fairlead.billing.tax.TaxedLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Case 8 of the worked cases: the credits of an invoice end exactly at its tax (R4). */
class CreditedTaxTest {

    private static final Map<String, TaxRate> RATES = Map.of(
            "S", TaxRate.of("S", new BigDecimal("0.2"), "VAT Act"),
            "GST", TaxRate.of("S", new BigDecimal("0.05"), "Excise Tax Act"),
            "PST", TaxRate.of("S", new BigDecimal("0.07"), "PST Act"));
    private static final List<InvoiceLine> CASE_8 = invoiceLines("S", "68.33", "68.33", "57.50", "85.00");

    @Test
    void case_8_line_after_line_ends_at_the_invoices_tax() {
        assertThat(taxes(
                        TaxMode.DOCUMENT,
                        CASE_8,
                        credit(1, "68.33"),
                        credit(3, "57.50"),
                        credit(4, "85.00"),
                        credit(2, "68.33")))
                .containsExactly(wire("13.67"), wire("11.50"), wire("17.00"), wire("13.66"));
    }

    @Test
    void rounded_per_line_each_line_has_its_own_tax() {
        assertThat(taxes(
                        TaxMode.LINE,
                        CASE_8,
                        credit(1, "68.33"),
                        credit(3, "57.50"),
                        credit(4, "85.00"),
                        credit(2, "68.33")))
                .containsExactly(wire("13.67"), wire("11.50"), wire("17.00"), wire("13.67"));
    }

    @ParameterizedTest
    @CsvSource({"DOCUMENT", "LINE"})
    void a_line_credited_in_parts_gives_back_its_tax_exactly(TaxMode mode) {
        var lines = invoiceLines("GST,PST", "33.33", "33.33", "33.33");
        var rows = rowsOf(mode, lines);
        var before = new ArrayList<Credited>();
        var taxed = new ArrayList<TaxRow>();
        for (var net : List.of("0.01", "11.11", "22.21")) {
            for (int line = 1; line <= 3; line++) {
                var now = List.of(credit(line, net));
                taxed.addAll(CreditedTax.rows(rows, mode, "CAD", lines, before, taxed, now));
                before.addAll(now);
            }
        }
        assertThat(taxed.stream().map(TaxRow::getTax).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("12.00");
    }

    @Test
    void a_credit_given_up_leaves_no_cent_between_the_others() {
        var lines = invoiceLines("S", "0.02", "0.02");
        var rows = rowsOf(TaxMode.DOCUMENT, lines); // 0.01 at 20 %; 0.00 of the first line, so 0.01 of the second.
        var second = rows(rows, lines, List.of(credit(1, "0.02")), List.of(), credit(2, "0.02"));
        var firstAgain = rows(rows, lines, List.of(credit(2, "0.02")), second, credit(1, "0.02"));

        assertThat(second.getFirst().getTax()).isEqualByComparingTo("0.01");
        assertThat(firstAgain.getFirst().getTax()).isEqualByComparingTo("0.00");
    }

    private static List<TaxRow> rows(
            List<TaxRow> rows, List<InvoiceLine> lines, List<Credited> before, List<TaxRow> taxed, Credited now) {
        return CreditedTax.rows(rows, TaxMode.DOCUMENT, "EUR", lines, before, taxed, List.of(now));
    }

    /** Work less the retainer that paid it, rounded per line. */
    @Test
    void a_cent_of_tax_that_lines_without_a_base_have_comes_back_with_the_last_of_them() {
        var lines = invoiceLines("S", "0.03", "0.03", "-0.06"); // 0.01 + 0.01 - 0.01 at 20 %.
        var rows = rowsOf(TaxMode.LINE, lines);

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.getBase()).isEqualByComparingTo("0");
            assertThat(row.getTax()).isEqualByComparingTo("0.01");
        });
        assertThat(CreditedTax.rows(
                        rows,
                        TaxMode.LINE,
                        "EUR",
                        lines,
                        List.of(),
                        List.of(),
                        List.of(credit(1, "0.03"), credit(2, "0.03"), credit(3, "-0.06"))))
                .isEqualTo(rows);
        assertThat(taxes(TaxMode.LINE, lines, credit(1, "0.03"), credit(3, "-0.06"), credit(2, "0.03")))
                .as("one after the other")
                .containsExactly(wire("0.01"), wire("-0.01"), wire("0.01"));
    }

    @Test
    void a_row_without_a_base_is_not_touched_by_credits_of_other_lines() {
        var lines = new ArrayList<>(invoiceLines("S", "0.03", "0.03", "-0.06"));
        lines.add(InvoiceLine.newBuilder(line(4, "time-entry:e-4", "10.00"))
                .setTaxCodes(List.of("GST"))
                .build());

        assertThat(CreditedTax.rows(
                        rowsOf(TaxMode.LINE, lines),
                        TaxMode.LINE,
                        "EUR",
                        lines,
                        List.of(),
                        List.of(),
                        List.of(credit(4, "10.00"))))
                .extracting(TaxRow::getCode)
                .containsExactly("GST");
    }

    @Test
    void only_the_rows_of_the_credited_lines_are_touched() {
        var lines = new ArrayList<>(invoiceLines("S", "10.00"));
        lines.add(InvoiceLine.newBuilder(line(2, "time-entry:e-2", "10.00"))
                .setTaxCodes(List.of("GST"))
                .build());
        var rows = CreditedTax.rows(
                rowsOf(TaxMode.DOCUMENT, lines),
                TaxMode.DOCUMENT,
                "EUR",
                lines,
                List.of(),
                List.of(),
                List.of(credit(2, "10.00")));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.getCode()).isEqualTo("GST");
            assertThat(row.getBase()).isEqualTo(wire("10"));
            assertThat(row.getTax()).isEqualTo(wire("0.50"));
        });
    }

    @Test
    void case_21_a_credit_gives_back_the_tax_of_the_day_of_its_line() {
        var lines = List.of(
                line(1, "time-entry:e-1", "240.00"),
                InvoiceLine.newBuilder(line(2, "time-entry:e-2", "120.00"))
                        .setServiceDate(WORK_DAY.plusDays(1))
                        .build());
        var at16 = Map.of("S", TaxRate.of("S", new BigDecimal("0.16"), "law"));
        var at19 = Map.of("S", TaxRate.of("S", new BigDecimal("0.19"), "law"));
        var rows = TaxComputation.rows(
                lines.stream().map(TaxedLine::of).toList(),
                "EUR",
                TaxMode.DOCUMENT,
                Map.of(WORK_DAY, at16, WORK_DAY.plusDays(1), at19));

        var second = rows(rows, lines, List.of(), List.of(), credit(2, "120.00"));
        var first = rows(rows, lines, List.of(credit(2, "120.00")), second, credit(1, "100.00"));
        var rest = rows(
                rows,
                lines,
                List.of(credit(2, "120.00"), credit(1, "100.00")),
                Stream.concat(second.stream(), first.stream()).toList(),
                credit(1, "140.00"));

        assertThat(second).containsExactly(rows.getLast());
        assertThat(first).singleElement().satisfies(row -> {
            assertThat(row.getRate()).isEqualByComparingTo("0.16");
            assertThat(row.getBase()).isEqualTo(wire("100"));
            assertThat(row.getTax()).isEqualTo(wire("16"));
        });
        assertThat(rest).extracting(TaxRow::getTax).containsExactly(wire("22.40"));
    }

    @Test
    void more_than_a_line_has_is_refused() {
        assertRefused("X-05", "net", () -> taxes(TaxMode.DOCUMENT, CASE_8, credit(1, "68.34")));
        assertRefused("X-05", "net", () -> taxes(TaxMode.DOCUMENT, CASE_8, credit(1, "68.33"), credit(1, "0.01")));
        assertRefused("X-05", "net", () -> taxes(TaxMode.DOCUMENT, CASE_8, credit(1, "-0.01")));
        assertRefused("X-05", "net", () -> taxes(TaxMode.DOCUMENT, CASE_8, credit(5, "1.00")));
    }

    /** Tax of each credit, one after the other. */
    private static List<BigDecimal> taxes(TaxMode mode, List<InvoiceLine> lines, Credited... credits) {
        var rows = rowsOf(mode, lines);
        var taxed = new ArrayList<TaxRow>();
        for (int at = 0; at < credits.length; at++) {
            var before = List.of(credits).subList(0, at);
            taxed.addAll(CreditedTax.rows(rows, mode, "EUR", lines, before, taxed, List.of(credits[at])));
        }
        return taxed.stream().map(TaxRow::getTax).toList();
    }

    private static List<TaxRow> rowsOf(TaxMode mode, List<InvoiceLine> lines) {
        return TaxComputation.rows(lines.stream().map(TaxedLine::of).toList(), "EUR", mode, Map.of(WORK_DAY, RATES));
    }

    private static Credited credit(int line, String net) {
        return new Credited(line, wire(net));
    }

    private static List<InvoiceLine> invoiceLines(String codes, String... nets) {
        return IntStream.range(0, nets.length)
                .mapToObj(at -> InvoiceLine.newBuilder(line(at + 1, "time-entry:e-" + at, nets[at]))
                        .setTaxCodes(codes.equals("S") ? List.of() : List.of(codes.split(",", -1)))
                        .build())
                .toList();
    }
}
