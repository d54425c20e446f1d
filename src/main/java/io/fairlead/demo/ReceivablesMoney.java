package io.fairlead.demo;

import static io.fairlead.demo.ReceivablesData.COMPANY;
import static io.fairlead.demo.ReceivablesData.CURRENCY;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.demo.StoryClient.Seen;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What clerks do with money and with what is not paid. Each step waits for what follows from it and stays true for ever, so that it
 * holds when the story is played again.
 */
final class ReceivablesMoney {

    private static final String TELLER = "teller";

    /** Who decides what the teller may not. */
    private static final String SECOND = "cfo";

    private final StoryClient steps;

    ReceivablesMoney(StoryClient steps) {
        this.steps = steps;
    }

    /**
     * Money of a customer for invoices in their order; returns its id when it has as many parts as invoices that it pays.
     *
     * @param parts how many of the invoices take some of it
     */
    @CanIgnoreReturnValue
    String received(String entry, String customer, String amount, String day, int parts, String... invoices) {
        var receipt = steps.send(ReceivablesData.request(
                        TELLER,
                        "/v1/receipts",
                        "money/" + entry,
                        RequestFields.of(
                                "source", "bank",
                                "sourceId", COMPANY + "/" + entry,
                                "legalEntity", COMPANY,
                                "customer", customer,
                                "amount", amount,
                                "currency", CURRENCY,
                                "valueDate", day,
                                "invoices",
                                        Arrays.stream(invoices)
                                                .map(invoice -> Map.of("invoice", invoice))
                                                .toList())))
                .body()
                .path("id")
                .asString("");
        awaitParts(receipt, parts);
        return receipt;
    }

    private void awaitParts(String receipt, int parts) {
        steps.await("what " + receipt + " pays", () -> {
            var there = steps.exists("/v1/receipts/" + receipt)
                    ? steps.read("/v1/receipts/" + receipt).path("parts").size()
                    : -1;
            return Seen.of(there >= parts, there + " parts of " + parts);
        });
    }

    /** Money on account set against an invoice, as far as both go. */
    void apply(String receipt, String application, String invoice, String day, int parts) {
        change(
                TELLER,
                receipt,
                "applications",
                RequestFields.of("id", application, "invoice", invoice, "valueDate", day));
        awaitParts(receipt, parts);
    }

    /** The first application of money taken back. */
    void unapply(String receipt, String day, String reason) {
        var application = steps.read("/v1/receipts/" + receipt)
                .path("parts")
                .path(0)
                .path("partId")
                .asString("");
        change(
                TELLER,
                receipt,
                "reversals",
                RequestFields.of("application", application, "valueDate", day, "reason", reason));
    }

    void refund(String receipt, String day, String reason) {
        change(SECOND, receipt, "refunds", RequestFields.of("id", "refund", "valueDate", day, "reason", reason));
    }

    /** @param booking that says so, as the bank's statement names it; null when a person does */
    void sendBack(String receipt, String day, String reason, @Nullable String booking) {
        change(TELLER, receipt, "return", RequestFields.of("valueDate", day, "reason", reason, "sourceId", booking));
    }

    private void change(String actor, String receipt, String what, Map<String, Object> body) {
        steps.send(actor, "/v1/receipts/" + receipt + "/" + what, "receivables/" + what + "/" + receipt, body);
    }

    /** What a payer withholds, and its certificate. */
    void withheld(String invoice, String receipt, String amount, String day) {
        var path = "/v1/invoices/" + invoice + "/deductions";
        steps.send(
                TELLER,
                path,
                "receivables/withheld/" + invoice,
                RequestFields.of(
                        "id",
                        "withheld",
                        "kind",
                        "WITHHOLDING",
                        "receipt",
                        receipt,
                        "amount",
                        amount,
                        "valueDate",
                        day,
                        "reason",
                        "tax on services, 15 %"));
        steps.send(
                TELLER,
                path + "/withheld/certificate",
                "receivables/certified/" + invoice,
                RequestFields.of("certificate", "WHT-2026-17", "valueDate", "2026-06-30"));
    }

    void disputed(String invoice, String since, String settled) {
        var path = "/v1/invoices/" + invoice + "/dispute";
        steps.send(
                TELLER,
                path,
                "receivables/dispute/" + invoice,
                RequestFields.of("valueDate", since, "reason", "who ordered this hour"));
        steps.send(
                TELLER,
                path + "/settlement",
                "receivables/settled/" + invoice,
                RequestFields.of("valueDate", settled, "reason", "it was ordered by phone"));
    }

    void lost(String invoice, String amount, String day) {
        var path = "/v1/invoices/" + invoice + "/bad-debts";
        steps.send(
                TELLER,
                path,
                "receivables/lost/" + invoice,
                RequestFields.of("id", "lost", "amount", amount, "reason", "composition with its creditors"));
        steps.send(
                SECOND,
                path + "/lost/approval",
                "receivables/written-off/" + invoice,
                RequestFields.of("valueDate", day));
    }

    /** Half an hour of a paid invoice credited, and what is owed then paid out. */
    void creditedAndPaidOut(String invoice, int seconds) {
        var note = COMPANY + "-credit";
        steps.send(
                "billing-clerk",
                "/v1/invoices/" + invoice + "/credits",
                "receivables/credit/" + note,
                RequestFields.of(
                        "id",
                        note,
                        "lines",
                        List.of(RequestFields.of("lineNo", 1, "seconds", seconds, "disposition", "CORRECTED")),
                        "issueDate",
                        "2026-03-20",
                        "reason",
                        "the workshop was shorter"));
        awaitNote(note, "drafted");
        steps.send("controller", "/v1/credit-notes/" + note + "/approval", "receivables/approve/" + note, Map.of());
        awaitNote(note, "posted");
        steps.await("what is owed by " + note, () -> Seen.of(raised("CREDIT_OWED") > 0, "nobody was told"));
        steps.send(
                SECOND,
                "/v1/owed-credits/" + note + "/refunds",
                "receivables/paid-out/" + note,
                RequestFields.of("id", "paid-out", "valueDate", "2026-03-27", "reason", "asked for by the customer"));
    }

    private void awaitNote(String note, String status) {
        steps.await("credit note " + note, () -> {
            var path = "/v1/credit-notes/" + note;
            var now = steps.exists(path)
                    ? steps.read(path).path("creditNote").path("status").asString("")
                    : "nowhere";
            return Seen.of(now.equals(status) || now.equals("posted"), "it is " + now);
        });
    }

    /** How many work items of a code there were in the company. */
    long raised(String code) {
        return steps.readAll("/v1/exceptions?code=" + code).stream()
                .filter(item -> item.path("legalEntityId").asString("").equals("legal-entity:" + COMPANY))
                .count();
    }

    /** Waits until somebody was told about something, then or since. */
    void awaitTold(String code, String subject) {
        steps.await(
                "a work item " + code,
                () -> Seen.of(
                        !steps.readAll("/v1/exceptions?code=" + code + "&subject=" + subject)
                                .isEmpty(),
                        "nobody was told of " + subject));
    }
}
