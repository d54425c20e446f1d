package io.fairlead.sandbox;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The sandbox's endpoints: path and body to the ledger, the ledger's answer back. Knows nothing of faults. */
final class SandboxApi {

    /** The first path segments a gateway calls, and so those that faults befall. */
    static final Set<String> BUSINESS =
            Set.of("customers", "projects", "invoices", "refunds", "bookings", "changes", "psa");

    private static final int PAGE_MAX = 500;

    private final Ledger ledger;

    SandboxApi(Ledger ledger) {
        this.ledger = ledger;
    }

    /** One request without its transport. */
    record Call(String method, List<String> path, Map<String, String> query, byte[] body) {

        String at(int index) {
            return index < path.size() ? path.get(index) : "";
        }

        String route() {
            return method + " " + String.join("/", path.stream().limit(1).toList()) + (path.size() > 1 ? "/+" : "");
        }

        JsonNode json() {
            try {
                return Json.MAPPER.readTree(body);
            } catch (JacksonException e) {
                throw SandboxRefusal.malformed("body", "must be JSON: " + e.getOriginalMessage());
            }
        }

        BodyFields fields() {
            return BodyFields.of(json());
        }
    }

    Reply answer(Call call, boolean ignoreReferences) {
        return switch (call.route()) {
            case "GET /", "GET ", "GET health" -> Reply.ok(Map.of("status", "UP"));
            case "POST customers" -> ledger.createCustomer(call.fields(), ignoreReferences);
            case "PUT customers/+" -> ledger.changeCustomer(call.at(1), call.fields());
            case "GET customers" -> found(call, ledger.read(books -> books.customers.withRef(ref(call))));
            case "GET customers/+" -> Reply.ok(ledger.read(books -> books.customers.require(call.at(1))));
            case "POST projects" -> ledger.createProject(call.fields(), ignoreReferences);
            case "PUT projects/+" -> ledger.changeProject(call.at(1), call.fields());
            case "GET projects" -> found(call, ledger.read(books -> books.projects.withRef(ref(call))));
            case "GET projects/+" -> Reply.ok(ledger.read(books -> books.projects.require(call.at(1))));
            case "POST invoices" -> ledger.draftInvoice(call.fields(), ignoreReferences);
            case "PUT invoices/+" -> ledger.replaceDraft(call.at(1), call.fields());
            case "POST invoices/+" -> posting(call);
            case "GET invoices" -> found(call, ledger.read(books -> Ledger.shown(books.invoices.withRef(ref(call)))));
            case "GET invoices/+" -> Reply.ok(ledger.read(books -> Ledger.shown(books.invoices.require(call.at(1)))));
            case "POST payments" -> ledger.pay(call.fields());
            case "POST refunds" -> ledger.payOut(call.fields(), ignoreReferences);
            case "GET refunds" -> found(call, ledger.read(books -> books.refunds.withRef(ref(call))));
            case "GET refunds/+" -> Reply.ok(ledger.read(books -> books.refunds.require(call.at(1))));
            case "POST bookings" -> ledger.book(call.fields(), ignoreReferences);
            case "GET bookings" -> found(call, ledger.read(books -> books.bookings.withRef(ref(call))));
            case "GET bookings/+" -> Reply.ok(ledger.read(books -> books.bookings.require(call.at(1))));
            case "GET payments" -> Reply.ok(ledger.read(books -> List.copyOf(books.payments.all())));
            case "GET changes" -> changes(call);
            case "GET ledger" -> Reply.ok(ledger.read(books -> LedgerReport.of(books)));
            case "GET stats" -> Reply.ok(ledger.read(SandboxApi::stats));
            case "GET periods" -> Reply.ok(ledger.read(books -> Map.of("closed", sorted(books.closedPeriods))));
            case "PUT periods/+" ->
                ledger.setPeriod(call.at(1), month(call.at(2)), call.fields().flag("closed"));
            case "POST crm/+" -> crm(call);
            case "GET crm/+" -> opportunities(call);
            case "POST psa/+" -> ledger.createPsaProject(call.fields(), ignoreReferences);
            case "GET psa/+" -> psaProjects(call);
            default ->
                throw SandboxRefusal.unknown(
                        "path", "there is no " + call.method() + " /" + String.join("/", call.path()));
        };
    }

    private static Reply found(Call call, List<?> documents) {
        return Reply.ok(Map.of("externalRef", ref(call), "documents", documents));
    }

    private static String ref(Call call) {
        var ref = call.query().get("externalRef");
        if (ref == null || ref.isBlank()) {
            throw SandboxRefusal.malformed("externalRef", "name the reference to search for: ?externalRef=...");
        }
        return ref;
    }

    private Reply posting(Call call) {
        if (!call.at(2).equals("posting")) {
            throw SandboxRefusal.unknown("path", "an invoice is posted by POST /invoices/{id}/posting");
        }
        return ledger.post(call.at(1), call.fields());
    }

    private Reply changes(Call call) {
        var since = number(call, "since", 0);
        var limit = Math.clamp(number(call, "limit", 100), 1, PAGE_MAX);
        return Reply.ok(ledger.read(books -> {
            var from = firstAfter(books.changes, since);
            var page = List.copyOf(books.changes.subList(from, Math.min(books.changes.size(), from + limit)));
            var next = page.isEmpty() ? since : page.getLast().cursor();
            return Map.of("changes", page, "next", next, "more", from + limit < books.changes.size());
        }));
    }

    private static int firstAfter(List<SandboxLedger.Change> changes, long cursor) {
        var low = 0;
        var high = changes.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (changes.get(middle).cursor() <= cursor) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Reply crm(Call call) {
        requireTail(call, "opportunities");
        var body = call.json();
        if (!body.isObject()) {
            throw SandboxRefusal.malformed("body", "must be one opportunity as a JSON object");
        }
        return ledger.saveOpportunity(body);
    }

    private Reply opportunities(Call call) {
        requireTail(call, "opportunities");
        var since = number(call, "since", 0);
        return Reply.ok(ledger.read(books -> {
            var records = new ArrayList<JsonNode>();
            var next = since;
            for (var opportunity : books.opportunities.values()) {
                if (opportunity.cursor() > since && records.size() < PAGE_MAX) {
                    records.add(opportunity.opportunity());
                    next = opportunity.cursor();
                }
            }
            return Map.of("totalSize", records.size(), "records", records, "next", next);
        }));
    }

    private Reply psaProjects(Call call) {
        requireTail(call, "projects");
        return Reply.ok(ledger.read(books -> {
            var ref = call.query().get("externalRef");
            var all = ref == null ? List.copyOf(books.psaProjects.all()) : books.psaProjects.withRef(ref);
            return Map.of("documents", all);
        }));
    }

    private static void requireTail(Call call, String name) {
        if (!call.at(1).equals(name) || call.path().size() > 2) {
            throw SandboxRefusal.unknown("path", "use /" + call.at(0) + "/" + name);
        }
    }

    private static Map<String, Object> stats(SandboxLedger books) {
        var posted =
                books.invoices.all().stream().filter(i -> i.posting() != null).count();
        var paid = books.invoices.all().stream()
                .filter(i -> i.status().equals("PAID"))
                .count();
        return Map.of(
                "customers", books.customers.all().size(),
                "projects", books.projects.all().size(),
                "psaProjects", books.psaProjects.all().size(),
                "opportunities", books.opportunities.size(),
                "drafts", books.invoices.all().size() - posted,
                "documents", posted,
                "paid", paid,
                "payments", books.payments.all().size());
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException _) {
            throw SandboxRefusal.malformed("period", "use PUT /periods/{company}/2026-01");
        }
    }

    private static long number(Call call, String name, long otherwise) {
        var text = call.query().get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw SandboxRefusal.malformed(name, "must be a whole number; take it from the last answer's next");
        }
    }
}
