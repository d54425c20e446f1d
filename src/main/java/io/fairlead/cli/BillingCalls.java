package io.fairlead.cli;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The calls behind {@code fairlead bill}.
 *
 * @param patience how long each wait may take
 */
record BillingCalls(Api api, Output output, Duration patience) {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PRICING_MAX = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final int PAGE = 1_000;
    private static final int AGE_DAYS = 31;
    private static final Set<String> SETTLED = Set.of("posted", "paid", "refused", "discarded");

    /**
     * Approved time is priced in the background. Waits until none is left, or what is left (time without a rate, for
     * example) stays the same.
     */
    void awaitPrices(String entity) {
        var end = System.nanoTime() + PRICING_MAX.toNanos();
        var path = "/v1/time-entries?status=approved&limit=" + PAGE + "&legalEntity=" + encoded(entity);
        var before = api.get(path).body();
        while (!before.path("items").isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(QUIET.toNanos());
            var now = api.get(path).body();
            if (now.equals(before)) {
                return;
            }
            before = now;
        }
    }

    /** Ends with not found for a company that nobody registered. */
    void requireCompany(String entity) {
        var _ = api.get("/v1/legal-entities/" + encoded(entity));
    }

    /** Contract, currency, amount and what of it is on drafts, up to a day. */
    List<Map<String, String>> unbilled(String entity, LocalDate cutOff) {
        // Seen from 31 days later, the youngest age class holds just what comes after the cut-off date.
        var asOf = cutOff.plusDays(AGE_DAYS);
        var rows = new ArrayList<Map<String, String>>();
        for (var figure : all("/v1/views/unbilled?by=contract&entity=" + encoded(entity) + "&asOf=" + asOf)) {
            var amount = decimal(figure, "unbilled").subtract(decimal(figure, "to30"));
            if (amount.signum() != 0) {
                var row = new LinkedHashMap<String, String>();
                row.put("contract", figure.path("id").asString(""));
                row.put("currency", figure.path("currency").asString(""));
                row.put("unbilled", amount.toPlainString());
                row.put("drafted", decimal(figure, "drafted").toPlainString());
                rows.add(row);
            }
        }
        return rows;
    }

    /** Whether a run would be taken. */
    void rehearse(Map<String, Object> body) {
        var _ = api.rehearse("/v1/billing-runs", body);
    }

    /** @return the run's id */
    String start(Map<String, Object> body) {
        return api.post("/v1/billing-runs", body).body().path("id").asString();
    }

    /** The run's invoices once all planned ones are drafted; empty when it planned none. */
    List<JsonNode> awaitDrafts(String run) {
        var end = System.nanoTime() + patience.toNanos();
        try (var progress = Progress.of(output, "drafts", 0)) {
            while (true) {
                var state = find("/v1/billing-runs/" + run);
                var planned = state.path("invoicesPlanned").asInt(-1);
                var invoices = invoices(run);
                progress.at(invoices.size());
                if (state.path("status").asString("").equals("completed") && invoices.size() >= planned) {
                    return invoices;
                }
                pause(end, "the drafts of " + run, invoices.size(), planned);
            }
        }
    }

    /** Characters of drafts that their PDFs cannot draw, one row for each draft that has such. */
    List<Map<String, String>> lackingSigns(List<JsonNode> drafts) {
        var rows = new ArrayList<Map<String, String>>();
        for (var draft : drafts) {
            if (draft.path("status").asString("").equals("drafted")) {
                var id = draft.path("invoiceId").asString("");
                var signs = find("/v1/invoices/" + id)
                        .path("lackingSigns")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList();
                if (!signs.isEmpty()) {
                    var row = new LinkedHashMap<String, String>();
                    row.put("invoice", id);
                    row.put("characters", String.join(", ", signs));
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /**
     * Approves them.
     *
     * @param accepted day of issue that is accepted where it moves; null means the draft's
     */
    void approve(
            Api approver, List<JsonNode> drafts, @Nullable LocalDate accepted, List<Map<String, String>> refusals) {
        Map<String, Object> body = accepted == null ? Map.of() : Map.of("issueDate", accepted.toString());
        try (var progress = Progress.of(output, "approvals", drafts.size())) {
            for (var draft : drafts) {
                if (draft.path("status").asString("").equals("drafted")) {
                    try {
                        var _ = approver.post(
                                "/v1/invoices/" + draft.path("invoiceId").asString() + "/approval", body);
                    } catch (CommandFailed refused) {
                        if (refused.code() == ExitCode.RETRY_LATER || refused.code() == ExitCode.INTERRUPTED) {
                            throw refused;
                        }
                        var code = refused.problem()
                                .getOrDefault("code", refused.code().name());
                        refusals.add(refusal(draft, code.toString(), String.valueOf(refused.getMessage())));
                    }
                }
                progress.step();
            }
        }
    }

    /** The run's invoices once each is posted, paid, refused or discarded; those not approved are not waited for. */
    List<JsonNode> awaitPostings(String run, List<Map<String, String>> refusals) {
        var end = System.nanoTime() + patience.toNanos();
        var left = refusals.stream().map(row -> row.get("invoice")).toList();
        try (var progress = Progress.of(output, "postings", 0)) {
            while (true) {
                var invoices = invoices(run);
                var settled = invoices.stream()
                        .filter(invoice -> SETTLED.contains(
                                        invoice.path("status").asString(""))
                                || left.contains(invoice.path("invoiceId").asString("")))
                        .count();
                progress.at(settled);
                if (settled == invoices.size()) {
                    return invoices;
                }
                pause(end, "the postings of " + run, settled, invoices.size());
            }
        }
    }

    static Map<String, String> refusal(JsonNode invoice, String code, String reason) {
        var row = new LinkedHashMap<String, String>();
        row.put("invoice", invoice.path("invoiceId").asString(""));
        row.put("code", code);
        row.put("reason", reason);
        return row;
    }

    private void pause(long end, String what, long done, long total) {
        if (System.nanoTime() > end) {
            throw new CommandFailed(
                    ExitCode.RETRY_LATER,
                    "%s are not complete after %d s (%d of %d); they go on: see GET /v1/invoices and /v1/exceptions"
                            .formatted(what, patience.toSeconds(), done, total));
        }
        LockSupport.parkNanos(POLL.toNanos());
    }

    /** The invoices of a run, drafts with the tax that their approval would decide by now. */
    List<JsonNode> taxed(String run) {
        return all("/v1/invoices?draftTax=true&billingRun=" + encoded(run));
    }

    private List<JsonNode> invoices(String run) {
        return all("/v1/invoices?billingRun=" + encoded(run));
    }

    private JsonNode find(String path) {
        try {
            return api.get(path).body();
        } catch (CommandFailed failed) {
            if (failed.code() == ExitCode.NOT_FOUND) {
                return JsonNodeFactory.instance.objectNode(); // Not in the views yet.
            }
            throw failed;
        }
    }

    private List<JsonNode> all(String path) {
        var all = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = api.get(path + "&limit=" + PAGE + (next.isEmpty() ? "" : "&cursor=" + encoded(next)))
                    .body();
            page.path("items").forEach(all::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return all;
    }

    private static BigDecimal decimal(JsonNode row, String field) {
        return new BigDecimal(row.path(field).asString("0"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
