package io.fairlead.cases;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Command lines that a stack with facts of each kind is asked, for {@link CommandLinesTest}. */
final class LinesToRun {

    private static final Set<Integer> DONE = Set.of(0);

    /** Command lines, and the exit codes that they may end with. */
    static Map<String, Set<Integer>> of(Firm firm, Path paper, String invoice, String entry, String unbilled) {
        var lines = new LinkedHashMap<String, Set<Integer>>();
        lines.put("explain invoice:" + invoice, DONE);
        lines.put("explain invoice:" + invoice + " --line 1", DONE);
        lines.put("explain time-entry:" + entry, DONE);
        lines.put("explain time-entry:" + unbilled, DONE);
        lines.put("explain contract:" + firm.id("work"), DONE);
        for (var kind : List.of(
                "position:work",
                "backlog:work",
                "Backlog:work",
                "balance:buyer",
                "legal-entity:firm",
                "customer:buyer",
                "person:ana",
                "project:work",
                "rate-card:standard",
                "tax-rates:firm")) {
            var name = kind.substring(kind.indexOf(':') + 1);
            lines.put("explain " + kind.replaceFirst(":.*", ":") + firm.id(name), DONE);
        }
        lines.put("explain position:" + firm.id("nosuch"), Set.of(6));
        lines.put("explain balance:" + firm.id("nosuch"), Set.of(6));
        lines.put("explain kpi:" + firm.id("firm") + ":2026-04-01:2026-01-01", Set.of(2));
        lines.put("explain kpi:" + firm.id("firm") + ":2026-02-30:2026-04-01", Set.of(2));
        lines.put("explain kpi:" + firm.id("firm") + ":2026-01-01:2026-04-01", DONE);
        lines.put("history contract:" + firm.id("work"), DONE);
        lines.put("history invoice:" + invoice, DONE);
        lines.put("invoice " + invoice + " --pdf " + paper.resolve("i.pdf"), DONE);
        var number = firm.get("/v1/invoices/" + invoice)
                .path("invoice")
                .path("number")
                .asString();
        lines.put("history " + number, DONE);
        lines.put("invoice " + number + " --pdf " + paper.resolve("n.pdf"), DONE);
        work(firm, invoice).forEach(lines::put);
        changes(firm, invoice, unbilled).forEach(lines::put);
        aboutMoney(firm, invoice).forEach(line -> lines.put(line, DONE));
        aboutExpenses(firm).forEach(line -> lines.put(line, DONE));
        return lines;
    }

    /** What waits for somebody, and what is checked. */
    private static Map<String, Set<Integer>> work(Firm firm, String invoice) {
        var lines = new LinkedHashMap<String, Set<Integer>>();
        lines.put("clients", DONE);
        lines.put("drafts list --entity " + firm.id("firm"), DONE);
        lines.put("drafts approve " + invoice + " --dry-run", Set.of(0, 5)); // It is approved.
        var item = firm.get("/v1/exceptions")
                .path("items")
                .path(0)
                .path("exceptionId")
                .asString("exception:none");
        lines.put("identity list", DONE);
        lines.put("identity map local|mara https://login.example.com u-1", DONE);
        lines.put("work list", DONE);
        lines.put("work show " + item, Set.of(0, 6));
        lines.put("work assign " + item + " --to kim --dry-run", Set.of(0, 5, 6));
        lines.put("work resolve " + item + " --resolution none --dry-run", Set.of(0, 5, 6));
        lines.put("work waive " + item + " --reason none --dry-run", Set.of(0, 5, 6));
        lines.put("roles", DONE);
        lines.put("break-glass grant https://id.example|kim --role auditor --hours 1 --reason trial", DONE);
        lines.put("break-glass report", DONE);
        lines.put("verify --checks I1,I2,I9", DONE);
        lines.put("whoami", DONE);
        lines.put("schemas verify", DONE);
        lines.put("parked list", DONE);
        lines.put("parked retry unbilled-work", Set.of(0, 6));
        lines.put(
                "parked discard unbilled-work contract:" + firm.id("work") + " --reason none --dry-run", Set.of(0, 6));
        return lines;
    }

    /** What is delivered, changed or billed; what would change is asked as a dry run. */
    private static Map<String, Set<Integer>> changes(Firm firm, String invoice, String unbilled) {
        var lines = new LinkedHashMap<String, Set<Integer>>();
        lines.put("deliveries list --all", DONE);
        lines.put("deliveries show invoice:" + invoice, DONE);
        lines.put("deliveries retry invoice:" + invoice, Set.of(5)); // It is posted.
        lines.put("customers show " + firm.id("buyer"), DONE);
        lines.put("customers change " + firm.id("buyer") + " --from 2026-07-01 --city Bremen --dry-run", DONE);
        lines.put(
                "customers merge " + firm.id("buyer") + " --into " + firm.id("nobody") + " --reason none --dry-run",
                Set.of(1, 2, 5)); // There is no other.
        lines.put("rebuild unbilled --dry-run", DONE);
        lines.put(
                "rates preview --card " + firm.id("standard") + " --owner legal-entity:" + firm.id("firm")
                        + " --rate 120.00 --currency EUR --from 2026-01-01",
                DONE);
        lines.put("rates list --card " + firm.id("standard"), DONE);
        lines.put("rates taxes --entity " + firm.id("firm"), DONE);
        lines.put("rates calendars", DONE);
        lines.put("bill --entity " + firm.id("firm") + " --cut-off 2026-04-30 --dry-run", DONE);
        lines.put("close " + firm.id("firm") + " 2026-03 --dry-run", DONE);
        lines.put("close " + firm.id("nosuch") + " 2026-03", Set.of(6));
        lines.put("close " + firm.id("nosuch") + " 2026-03 --dry-run", Set.of(6));
        lines.put("time submit --project " + firm.id("work") + " --dry-run", DONE);
        lines.put("time approve --project " + firm.id("work") + " --dry-run", DONE);
        lines.put(
                "time move " + unbilled + " --project " + firm.id("work")
                        + " --class NON_BILLABLE --reason none --dry-run",
                DONE);
        return lines;
    }

    /** One receipt has paid a part of the invoice, another is on account. */
    private static List<String> aboutMoney(Firm firm, String invoice) {
        var policy = Firm.of("from", "2026-01-01", "application", "NONE");
        firm.post("/v1/legal-entities/" + firm.id("firm") + "/receivable-policy", policy);
        var applied = received(firm, "40.00", List.of(Firm.of("invoice", invoice)));
        var onAccount = received(firm, "10.00", List.of());
        firm.settled();
        var application = firm.get("/v1/receipts/" + applied)
                .path("parts")
                .path(0)
                .path("partId")
                .asString();
        return List.of(
                "receivables list --customer " + firm.id("buyer"),
                "receivables show customer:" + firm.id("buyer"),
                "receivables show " + applied,
                "receivables apply " + onAccount + " invoice:" + invoice + " --on 2026-05-02 --dry-run",
                "receivables unapply " + applied + " " + application + " --on 2026-05-02 --reason none --dry-run",
                "receivables refund " + onAccount + " --on 2026-05-02 --reason none --dry-run",
                "receivables send-back " + applied + " --on 2026-05-02 --reason none --dry-run",
                "receivables write-off invoice:" + invoice + " --reason none --dry-run",
                "receivables dispute invoice:" + invoice + " --on 2026-05-02 --reason none --dry-run",
                "receivables settle invoice:" + invoice + " --on 2026-05-02 --reason none --dry-run");
    }

    /** One that is approved. */
    private static List<String> aboutExpenses(Firm firm) {
        var expense = firm.id("taxi");
        var body = Firm.of("id", expense, "person", firm.id("ana"), "project", firm.id("work"), "category", "TAXI");
        body.putAll(Firm.of("spentOn", "2026-04-10", "amount", "50.00", "currency", "EUR"));
        firm.as(Firm.RECORDER, "/v1/expenses", body);
        firm.as(Firm.RECORDER, "/v1/expenses/" + expense + "/submission", Firm.of());
        firm.as("approver", "/v1/expenses/" + expense + "/approval", Firm.of());
        firm.settled();
        return List.of(
                "expenses list --project " + firm.id("work"),
                "expenses show " + expense,
                "expenses correct " + expense + " --amount 40.00 --reason none --dry-run",
                "expenses refund " + expense + " --amount 10.00 --on 2026-04-20 --reason none --dry-run",
                "expenses withdraw " + expense + " --reason none --dry-run",
                "expenses move " + expense + " --project " + firm.id("work") + " --reason none --dry-run");
    }

    private static String received(Firm firm, String amount, List<Map<String, Object>> invoices) {
        return firm.as(
                        "teller",
                        "/v1/receipts",
                        Firm.of(
                                "source",
                                "bank",
                                "sourceId",
                                firm.id(amount),
                                "legalEntity",
                                firm.id("firm"),
                                "customer",
                                firm.id("buyer"),
                                "amount",
                                amount,
                                "currency",
                                "EUR",
                                "valueDate",
                                "2026-05-02",
                                "invoices",
                                invoices))
                .path("id")
                .asString();
    }

    private LinesToRun() {}
}
