package io.fairlead.cases.credits;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.cases.Firm;
import io.fairlead.cli.CommandFailed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What cases about credits do and look at again and again, over HTTP. */
final class CreditSteps {

    /** A company at 20 % with an engineer, ana, at a price by the hour, and a contract {@code work} of one line. */
    static void opened(Firm firm, String rate, String method) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), rate, "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, method)));
    }

    /** A retainer of {@code work}, invoiced and posted on a day. */
    static void retainer(Firm firm, String amount, String dueOn) {
        firm.post(
                "/v1/projects/" + firm.id("work") + "/instalments",
                of("instalments", List.of(of("description", "Retainer", "amount", amount, "dueOn", dueOn))));
        firm.issue(firm.bill(dueOn).getFirst().path("invoiceId").asString());
    }

    /** Time of ana's on {@code work}, on an issued invoice of its own; returns the invoice's id. */
    static String billed(Firm firm, String day, int seconds) {
        firm.approvedTime("ana", "work", day, seconds);
        var invoice = firm.bill(day).getFirst().path("invoiceId").asString();
        firm.issue(invoice);
        return invoice;
    }

    /** A credit that waits for its approval; returns its id. */
    static String asked(Firm firm, String name, String invoice, Map<String, Object> credit) {
        firm.as("biller", "/v1/invoices/" + invoice + "/credits", credit(firm, name, credit));
        firm.settled();
        return firm.id(name);
    }

    /** The refusal of a credit: code, reason and remedy. */
    static String refusal(Firm firm, String invoice, Map<String, Object> credit) {
        return refusal(firm, "biller", "/v1/invoices/" + invoice + "/credits", credit(firm, "refused", credit));
    }

    /** The refusal of a command: code, reason and remedy; "none" when it was accepted. */
    static String refusal(Firm firm, String actor, String path, Map<String, Object> body) {
        try {
            firm.as(actor, path, body);
        } catch (CommandFailed refused) {
            return refused.problem().get("code") + " " + refused.problem();
        }
        return "none";
    }

    private static Map<String, Object> credit(Firm firm, String name, Map<String, Object> credit) {
        credit.putAll(of("id", firm.id(name), "issueDate", "2026-03-02", "reason", "case"));
        return credit;
    }

    /** All that is left of an invoice, credited, issued and posted; returns the credit note. */
    @CanIgnoreReturnValue
    static JsonNode creditAll(Firm firm, String invoice, String disposition) {
        var note = asked(firm, "whole", invoice, of("rest", disposition));
        firm.as("approver", "/v1/credit-notes/" + note + "/approval", of());
        firm.settled();
        var credited = firm.get("/v1/credit-notes/" + note);
        assertThat(credited.path("creditNote").path("status").asString()).isEqualTo("posted");
        return credited;
    }

    /** Net, tax and gross of an invoice or a credit note, with two decimals. */
    static List<String> figures(JsonNode document) {
        var head = document.path(document.has("creditNote") ? "creditNote" : "invoice");
        return List.of("net", "tax", "gross").stream()
                .map(name -> told(head.path(name)))
                .toList();
    }

    /** Nets of its lines, with two decimals. */
    static List<String> nets(JsonNode document) {
        return document.path("lines")
                .valueStream()
                .map(line -> told(line.path("net")))
                .toList();
    }

    /** Id of a credit note. */
    static String idOf(JsonNode note) {
        return note.path("creditNote").path("creditNoteId").asString();
    }

    /** What is open of an invoice. */
    static String open(Firm firm, String invoice) {
        return told(firm.get("/v1/invoices/" + invoice).path("invoice").path("open"));
    }

    /** What is left of the retainer of {@code work}. */
    static BigDecimal balance(Firm firm) {
        return amount(firm.get("/v1/retainers?contract=" + firm.id("work"))
                .path("items")
                .path(0)
                .path("balance"));
    }

    /** An amount with two decimals. */
    static String told(JsonNode amount) {
        return amount(amount).setScale(2).toPlainString();
    }

    private CreditSteps() {}
}
