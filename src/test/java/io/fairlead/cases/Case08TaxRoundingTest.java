package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 8: tax is rounded once per document, or once per line where the contract says so. */
@ExtendWith(CaseStack.class)
class Case08TaxRoundingTest {

    private static final List<String> NETS = List.of("68.33", "68.33", "57.50", "85.00");

    @Test
    void per_document(Firm firm) {
        var invoice = billed(firm, "DOCUMENT");

        assertThat(amount(invoice.path("invoice").path("net"))).isEqualByComparingTo("279.16");
        assertThat(amount(invoice.path("invoice").path("tax"))).isEqualByComparingTo("55.83");
        assertThat(amount(invoice.path("invoice").path("gross"))).isEqualByComparingTo("334.99");
        assertThat(invoice.path("treatment").path("rounding").asString()).isEqualTo("DOCUMENT");
    }

    @Test
    void per_line(Firm firm) {
        var invoice = billed(firm, "LINE");

        assertThat(amount(invoice.path("invoice").path("tax"))).isEqualByComparingTo("55.84");
        assertThat(amount(invoice.path("invoice").path("gross"))).isEqualByComparingTo("335.00");
        assertThat(invoice.path("treatment").path("rounding").asString()).isEqualTo("LINE");
    }

    /** Four hours on four projects of one contract, each at a rate of its own. */
    private static JsonNode billed(Firm firm, String taxRounding) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .cost("ana", "50.00", "EUR")
                .contract(
                        "work",
                        "EUR",
                        "Europe/Berlin",
                        of("taxRounding", taxRounding),
                        List.of(line(1, "TIME_AND_MATERIALS")));
        for (int i = 0; i < NETS.size(); i++) {
            var project = "part" + i;
            firm.project(project, "work")
                    .rate(project, "project:" + firm.id(project), NETS.get(i), "EUR", "2026-01-01");
            firm.approvedTime("ana", project, "2026-03-10", 3_600);
        }
        var drafts = firm.bill("2026-03-31");
        assertThat(drafts).hasSize(1);
        return firm.issue(drafts.getFirst().path("invoiceId").asString());
    }
}
