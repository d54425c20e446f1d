package io.fairlead.billing.tax;

import static io.fairlead.billing.tax.TaxComputationTest.lines;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.tax.TaxAnswer.NotTaxable;
import io.fairlead.billing.tax.TaxAnswer.Taxed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaxTableTest {

    private static final Map<String, TaxRate> RATES = Map.of(
            "S", TaxRate.of("S", new BigDecimal("0.2"), "VAT Act"),
            "GST", TaxRate.of("S", new BigDecimal("0.05"), "Excise Tax Act"));

    private final TaxTable table = new TaxTable(
            (entity, day) -> entity.equals("legal-entity:GMBH") && day.equals(WORK_DAY) ? RATES : Map.of());

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

    private static TaxQuestion question(TaxMode mode, boolean en16931, List<TaxedLine> lines) {
        return new TaxQuestion(
                "legal-entity:GMBH", "customer:ACME", "contract:K-1", "EUR", WORK_DAY, mode, en16931, lines);
    }
}
