package io.fairlead.demo;

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
    static final String CURRENCY = "CHF";

    /** A contract and its project have the same key. */
    private record Deal(String key, String name, Map<String, Object> line) {}

    private static final List<Deal> DEALS = List.of(
            new Deal("show-01", "Website at a fixed fee", line("FIXED_FEE", "20000.00", null, null)),
            new Deal("show-02", "Portal by milestones", line("MILESTONE", "12000.00", null, null)),
            new Deal("show-03", "Support by the hour", line("TIME_AND_MATERIALS", null, null, terms("markUp", "0.10"))),
            new Deal("show-04", "Audit not to exceed", line("NOT_TO_EXCEED", null, "3000.00", null)),
            new Deal("show-05", "Factory by percent complete", line("PERCENT_COMPLETE", "170.00", null, null)),
            new Deal("show-06", "Counsel on a retainer", line("RETAINER", null, null, null)),
            new Deal(
                    "show-07",
                    "Training by the seat",
                    line("UNITS", null, null, terms("unit", "SEAT", "unitPrice", "35.00"))));

    static List<Request> masterData() {
        return List.of(
                request(
                        ADMIN,
                        "/v1/holiday-calendars",
                        "calendar",
                        RequestFields.of(
                                "id", COMPANY, "name", "CH 2026", "weekend", List.of(6, 7), "holidays", List.of())),
                request(
                        ADMIN,
                        "/v1/legal-entities",
                        "company",
                        RequestFields.of(
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

    /** Who works for the company. */
    static List<Request> people() {
        return List.of(
                person(CONSULTANT, "Nora Frei", "EMPLOYEE"), person(SUBCONTRACTOR, "Urs Keller", "SUBCONTRACTOR"));
    }

    /** What needs the company and its people. */
    static List<Request> costsPricesAndCustomer() {
        return List.of(
                cost(CONSULTANT, "80.00"),
                cost(SUBCONTRACTOR, "95.00"),
                request(
                        SALES,
                        "/v1/rate-cards/standard-" + COMPANY + "/rates",
                        "rate",
                        RequestFields.of(
                                "id", "consultant",
                                "owner", "legal-entity:" + COMPANY,
                                "role", "consultant",
                                "rate", "160.00",
                                "currency", CURRENCY,
                                "unit", "HOUR",
                                "from", "2025-01-01",
                                "reason", "price list")),
                request(
                        ADMIN,
                        "/v1/customers",
                        "customer",
                        RequestFields.of(
                                "id",
                                CUSTOMER,
                                "name",
                                "Matter Werke AG",
                                "country",
                                "CH",
                                "currency",
                                CURRENCY,
                                "taxCategory",
                                "S",
                                "address",
                                RequestFields.of("street", "Bahnhofstrasse 1", "city", "Zug", "postalCode", "6300"),
                                "legalEntity",
                                COMPANY,
                                "paymentTermsDays",
                                30)));
    }

    static List<Request> contracts() {
        return DEALS.stream()
                .map(deal -> request(
                        SALES,
                        "/v1/contracts",
                        "contract/" + deal.key(),
                        RequestFields.of(
                                "id",
                                deal.key(),
                                "legalEntity",
                                COMPANY,
                                "customer",
                                CUSTOMER,
                                "name",
                                deal.name(),
                                "currency",
                                CURRENCY,
                                "signedOn",
                                "2025-12-15",
                                "termFrom",
                                "2026-01-01",
                                "policies",
                                Map.of("payableRounding", "0.05"),
                                "lines",
                                List.of(deal.line()))))
                .toList();
    }

    static List<Request> projects() {
        return DEALS.stream()
                .map(deal -> request(
                        "pmo",
                        "/v1/projects",
                        "project/" + deal.key(),
                        RequestFields.of(
                                "id",
                                deal.key(),
                                "contract",
                                deal.key(),
                                "name",
                                deal.name(),
                                "lineNo",
                                1,
                                "openedOn",
                                "2026-01-01")))
                .toList();
    }

    private static Map<String, Object> line(
            String method, @Nullable String amount, @Nullable String limit, @Nullable Object terms) {
        return RequestFields.of(
                "lineNo",
                1,
                "description",
                "Services",
                "method",
                method,
                "amount",
                amount,
                "limit",
                limit,
                "taxCategory",
                "S",
                "terms",
                terms);
    }

    private static Map<String, Object> terms(String... namesAndValues) {
        return RequestFields.of((Object[]) namesAndValues);
    }

    private static Request tax(String category, String rate, String source) {
        return request(
                ADMIN,
                "/v1/tax-rates",
                "tax/" + category,
                RequestFields.of(
                        "legalEntity",
                        COMPANY,
                        "category",
                        category,
                        "rate",
                        rate,
                        "from",
                        "2024-01-01",
                        "source",
                        source));
    }

    private static Request person(String code, String name, String employment) {
        return request(
                ADMIN,
                "/v1/people",
                "person/" + code,
                RequestFields.of(
                        "id",
                        code,
                        "legalEntity",
                        COMPANY,
                        "name",
                        name,
                        "role",
                        "consultant",
                        "employment",
                        employment,
                        "startDate",
                        "2025-01-01"));
    }

    private static Request cost(String person, String rate) {
        return request(
                ADMIN,
                "/v1/people/" + person + "/cost-rates",
                "cost/" + person,
                RequestFields.of(
                        "id",
                        "CHF-2025",
                        "from",
                        "2025-01-01",
                        "rate",
                        rate,
                        "currency",
                        CURRENCY,
                        "reason",
                        "contract"));
    }

    static Request request(String actor, String path, String key, Map<String, Object> body) {
        return new Request(actor, path, "methods/" + key, body);
    }

    private MethodsData() {}
}
