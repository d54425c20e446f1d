package io.fairlead.cases.tax;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.Firm.taxes;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import io.fairlead.gateway.document.PeppolRules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 22: what was paid ahead is counted off at the tax that was paid with it. */
@ExtendWith(CaseStack.class)
class Case22PrepaidTaxTest {

    @Test
    void a_prepayment_is_counted_off_at_its_own_tax(Firm firm) {
        var june = prepaid(firm, "0.16", "0.19", Map.of("2026-06-15", "600.00"));
        firm.approvedTime("ana", "work", "2026-07-10", 18_000);
        var july = firm.issue(idOf(firm.bill("2026-07-31").getFirst()));

        assertThat(taxes(june)).containsExactly("S 16 % of 600.00 = 96.00");
        assertThat(taxes(july))
                .containsExactly("S 16 % of -600.00 = -96.00 on 2026-06-15", "S 19 % of 600.00 = 114.00 on 2026-07-10");
        assertThat(figures(july)).containsExactly("0.00", "18.00", "18.00");
        assertThat(PeppolRules.findings(firm.download("/v1/invoices/" + idOf(july.path("invoice")) + "/ubl")))
                .isEmpty();
        firm.provedRight(idOf(june.path("invoice")), idOf(july.path("invoice")));
    }

    @Test
    void where_the_rate_fell_the_buyer_has_the_difference_back(Firm firm) {
        var _ = prepaid(firm, "0.19", "0.16", Map.of("2026-06-15", "600.00"));
        firm.approvedTime("ana", "work", "2026-07-10", 18_000);
        var july = firm.issue(idOf(firm.bill("2026-07-31").getFirst()));

        assertThat(figures(july)).containsExactly("0.00", "-18.00", "-18.00");
        assertThat(july.path("invoice").path("number").asString()).contains("-CRN-");
        assertThat(PeppolRules.findings(firm.download("/v1/invoices/" + idOf(july.path("invoice")) + "/ubl")))
                .isEmpty();
        firm.provedRight(idOf(july.path("invoice")));
    }

    @Test
    void of_two_prepayments_the_first_is_used_first_and_each_has_a_line(Firm firm) {
        var _ = prepaid(firm, "0.16", "0.19", Map.of("2026-06-15", "400.00", "2026-07-02", "500.00"));
        firm.approvedTime("ana", "work", "2026-07-10", 18_000);
        var july = firm.issue(idOf(firm.bill("2026-07-31").getFirst()));

        assertThat(july.path("lines")
                        .valueStream()
                        .map(line -> amount(line.path("net")).setScale(2).toPlainString()))
                .containsExactly("600.00", "-400.00", "-200.00");
        assertThat(taxes(july))
                .as("600.00 + 114.00 less 400.00 + 64.00 and 200.00 + 38.00")
                .containsExactly(
                        "S 16 % of -400.00 = -64.00 on 2026-06-15",
                        "S 19 % of 400.00 = 76.00 on 2026-07-02, 2026-07-10");
        assertThat(figures(july)).containsExactly("0.00", "12.00", "12.00");
        firm.provedRight(idOf(july.path("invoice")));
    }

    /** Rates to 30 June and from 1 July; each instalment is invoiced by itself at its day. Returns the first invoice. */
    private static JsonNode prepaid(Firm firm, String rate, String later, Map<String, String> instalments) {
        var _ = firm.opens("EUR", "Europe/Berlin", rate, "2026-07-01");
        firm.taxRate("S", later, "2026-07-01", null);
        firm.sendsElectronically();
        firm.person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "120.00", "EUR", "2025-01-01")
                .contract(
                        "work",
                        "EUR",
                        "Europe/Berlin",
                        null,
                        of("buyerReference", "cost centre 7"),
                        List.of(line(1, "RETAINER")));
        var days = instalments.keySet().stream().sorted().toList();
        firm.post(
                "/v1/projects/" + firm.id("work") + "/instalments",
                of(
                        "instalments",
                        days.stream()
                                .map(day ->
                                        of("description", "Ahead " + day, "amount", instalments.get(day), "dueOn", day))
                                .toList()));
        var invoices = days.stream()
                .map(day -> firm.issue(idOf(firm.bill(day).getFirst())))
                .toList();
        return invoices.getFirst();
    }

    private static String idOf(JsonNode invoice) {
        return invoice.path("invoiceId").asString();
    }

    private static List<String> figures(JsonNode invoice) {
        return List.of("net", "tax", "gross").stream()
                .map(name ->
                        amount(invoice.path("invoice").path(name)).setScale(2).toPlainString())
                .toList();
    }
}
