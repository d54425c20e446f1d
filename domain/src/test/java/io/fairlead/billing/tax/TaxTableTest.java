package io.fairlead.billing.tax;

import static io.fairlead.billing.tax.TaxComputationTest.lines;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.TaxRow;
import io.fairlead.billing.tax.TaxAnswer.NotTaxable;
import io.fairlead.billing.tax.TaxAnswer.Taxed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TaxTableTest {

    private static final Map<String, TaxRate> RATES = Map.of(
            "S", TaxRate.of("S", new BigDecimal("0.2"), "VAT Act"),
            "GST", TaxRate.of("S", new BigDecimal("0.05"), "Excise Tax Act"));

    private final TaxTable table = new TaxTable(
            eachDay((entity, day) -> entity.equals("legal-entity:GMBH") && day.equals(WORK_DAY) ? RATES : Map.of()));

    private static TaxRateLookup eachDay(BiFunction<String, LocalDate, Map<String, TaxRate>> rates) {
        return (entity, days) -> days.stream().collect(Collectors.toMap(day -> day, day -> rates.apply(entity, day)));
    }

    @Test
    void the_sellers_rates_of_the_tax_point_are_used_and_told() {
        var taxed = (Taxed) table.tax(question(TaxMode.LINE, false, lines("S", "68.33", "68.33", "57.50", "85.00")));

        assertThat(taxed.rows()).singleElement().satisfies(row -> assertThat(row.getTax())
                .isEqualTo(wire("55.84")));
        assertThat(taxed.treatment().getRounding()).isEqualTo("LINE");
        assertThat(taxed.treatment().getRoundingReason()).isNull();
        assertThat(taxed.treatment().getEngine()).isEqualTo("TABLE");
        assertThat(taxed.treatment().getRuleVersion()).isEqualTo(1);
    }

    @Test
    void a_document_by_en_16931_is_never_rounded_per_line() {
        var taxed = (Taxed) table.tax(question(TaxMode.LINE, true, lines("S", "68.33", "68.33", "57.50", "85.00")));

        assertThat(taxed.rows().getFirst().getTax()).isEqualTo(wire("55.83"));
        assertThat(taxed.treatment().getRounding()).isEqualTo("DOCUMENT");
        assertThat(taxed.treatment().getRoundingReason()).contains("BR-S-09");
    }

    @Test
    void a_document_by_en_16931_has_one_tax_per_line() {
        assertThat(table.tax(question(TaxMode.DOCUMENT, true, lines("S,GST", "1.00"))))
                .isInstanceOf(NotTaxable.class);
    }

    @Test
    void codes_without_a_rate_are_named() {
        var answer = table.tax(question(TaxMode.DOCUMENT, false, lines("GST,QST,PST", "1.00")));

        assertThat(answer).isInstanceOfSatisfying(NotTaxable.class, none -> assertThat(none.sentence())
                .contains("PST, QST", "legal-entity:GMBH", "2026-03-10"));
    }

    @Test
    void each_line_is_asked_for_by_its_own_day() {
        var before = WORK_DAY.minusDays(1);
        var both = new TaxTable(eachDay((_, day) ->
                Map.of("S", TaxRate.of("S", new BigDecimal(day.isBefore(WORK_DAY) ? "0.16" : "0.19"), "VAT Act"))));
        var answer = both.tax(question(
                TaxMode.DOCUMENT,
                false,
                List.of(
                        new TaxedLine(1, List.of("S"), wire("240"), before),
                        new TaxedLine(2, List.of("S"), wire("120"), WORK_DAY))));

        assertThat(answer).isInstanceOfSatisfying(Taxed.class, taxed -> assertThat(taxed.rows())
                .extracting(TaxRow::getTax)
                .containsExactly(wire("38.40"), wire("22.80")));
    }

    @Test
    void a_code_without_a_rate_is_named_with_the_days_that_lack_it() {
        var lines = new ArrayList<>(lines("S,QST", "1.00"));
        lines.add(new TaxedLine(2, List.of("S"), wire("1"), WORK_DAY.plusDays(1)));
        lines.add(new TaxedLine(3, List.of("S"), wire("1"), WORK_DAY.plusDays(3)));

        assertThat(table.tax(question(TaxMode.DOCUMENT, false, lines)))
                .isInstanceOfSatisfying(NotTaxable.class, none -> assertThat(none.sentence())
                        .isEqualTo("No tax rate of S holds for legal-entity:GMBH from 2026-03-11 to 2026-03-13. "
                                + "No tax rate of QST holds for legal-entity:GMBH on 2026-03-10"));
    }

    private static TaxQuestion question(TaxMode mode, boolean en16931, List<TaxedLine> lines) {
        return new TaxQuestion(
                "legal-entity:GMBH", "customer:ACME", "contract:K-1", "EUR", WORK_DAY, mode, en16931, lines);
    }
}
