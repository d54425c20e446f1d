package io.fairlead.cases.credits;

import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.credits.CreditSteps.figures;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 34: what is credited to one of three payers, or leaves its draft, is billed again to that payer alone. */
@ExtendWith(CaseStack.class)
class Case34CreditOfOnePayerTest {

    @Test
    void what_one_payer_had_is_billed_to_it_again(Firm firm) {
        var invoices = drafted(firm);
        invoices.values().forEach(firm::issue);

        var note = CreditSteps.creditAll(firm, invoice(firm, invoices, "second"), "REOPEN");
        var again = firm.bill("2026-03-31");

        assertThat(figures(note)).containsExactly("105.00", "21.00", "126.00");
        assertThat(told(again)).containsExactly(firm.id("second") + " 105.00");
        firm.issue(idOf(again.getFirst()));
        assertThat(firm.bill("2026-03-31")).isEmpty();
        firm.provedRight(
                Stream.concat(invoices.values().stream(), Stream.of(CreditSteps.idOf(note), idOf(again.getFirst())))
                        .toArray(String[]::new));
    }

    @Test
    void what_left_the_draft_of_one_payer_is_drafted_for_it_again(Firm firm) {
        var invoices = drafted(firm);
        firm.issue(invoice(firm, invoices, "first"));
        firm.as("biller", "/v1/invoices/" + invoice(firm, invoices, "third") + "/discard", of("reason", "wrong day"));
        firm.settled();

        assertThat(told(firm.bill("2026-03-31"))).containsExactly(firm.id("third") + " 75.00");
    }

    @Test
    void what_one_payer_had_at_a_former_price_is_billed_to_it_at_the_price_of_now(Firm firm) {
        var invoices = drafted(firm);
        invoices.values().forEach(firm::issue);
        firm.rate("standard", "legal-entity:" + firm.id("firm"), "600.02", "EUR", "2026-02-01");
        firm.settled();

        var _ = CreditSteps.creditAll(firm, invoice(firm, invoices, "second"), "REOPEN");

        assertThat(told(firm.bill("2026-03-31"))).containsExactly(firm.id("second") + " 210.01");
    }

    /** An hour at 300.01 for three payers, on a draft of each: by payer, the draft. */
    private static Map<String, String> drafted(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .customer("first", "EUR")
                .customer("second", "EUR")
                .customer("third", "EUR")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "300.01", "EUR", "2025-01-01")
                .contract(
                        "work",
                        "EUR",
                        "Europe/Berlin",
                        of(
                                "payers",
                                List.of(
                                        payer(firm, "first", "0.40", true),
                                        payer(firm, "second", "0.35", false),
                                        payer(firm, "third", "0.25", false))),
                        List.of(line(1, "TIME_AND_MATERIALS")));
        firm.approvedTime("ana", "work", "2026-02-17", 3_600);
        var drafts = firm.bill("2026-02-28");
        assertThat(told(drafts))
                .containsExactly(
                        firm.id("first") + " 120.01", firm.id("second") + " 105.00", firm.id("third") + " 75.00");
        var byPayer = new TreeMap<String, String>();
        drafts.forEach(draft -> byPayer.put(payerOf(draft), idOf(draft)));
        return byPayer;
    }

    private static Map<String, Object> payer(Firm firm, String name, String share, boolean takesResidue) {
        return of("customer", firm.id(name), "share", share, "takesResidue", takesResidue);
    }

    private static String invoice(Firm firm, Map<String, String> invoices, String payer) {
        return invoices.getOrDefault(firm.id(payer), "none");
    }

    private static List<String> told(List<JsonNode> drafts) {
        return drafts.stream()
                .map(draft -> payerOf(draft) + " " + CreditSteps.told(draft.path("net")))
                .sorted()
                .toList();
    }

    private static String payerOf(JsonNode draft) {
        return draft.path("customerId").asString().replace("customer:", "");
    }

    private static String idOf(JsonNode draft) {
        return draft.path("invoiceId").asString();
    }
}
