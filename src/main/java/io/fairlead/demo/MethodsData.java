package io.fairlead.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small company beside the sample firm, with one contract for each way to bill; as requests. */
final class MethodsData {

    static final String COMPANY = "ch01";

    /** Who works there. */
    static final String CONSULTANT = "show-consultant";

    /** Who is bought in by the hour. */
    static final String SUBCONTRACTOR = "show-subcontractor";

    private static final String ADMIN = "master-data";
    private static final String SALES = "crm";
    private static final String CUSTOMER = "show-customer";
    private static final String CURRENCY = "CHF";

    /** A contract and its project have the same key. */
    private record Deal(String key, String name, Map<String, Object> line) {}

    private static final List<Deal> DEALS = List.of(
            new Deal("show-01", "Website at a fixed fee", line("FIXED_FEE", "20000.00", null, null)),
            new Deal("show-02", "Portal by milestones", line("MILESTONE", "12000.00", null, null)),
            new Deal("show-03", "Support by the hour", line("TIME_AND_MATERIALS", null, null, terms("markUp", "0.10"))),
            new Deal("show-04", "Audit not to exceed", line("NOT_TO_EXCEED", null, "3000.00", null)),
            new Deal("show-05", "Factory by percent complete", line("PERCENT_COMPLETE", "170.00", null, null)),
            new Deal("show-06", "Counsel on a retainer", line("RETAINER", null, null, null)),
            new Deal("show-07", "Training by the seat", line("UNITS", null, null, terms("unit", "SEAT", "unitPrice", "35.00"))));

    static List<Request> masterData() {
        return List.of(
                request(ADMIN, "/v1/holiday-calendars", "calendar", Fields.of(
                        "id", COMPANY, "name", "CH 2026", "weekend", List.of(6, 7), "holidays", List.of())),
                request(ADMIN, "/v1/legal-entities", "company", Fields.of(
                        "id", COMPANY,
                        "name", "Sample Methods AG",
                        "country", "CH",
                        "currency", CURRENCY,
                        "sellerTaxId", "CHE-123.456.788",
                        "zone", "Europe/Zurich",
                        "invoiceSeries", "CH01",
                        "standardRateCard", "standard-" + COMPANY,
                        "holidayCalendar", COMPANY)),
                tax("S", "0.081", "MWSTG 25"),
                tax("O", "0", "outside the scope of tax"));
    }

    /** What needs the company. */
    static List<Request> peopleAndCustomer() {
        return List.of(
                person(CONSULTANT, "Nora Frei", "EMPLOYEE"),
                person(SUBCONTRACTOR, "Urs Keller", "SUBCONTRACTOR"),
                cost(CONSULTANT, "80.00"),
                cost(SUBCONTRACTOR, "95.00"),
                request(SALES, "/v1/rate-cards/standard-" + COMPANY + "/rates", "rate", Fields.of(
                        "id", "consultant",
                        "owner", "legal-entity:" + COMPANY,
                        "role", "consultant",
                        "rate", "160.00",
                        "currency", CURRENCY,
                        "unit", "HOUR",
                        "from", "2025-01-01",
                        "reason", "price list")),
                request(ADMIN, "/v1/customers", "customer", Fields.of(
                        "id", CUSTOMER,
                        "name", "Matter Werke AG",
                        "country", "CH",
                        "currency", CURRENCY,
                        "taxCategory", "S",
                        "address", Fields.of("street", "Bahnhofstrasse 1", "city", "Zug", "postalCode", "6300"),
                        "legalEntity", COMPANY,
                        "paymentTermsDays", 30)));
    }

    static List<Request> contracts() {
        return DEALS.stream()
                .map(deal -> request(SALES, "/v1/contracts", "contract/" + deal.key(), Fields.of(
                        "id", deal.key(),
                        "legalEntity", COMPANY,
                        "customer", CUSTOMER,
                        "name", deal.name(),
                        "currency", CURRENCY,
                        "signedOn", "2025-12-15",
                        "termFrom", "2026-01-01",
                        "lines", List.of(deal.line()))))
                .toList();
    }

    static List<Request> projects() {
        return DEALS.stream()
                .map(deal -> request("pmo", "/v1/projects", "project/" + deal.key(), Fields.of(
                        "id", deal.key(), "contract", deal.key(), "name", deal.name(), "lineNo", 1,
                        "openedOn", "2026-01-01")))
                .toList();
    }

    /** What is agreed ahead: instalments, a milestone, parts of the work. */
    static List<Request> agreements() {
        return List.of(
                request("pmo", "/v1/projects/show-01/instalments", "instalments", Fields.of("instalments", List.of(
                        part("First half", "10000.00", "2026-01-31"), part("Second half", "10000.00", "2026-03-31")))),
                request("pmo", "/v1/projects/show-06/instalments", "retainer", Fields.of("instalments", List.of(
                        part("Retainer 2026", "5000.00", "2026-01-15")))),
                request("pmo", "/v1/projects/show-02/milestones", "milestone", Fields.of(
                        "id", "M1", "name", "Portal goes live", "amount", "12000.00", "dueOn", "2026-02-27")),
                progressItem("task", "seconds", 18_000, "rate", "20.00"),
                progressItem("fixed", "price", "50.00", null, null),
                progressItem("whole", "seconds", 3_600, "rate", "20.00"));
    }

    /** What happened in a month, 1 to 3. */
    static List<Request> month(int month) {
        return switch (month) {
            case 1 -> List.of(
                    time("show-03", CONSULTANT, "2026-01-20", 28_800),
                    time("show-03", SUBCONTRACTOR, "2026-01-21", 7_200),
                    expense("travel", "TRAVEL", "2026-01-20", "595.00", "95.00", false),
                    expense("fee", "PERMIT", "2026-01-22", "120.00", "0", true),
                    progress("2026-01-31", "0.5", "0.5", "0"),
                    delivery("2026-01-28", "12"));
            case 2 -> List.of(
                    time("show-04", CONSULTANT, "2026-02-10", 28_800),
                    time("show-04", CONSULTANT, "2026-02-11", 28_800),
                    time("show-06", CONSULTANT, "2026-02-17", 36_000),
                    time("show-06", CONSULTANT, "2026-02-18", 36_000),
                    request("pmo", "/v1/projects/show-02/milestones/M1/reached", "reached", Fields.of(
                            "reachedOn", "2026-02-25")),
                    request("pmo", "/v1/projects/show-02/milestones/M1/acceptance", "accepted", Fields.of(
                            "acceptedOn", "2026-02-27", "acceptedBy", "J. Matter", "evidence", "mail of 2026-02-27")),
                    progress("2026-02-28", "0.75", "0.9", "0.8"));
            default -> List.of(
                    time("show-06", CONSULTANT, "2026-03-10", 56_250),
                    delivery("2026-03-12", "8"),
                    progress("2026-03-31", "0.5", "0.9", "0.8"));
        };
    }

    /** Ids of what has to be submitted and approved of a month, with the path of their kind. */
    static List<String> toApprove(int month) {
        var paths = new ArrayList<String>();
        for (var request : month(month)) {
            if (request.path().equals("/v1/time-entries") || request.path().equals("/v1/expenses")) {
                paths.add(request.path() + "/" + request.body().get("id"));
            }
        }
        return paths;
    }

    private static Map<String, Object> line(
            String method, @Nullable String amount, @Nullable String limit, @Nullable Object terms) {
        return Fields.of(
                "lineNo", 1, "description", "Services", "method", method, "amount", amount, "limit", limit,
                "taxCategory", "S", "terms", terms);
    }

    private static Map<String, Object> terms(String... namesAndValues) {
        return Fields.of((Object[]) namesAndValues);
    }

    private static Map<String, Object> part(String description, String amount, String dueOn) {
        return Fields.of("description", description, "amount", amount, "dueOn", dueOn);
    }

    private static Request progressItem(
            String id, String name, Object value, @Nullable String other, @Nullable Object otherValue) {
        return request("pmo", "/v1/projects/show-05/progress-items", "part/" + id, Fields.of(
                "id", id, "name", id, name, value, String.valueOf(other), otherValue));
    }

    private static Request progress(String day, String task, String fixed, String whole) {
        return request("pmo", "/v1/projects/show-05/progress-reports", "progress/" + day, Fields.of(
                "id", day, "reportedOn", day, "evidence", "minutes of " + day, "items", List.of(
                        Fields.of("item", "task", "complete", task),
                        Fields.of("item", "fixed", "complete", fixed),
                        Fields.of("item", "whole", "complete", whole))));
    }

    private static Request delivery(String day, String quantity) {
        return request("pmo", "/v1/projects/show-07/deliveries", "delivery/" + day, Fields.of(
                "id", "show-seats-" + day, "description", "Training", "quantity", quantity, "deliveredOn", day,
                "acceptedBy", "J. Matter", "evidence", "list of " + day));
    }

    private static Request time(String project, String person, String day, int seconds) {
        var id = project + "-" + person + "-" + day;
        return request("show-clerk", "/v1/time-entries", "time/" + id, Fields.of(
                "id", id, "person", person, "project", project, "workDate", day, "seconds", seconds));
    }

    private static Request expense(
            String what, String category, String day, String amount, String tax, boolean disbursement) {
        return request("show-clerk", "/v1/expenses", "expense/" + what, Fields.of(
                "id", "show-" + what, "person", CONSULTANT, "project", "show-03", "category", category,
                "spentOn", day, "amount", amount, "tax", tax, "recoverableTax", tax, "currency", CURRENCY,
                "disbursement", disbursement, "receiptReference", "scan of " + day));
    }

    private static Request tax(String category, String rate, String source) {
        return request(ADMIN, "/v1/tax-rates", "tax/" + category, Fields.of(
                "legalEntity", COMPANY, "category", category, "rate", rate, "from", "2024-01-01", "source", source));
    }

    private static Request person(String code, String name, String employment) {
        return request(ADMIN, "/v1/people", "person/" + code, Fields.of(
                "id", code, "legalEntity", COMPANY, "name", name, "role", "consultant", "employment", employment,
                "startDate", "2025-01-01"));
    }

    private static Request cost(String person, String rate) {
        return request(ADMIN, "/v1/people/" + person + "/cost-rates", "cost/" + person, Fields.of(
                "id", "CHF-2025", "from", "2025-01-01", "rate", rate, "currency", CURRENCY, "reason", "contract"));
    }

    private static Request request(String actor, String path, String key, Map<String, Object> body) {
        return new Request(actor, path, "methods/" + key, body);
    }

    private MethodsData() {}
}
