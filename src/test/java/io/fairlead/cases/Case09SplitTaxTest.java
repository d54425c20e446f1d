package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 9: two taxes on each line are two rows, and the total is the sum of the rounded rows. */
@ExtendWith(CaseStack.class)
class Case09SplitTaxTest {

    @Test
    void per_document(Firm firm) {
        var invoice = billed(firm, "DOCUMENT", List.of("GST", "PST@CA-BC"), "33.33", 3);

        assertThat(taxes(invoice)).containsExactly("GST 5.00", "PST@CA-BC 7.00");
        assertThat(amount(invoice.path("invoice").path("tax"))).isEqualByComparingTo("12.00");
    }

    @Test
    void per_line(Firm firm) {
        var invoice = billed(firm, "LINE", List.of("GST", "PST@CA-BC"), "33.33", 3);

        assertThat(taxes(invoice)).containsExactly("GST 5.01", "PST@CA-BC 6.99");
        assertThat(amount(invoice.path("invoice").path("tax"))).isEqualByComparingTo("12.00");
    }

    @Test
    void rows_are_rounded_before_they_are_added(Firm firm) {
        var invoice = billed(firm, "DOCUMENT", List.of("GST", "QST"), "10.10", 1);

        assertThat(taxes(invoice)).containsExactly("GST 0.51", "QST 1.01");
        assertThat(amount(invoice.path("invoice").path("tax"))).isEqualByComparingTo("1.52");
    }

    private static JsonNode billed(Firm firm, String taxRounding, List<String> codes, String rate, int hours) {
        firm.opens("CAD", "America/Vancouver", "0.20").person("ana", "engineer").cost("ana", "5.00", "CAD");
        tax(firm, of("code", "GST", "rate", "0.05"));
        tax(firm, of("code", "PST", "region", "CA-BC", "rate", "0.07"));
        tax(firm, of("code", "QST", "rate", "0.09975"));
        firm.contract(
                        "work",
                        "CAD",
                        "America/Vancouver",
                        of("taxRounding", taxRounding),
                        List.of(line(1, "TIME_AND_MATERIALS", "terms", of("taxCodes", codes))))
                .rate("standard", "legal-entity:" + firm.id("firm"), rate, "CAD", "2025-01-01");
        for (int i = 0; i < hours; i++) {
            firm.approvedTime("ana", "work", "2026-03-10", 3_600);
        }
        return firm.issue(firm.bill("2026-03-31").getFirst().path("invoiceId").asString());
    }

    private static void tax(Firm firm, Map<String, Object> fields) {
        fields.putAll(of("legalEntity", firm.id("firm"), "category", "S", "from", "2021-01-01", "source", "law"));
        firm.post("/v1/tax-rates", fields);
    }

    private static List<String> taxes(JsonNode invoice) {
        return invoice.path("taxes")
                .valueStream()
                .map(row -> row.path("code").asString() + " "
                        + amount(row.path("tax")).setScale(2).toPlainString())
                .toList();
    }
}
