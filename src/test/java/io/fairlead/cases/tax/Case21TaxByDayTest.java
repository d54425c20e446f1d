package io.fairlead.cases.tax;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.Firm.taxes;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import io.fairlead.gateway.document.PeppolRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 21: work before and after a change of the tax rate, on one invoice, is taxed at the rate of its own day. */
@ExtendWith(CaseStack.class)
class Case21TaxByDayTest {

    @Test
    void each_line_is_taxed_at_the_rate_of_its_own_day(Firm firm) {
        var invoice = billed(firm);

        assertThat(taxes(invoice))
                .containsExactly("S 16 % of 240.00 = 38.40 on 2026-06-30", "S 19 % of 120.00 = 22.80 on 2026-07-01");
        assertThat(amount(invoice.path("invoice").path("net"))).isEqualByComparingTo("360.00");
        assertThat(amount(invoice.path("invoice").path("tax"))).isEqualByComparingTo("61.20");
        assertThat(amount(invoice.path("invoice").path("gross"))).isEqualByComparingTo("421.20");
        firm.provedRight(idOf(invoice));
    }

    @Test
    void a_credit_gives_back_the_tax_of_the_lines_that_it_credits(Firm firm) {
        var invoice = billed(firm);
        var id = idOf(invoice);

        var july = firm.credit(id, "2026-08-03", List.of(creditOf(lineOf(invoice, "2026-07-01"), null, "WRITE_OFF")));
        var june = firm.credit(id, "2026-08-04", List.of(creditOf(lineOf(invoice, "2026-06-30"), 3_600, "WRITE_OFF")));

        assertThat(taxes(july)).containsExactly("S 19 % of 120.00 = 22.80 on 2026-07-01");
        assertThat(amount(july.path("creditNote").path("gross"))).isEqualByComparingTo("142.80");
        assertThat(taxes(june)).containsExactly("S 16 % of 120.00 = 19.20 on 2026-06-30");
        assertThat(amount(firm.get("/v1/invoices/" + id).path("invoice").path("open")))
                .as("one hour of June stays")
                .isEqualByComparingTo("139.20");
        assertThat(PeppolRules.findings(firm.download("/v1/credit-notes/"
                        + july.path("creditNote").path("creditNoteId").asString() + "/ubl")))
                .isEmpty();
        firm.provedRight(id);
    }

    @Test
    void the_e_invoice_has_both_rows_and_of_each_line_its_own_rate(Firm firm) {
        var invoice = billed(firm);

        var ubl = firm.download("/v1/invoices/" + idOf(invoice) + "/ubl");

        var text = new String(ubl, StandardCharsets.UTF_8);
        assertThat(percents(text, "TaxCategory")).containsExactly("16", "19");
        assertThat(percents(text, "ClassifiedTaxCategory")).containsExactly("16", "19");
        assertThat(text).contains("TaxPointDate>2026-07-01<");
        assertThat(PeppolRules.findings(ubl)).isEmpty();
    }

    @Test
    void a_missing_rate_is_named_with_its_day(Firm firm) {
        worked(firm.opens("EUR", "Europe/Berlin", "0.16", "2026-07-01"));

        var draft = firm.bill("2026-07-31").getFirst().path("invoiceId").asString();

        assertThat(firm.get("/v1/exceptions?code=TAX_INVALID&subject=" + draft)
                        .path("items")
                        .path(0)
                        .path("sentence")
                        .asString())
                .startsWith("No tax rate of S holds for legal-entity:" + firm.id("firm") + " on 2026-07-01.");
    }

    /** S 16 % to 30 June, 19 % from 1 July; all is billed in one run. */
    private static JsonNode billed(Firm firm) {
        var _ = firm.opens("EUR", "Europe/Berlin", "0.16", "2026-07-01");
        firm.taxRate("S", "0.19", "2026-07-01", null);
        firm.sendsElectronically();
        worked(firm);
        return firm.issue(firm.bill("2026-07-31").getFirst().path("invoiceId").asString());
    }

    /** Two hours at 120 on 30 June, one on 1 July. */
    private static void worked(Firm firm) {
        firm.person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "120.00", "EUR", "2025-01-01")
                .contract(
                        "work",
                        "EUR",
                        "Europe/Berlin",
                        null,
                        of("buyerReference", "cost centre 7"),
                        List.of(line(1, "TIME_AND_MATERIALS")));
        firm.approvedTime("ana", "work", "2026-06-30", 7_200);
        firm.approvedTime("ana", "work", "2026-07-01", 3_600);
    }

    private static String idOf(JsonNode invoice) {
        return invoice.path("invoice").path("invoiceId").asString();
    }

    private static int lineOf(JsonNode invoice, String day) {
        return invoice.path("lines")
                .valueStream()
                .filter(line -> line.path("serviceDate").asString().equals(day))
                .findFirst()
                .orElseThrow()
                .path("lineNo")
                .asInt();
    }

    private static List<String> percents(String ubl, String element) {
        return Pattern.compile("<cac:" + element + ">.*?<cbc:Percent>([^<]*)<", Pattern.DOTALL)
                .matcher(ubl)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
