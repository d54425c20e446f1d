package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
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

    @Test
    void credits_line_after_line_end_at_the_tax_of_the_invoice(Firm firm) {
        var invoice = billed(firm, "DOCUMENT");
        var id = invoice.path("invoice").path("invoiceId").asString();
        var lineOf = new HashMap<String, Integer>();
        var taken = new ArrayList<Integer>();
        invoice.path("lines").forEach(line -> {
            var net = amount(line.path("net")).setScale(2).toPlainString();
            lineOf.putIfAbsent(net, line.path("lineNo").asInt());
            taken.add(line.path("lineNo").asInt());
        });
        taken.removeAll(lineOf.values());

        var taxes = new ArrayList<String>();
        var grosses = new ArrayList<BigDecimal>();
        for (int line : List.of(lineOf.get("68.33"), lineOf.get("57.50"), lineOf.get("85.00"), taken.getFirst())) {
            var note = firm.credit(id, "2026-04-02", List.of(creditOf(line, null, "WRITE_OFF")))
                    .path("creditNote");
            taxes.add(amount(note.path("tax")).setScale(2).toPlainString());
            grosses.add(amount(note.path("gross")));
        }

        assertThat(taxes).containsExactly("13.67", "11.50", "17.00", "13.66");
        assertThat(grosses.getLast()).isEqualByComparingTo("81.99");
        assertThat(grosses.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("334.99");
        assertThat(amount(firm.get("/v1/invoices/" + id).path("invoice").path("open")))
                .isEqualByComparingTo("0.00");
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
