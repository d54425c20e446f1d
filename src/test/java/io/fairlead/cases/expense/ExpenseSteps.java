package io.fairlead.cases.expense;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.cases.Firm;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What cases about expenses do and look at again and again, over HTTP and by files. */
final class ExpenseSteps {

    /** A company at 20 % and a contract {@code work} of one line that passes expenses on with 10 %; ana spends. */
    static void opened(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .contract(
                        "work",
                        "EUR",
                        "Europe/Berlin",
                        null,
                        List.of(line(1, "TIME_AND_MATERIALS", "terms", of("markUp", "0.10"))));
    }

    /** An approved flight of ana on 2026-03-02: 595.00 with 95.00 of tax that comes back, so 550.00 for the customer. */
    static String flight(Firm firm) {
        return spent(firm, "flight", of("amount", "595.00", "tax", "95.00", "recoverableTax", "95.00"));
    }

    static String spent(Firm firm, String name, Map<String, Object> figures) {
        var id = firm.id(name);
        var body = of(
                "id",
                id,
                "person",
                firm.id("ana"),
                "project",
                firm.id("work"),
                "category",
                "TRAVEL",
                "spentOn",
                "2026-03-02",
                "currency",
                "EUR");
        body.putAll(figures);
        firm.as(Firm.RECORDER, "/v1/expenses", body);
        firm.as(Firm.RECORDER, "/v1/expenses/" + id + "/submission", of());
        firm.as("approver", "/v1/expenses/" + id + "/approval", of());
        firm.settled();
        return id;
    }

    static Map<String, Object> correction(String spentOn, String amount, String tax) {
        return of(
                "spentOn",
                spentOn,
                "amount",
                amount,
                "tax",
                tax,
                "recoverableTax",
                tax,
                "currency",
                "EUR",
                "reason",
                "misread");
    }

    @CanIgnoreReturnValue
    static JsonNode corrected(Firm firm, String expense, String spentOn, String amount, String tax) {
        firm.as("lead", "/v1/expenses/" + expense + "/corrections", correction(spentOn, amount, tax));
        return expense(firm, expense);
    }

    static Map<String, Object> refund(String id, String amount, String tax) {
        return of(
                "id",
                id,
                "refundedOn",
                "2026-04-20",
                "amount",
                amount,
                "tax",
                tax,
                "recoverableTax",
                tax,
                "currency",
                "EUR",
                "reason",
                "one leg was cancelled");
    }

    @CanIgnoreReturnValue
    static JsonNode refunded(Firm firm, String expense, String id, String amount, String tax) {
        firm.as(Firm.RECORDER, "/v1/expenses/" + expense + "/refunds", refund(id, amount, tax));
        return expense(firm, expense);
    }

    static JsonNode expense(Firm firm, String id) {
        firm.settled();
        return firm.get("/v1/expenses/" + id);
    }

    /** Id of the only draft up to the day; "nothing" when there is none. */
    static String draft(Firm firm, String day) {
        var drafts = firm.bill(day);
        return drafts.isEmpty()
                ? "nothing"
                : drafts.getFirst().path("invoiceId").asString();
    }

    /** A credit of a part of the first line as CORRECTED; null means all of it. */
    static List<Map<String, Object>> credit(@Nullable String amount, String disposition) {
        return List.of(of("lineNo", 1, "amount", amount, "disposition", disposition));
    }

    static String net(JsonNode invoice) {
        return money(invoice.path("invoice").path("net"));
    }

    static String creditNet(JsonNode note) {
        return money(note.path("creditNote").path("net"));
    }

    static String noteId(JsonNode note) {
        return note.path("creditNote").path("creditNoteId").asString();
    }

    /** Cost and revenue of the contract, by the view that HTTP reads. */
    static List<String> margin(Firm firm) {
        firm.settled();
        var row = firm.get("/v1/views/margin?by=contract&contract=" + firm.id("work"))
                .path("items")
                .path(0);
        return List.of(money(row.path("cost")), money(row.path("revenue")));
    }

    /** Unbilled and over the limit, by the view that HTTP reads. */
    static List<String> unbilled(Firm firm) {
        firm.settled();
        var rows = firm.get("/v1/views/unbilled?contract=" + firm.id("work")).path("items");
        return List.of(
                rows.isEmpty() ? "0.00" : money(rows.path(0).path("unbilled")),
                rows.isEmpty() ? "0.00" : money(rows.path(0).path("overLimit")));
    }

    /** Codes of the open work items about an expense. */
    static List<String> open(Firm firm, String expense) {
        firm.settled();
        return firm.get("/v1/exceptions?status=open&limit=500&subject=expense:" + expense)
                .path("items")
                .valueStream()
                .map(item -> item.path("code").asString())
                .toList();
    }

    static String money(JsonNode told) {
        return told.isNull() || told.isMissingNode()
                ? "none"
                : amount(told).setScale(2).toPlainString();
    }

    private ExpenseSteps() {}
}
