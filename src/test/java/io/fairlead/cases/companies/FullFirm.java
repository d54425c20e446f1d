package io.fairlead.cases.companies;

import static io.fairlead.cases.FirmApi.of;

import io.fairlead.cases.Firm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A company that has something of every kind.
 *
 * @param firm how it is spoken to
 * @param ids one thing of each kind, by kind
 */
record FullFirm(Firm firm, Map<String, String> ids) {

    private static final String ZONE = "Europe/Berlin";

    /** @param rate per hour of all its work, unlike that of other companies, so that its amounts are known by their digits */
    static FullFirm filled(Firm firm, String rate) {
        var ids = new HashMap<String, String>();
        firm.opens("EUR", ZONE, "0.19").person("ana", "dev").cost("ana", "41.00", "EUR");
        firm.person("bo", "unpriced");
        agreed(firm);
        firm.rate("standard", "legal-entity:" + firm.id("firm"), rate, "EUR", "2026-01-01", "role", "dev");
        firm.settled();
        firm.post(
                "/v1/people/" + firm.id("ana") + "/absences",
                of("id", "leave", "from", "2026-05-04", "to", "2026-05-09", "kind", "VACATION"));
        firm.post(
                "/v1/people/" + firm.id("ana") + "/capacities",
                of("from", "2026-01-01", "weekdaySeconds", List.of(28800, 28800, 28800, 28800, 14400, 0, 0)));
        firm.approvedTime("ana", "work", "2026-02-02", 7200);
        spent(firm);
        var drafts = firm.bill("2026-02-28");
        drafts.forEach(draft -> firm.issue(draft.path("invoiceId").asString()));
        var invoice = drafts.stream()
                .filter(draft -> draft.path("contractId").asString().endsWith(firm.id("work")))
                .map(draft -> draft.path("invoiceId").asString())
                .findFirst()
                .orElseThrow();
        paid(firm, invoice, ids);
        firm.credit(invoice, "2026-03-20", List.of(Firm.creditOf(1, 1800, "REOPEN")));
        ids.put("time-entry", firm.approvedTime("ana", "work", "2026-03-03", 3600));
        var _ = firm.approvedTime("bo", "work", "2026-03-04", 3600); // No rate: somebody has to look at it.
        opportunity(firm);
        var _ = firm.bill("2026-03-31");
        firm.settled();
        ids.put("invoice", invoice);
        ids.put("contract", firm.id("work"));
        ids.put("project", firm.id("work"));
        ids.put("person", firm.id("ana"));
        ids.put("legal-entity", firm.id("firm"));
        ids.put("rate-card", firm.id("standard"));
        ids.put("expense", firm.id("flight"));
        ids.put("deal", firm.id("deal"));
        ids.put("credit-note", firm.id("credit1"));
        ids.put("billing-run", firm.id("run1"));
        first(firm, ids, "exception", "/v1/exceptions?status=open&limit=1000", "exceptionId", "legalEntityId");
        first(firm, ids, "retainer", "/v1/retainers?contract=" + firm.id("prepaid"), "retainerId", "legalEntityId");
        first(firm, ids, "billing-item", "/v1/billing-items?limit=1000", "billingItemId", "contractId");
        return new FullFirm(firm, ids);
    }

    private static void agreed(Firm firm) {
        firm.contract("prepaid", "EUR", ZONE, null, List.of(Firm.line(1, "RETAINER")));
        firm.contract("steps", "EUR", ZONE, null, List.of(Firm.line(1, "MILESTONE", "amount", "900.00")));
        firm.contract(
                "work",
                "EUR",
                ZONE,
                null,
                List.of(Firm.line(1, "TIME_AND_MATERIALS", "limit", "90000.00", "terms", of("markUp", "0.10"))));
        firm.post(
                "/v1/projects/" + firm.id("prepaid") + "/instalments",
                of("instalments", List.of(of("description", "Retainer", "amount", "500.00", "dueOn", "2026-01-15"))));
        firm.post(
                "/v1/projects/" + firm.id("steps") + "/milestones",
                of(
                        "id",
                        "m1",
                        "source",
                        "jira",
                        "sourceId",
                        firm.id("E-1"),
                        "name",
                        "Go-live",
                        "amount",
                        "900.00",
                        "dueOn",
                        "2026-05-31"));
    }

    private static void first(Firm firm, Map<String, String> ids, String kind, String list, String id, String owner) {
        firm.rows(list).stream()
                .filter(row -> row.path(owner).asString("").contains(firm.key() + "."))
                .findFirst()
                .map(row -> row.path(id).asString())
                .ifPresent(found -> ids.put(kind, found));
    }

    private static void spent(Firm firm) {
        firm.as(
                Firm.RECORDER,
                "/v1/expenses",
                of(
                        "id",
                        firm.id("flight"),
                        "person",
                        firm.id("ana"),
                        "project",
                        firm.id("work"),
                        "category",
                        "TRAVEL",
                        "spentOn",
                        "2026-02-03",
                        "currency",
                        "EUR",
                        "amount",
                        "119.00",
                        "tax",
                        "19.00",
                        "recoverableTax",
                        "19.00"));
        firm.as(Firm.RECORDER, "/v1/expenses/" + firm.id("flight") + "/submission", of());
        firm.as("approver", "/v1/expenses/" + firm.id("flight") + "/approval", of());
    }

    private static void paid(Firm firm, String invoice, Map<String, String> ids) {
        JsonNode told = firm.as(
                "teller",
                "/v1/receipts",
                of(
                        "source",
                        "bank",
                        "sourceId",
                        firm.id("money"),
                        "legalEntity",
                        firm.id("firm"),
                        "customer",
                        firm.id("buyer"),
                        "amount",
                        "13.00",
                        "currency",
                        "EUR",
                        "valueDate",
                        "2026-03-02",
                        "invoices",
                        List.of(of("invoice", invoice, "amount", "11.00"))));
        ids.put("receipt", told.path("id").asString());
        firm.settled();
        firm.as("teller", "/v1/invoices/" + invoice + "/dispute", of("valueDate", "2026-03-05", "reason", "late"));
        firm.settled();
    }

    private static void opportunity(Firm firm) {
        firm.post(
                "/v1/opportunities",
                of(
                        "id",
                        firm.id("deal"),
                        "source",
                        "crm",
                        "sourceId",
                        firm.id("006"),
                        "name",
                        "Won",
                        "account",
                        firm.id("buyer"),
                        "legalEntity",
                        firm.id("firm"),
                        "amount",
                        "500.00",
                        "closeDate",
                        "2026-01-20",
                        "billingMethod",
                        "TIME_AND_MATERIALS",
                        "taxCategory",
                        "S"));
    }
}
