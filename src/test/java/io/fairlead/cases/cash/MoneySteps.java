package io.fairlead.cases.cash;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.cases.Firm;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What cases about money do and look at again and again, over HTTP. */
final class MoneySteps {

    static final int HOUR = 3_600;

    /** A company in EUR with an engineer, ana, at 100 an hour, and a contract {@code work}; tax at a rate. */
    static void opened(Firm firm, String taxRate) {
        firm.opens("EUR", "Europe/Berlin", taxRate)
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
    }

    static void policy(Firm firm, Object... fields) {
        var policy = of("from", "2026-01-01");
        policy.putAll(of(fields));
        firm.post("/v1/legal-entities/" + firm.id("firm") + "/receivable-policy", policy);
    }

    /** Time of ana's on an issued invoice of its own; returns the invoice's id. */
    static String billed(Firm firm, String day, int seconds) {
        firm.approvedTime("ana", "work", day, seconds);
        var invoice = firm.bill(day).getFirst().path("invoiceId").asString();
        firm.issue(invoice);
        return invoice;
    }

    /** Money of the buyer from the bank, for invoices in their order; returns the receipt's id. */
    @CanIgnoreReturnValue
    static String received(Firm firm, String entry, String amount, String day, String... invoices) {
        var receipt = firm.as("teller", "/v1/receipts", money(firm, entry, amount, day, firm.id("buyer"), invoices))
                .path("id")
                .asString();
        firm.settled();
        return receipt;
    }

    static Map<String, Object> money(
            Firm firm, String entry, String amount, String day, @Nullable String customer, String... invoices) {
        return of(
                "source",
                "bank",
                "sourceId",
                firm.id(entry),
                "legalEntity",
                firm.id("firm"),
                "customer",
                customer,
                "amount",
                amount,
                "currency",
                "EUR",
                "valueDate",
                day,
                "invoices",
                Arrays.stream(invoices).map(invoice -> of("invoice", invoice)).toList(),
                "payer",
                "Buyer");
    }

    /** What a person does with money, waited for. */
    static void change(Firm firm, String actor, String receipt, String what, Object... fields) {
        firm.as(actor, "/v1/receipts/" + receipt + "/" + what, of(fields));
        firm.settled();
    }

    static String open(Firm firm, String invoice) {
        var head = firm.get("/v1/invoices/" + invoice).path("invoice");
        return told(head.path("open")) + " " + head.path("status").asString();
    }

    /** Received, applied, refunded and left of money, and where it stands. */
    static String standing(Firm firm, String receipt) {
        var told = firm.get("/v1/receipts/" + receipt).path("receipt");
        return String.join(
                " ",
                told(told.path("receivedAmount")),
                told(told.path("appliedAmount")),
                told(told.path("refundedAmount")),
                told(told.path("leftAmount")),
                told.path("status").asString());
    }

    /** The parts of money: amount, on whose word, where it stands and why. */
    static List<String> parts(Firm firm, String receipt) {
        return firm.get("/v1/receipts/" + receipt)
                .path("parts")
                .valueStream()
                .map(part -> told(part.path("amount")) + " "
                        + part.path("how").asString(part.path("kind").asString())
                        + " " + part.path("status").asString()
                        + (part.path("undoneOn").isNull()
                                        || part.path("undoneOn").isMissingNode()
                                ? ""
                                : " " + part.path("undoneOn").asString() + " "
                                        + part.path("reason").asString()))
                .toList();
    }

    /** What the customer owes, what is owed to it, and both together. */
    static List<String> balance(Firm firm) {
        var balance = receivables(firm).path("balances").path(0);
        return List.of("owed", "owedToCustomer", "balance").stream()
                .map(name -> balance.isMissingNode() ? "0.00" : told(balance.path(name)))
                .toList();
    }

    static JsonNode receivables(Firm firm) {
        return firm.get("/v1/receivables?customer=" + firm.id("buyer"));
    }

    static List<String> statement(Firm firm) {
        return firm.get("/v1/receivables/statement?customer=" + firm.id("buyer"))
                .path("lines")
                .valueStream()
                .map(line -> line.path("on").asString().substring("2026-".length()) + " "
                        + line.path("kind").asString() + " " + told(line.path("amount")))
                .toList();
    }

    /** Where the work item about money stands; "none" when nobody was ever told. */
    static String item(Firm firm, String receipt) {
        return firm.get("/v1/exceptions?code=PAYMENT_NOT_APPLIED&subject=" + receipt)
                .path("items")
                .path(0)
                .path("status")
                .asString("none");
    }

    /** What is not paid of an invoice: kind, amount, net, tax and where it stands. */
    static List<String> deductions(Firm firm, String invoice) {
        return firm.get("/v1/deductions?invoice=" + invoice)
                .path("items")
                .valueStream()
                .map(each -> each.path("kind").asString() + " " + told(each.path("amount"))
                        + (each.path("netAmount").isNull()
                                        || each.path("netAmount").isMissingNode()
                                ? ""
                                : " " + told(each.path("netAmount")) + " " + told(each.path("taxAmount")))
                        + " " + each.path("status").asString())
                .toList();
    }

    static String told(JsonNode amount) {
        return amount(amount).setScale(2).toPlainString();
    }

    private MoneySteps() {}
}
