package io.fairlead.demo;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the views and the verification say after the story, read over HTTP. */
final class DemoFigures {

    /** Age is counted back from the last day of the half year. */
    static final String AS_OF = "2026-06-30";

    private static final List<String> POSTED = List.of("posted", "paid");

    private final StoryClient steps;

    DemoFigures(StoryClient steps) {
        this.steps = steps;
    }

    List<JsonNode> unbilledBy(String dimension) {
        return steps.readAll("/v1/views/unbilled?by=%s&asOf=%s".formatted(dimension, AS_OF));
    }

    List<JsonNode> backlogBy(String dimension) {
        return steps.readAll("/v1/views/backlog?by=" + dimension);
    }

    List<JsonNode> marginBy(String dimension) {
        return steps.readAll("/v1/views/margin?by=" + dimension);
    }

    List<JsonNode> invoices() {
        return steps.readAll("/v1/invoices");
    }

    /** Work items that wait, most money first. */
    List<JsonNode> exceptions() {
        return steps.readAll("/v1/exceptions");
    }

    /** Ids of customers or projects with their names. */
    Map<String, String> names(String path, String idField) {
        var names = new TreeMap<String, String>();
        steps.readAll(path)
                .forEach(row -> names.put(
                        row.path(idField).asString(""), row.path("name").asString("")));
        return names;
    }

    /** The invariants, recomputed from store, views, topics and the ERP's own ledger. */
    JsonNode verification() {
        return steps.readSettled("/v1/verification");
    }

    /** The document for scripts; without what the command itself measured. */
    Map<String, Object> document(int entries, JsonNode verification) {
        var document = new LinkedHashMap<String, Object>();
        document.put("entries", entries);
        document.put("unbilled", sums(unbilledBy("entity"), row -> Billing.amount(row, "unbilled")));
        document.put("backlog", backlog());
        document.put("margin", margin());
        document.put("invoices", invoiceCounts());
        var counts = verification.path("counts");
        long notes = steps.readAll("/v1/credit-notes").stream()
                .filter(note -> textOrNull(note, "number") != null)
                .count();
        document.put(
                "erp",
                RequestFields.of("documents", counts.path("erp_documents").asLong(0), "credit_notes", notes));
        document.put(
                "topics",
                RequestFields.of(
                        "records", counts.path("topic_records").asLong(0),
                        "events_stored", counts.path("events").asLong(0)));
        document.put(
                "exceptions", exceptions().stream().map(DemoFigures::exception).toList());
        document.put("checks", checks(verification));
        return document;
    }

    /** A null amount says that the money at stake is not known. */
    private static Map<String, @Nullable Object> exception(JsonNode one) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("code", one.path("code").asString(""));
        shown.put("amount", textOrNull(one, "amount"));
        shown.put("currency", textOrNull(one, "currency"));
        shown.put("subject", one.path("subjectId").asString(""));
        return shown;
    }

    private static @Nullable String textOrNull(JsonNode row, String field) {
        var text = row.path(field).asString("");
        return text.isEmpty() ? null : text;
    }

    private Map<String, Object> backlog() {
        var rows = backlogBy("entity");
        var revenue = sums(rows, row -> Billing.amount(row, "revenueBacklog"));
        var billing = sums(rows, row -> Billing.amount(row, "billingBacklog"));
        var open = sums(rows, row -> Billing.amount(row, "unquantifiedLines"));
        var backlog = new LinkedHashMap<String, Object>();
        revenue.forEach((currency, amount) -> backlog.put(
                currency,
                RequestFields.of(
                        "revenue", amount,
                        "billing", billing.get(currency),
                        "unquantified_lines", Integer.parseInt(open.getOrDefault(currency, "0")))));
        return backlog;
    }

    private Map<String, Object> margin() {
        var rows = marginBy("entity");
        var revenue = sums(rows, row -> Billing.amount(row, "revenue"));
        var cost = sums(rows, row -> Billing.amount(row, "cost"));
        var margin = sums(rows, row -> Billing.amount(row, "margin"));
        var all = new LinkedHashMap<String, Object>();
        revenue.forEach((currency, amount) -> all.put(
                currency,
                RequestFields.of("revenue", amount, "cost", cost.get(currency), "margin", margin.get(currency))));
        return all;
    }

    /** Sums by currency as plain text. */
    private static Map<String, String> sums(List<JsonNode> rows, Function<JsonNode, BigDecimal> field) {
        var sums = new TreeMap<String, BigDecimal>();
        rows.forEach(row -> sums.merge(row.path("currency").asString(""), field.apply(row), BigDecimal::add));
        var texts = new LinkedHashMap<String, String>();
        sums.forEach((currency, sum) -> texts.put(currency, sum.toPlainString()));
        return texts;
    }

    private Map<String, Object> invoiceCounts() {
        var drafted = 0;
        var issued = 0;
        var posted = 0;
        var paid = 0;
        var discarded = 0;
        for (var invoice : invoices()) {
            var status = invoice.path("status").asString("");
            drafted += status.equals("drafted") ? 1 : 0;
            issued += textOrNull(invoice, "number") == null ? 0 : 1;
            posted += POSTED.contains(status) ? 1 : 0;
            paid += status.equals("paid") ? 1 : 0;
            discarded += status.equals("discarded") ? 1 : 0;
        }
        return RequestFields.of(
                "drafted", drafted, "issued", issued, "posted", posted, "paid", paid, "discarded", discarded);
    }

    private static Map<String, Object> checks(JsonNode verification) {
        var checks = new LinkedHashMap<String, Object>();
        checks.put("failed", verification.path("failed").asInt(1));
        verification
                .path("checks")
                .forEach(check -> checks.put(
                        check.path("id").asString(""), check.path("failed").asLong(0)));
        return checks;
    }
}
