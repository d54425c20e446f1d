package io.fairlead.demo;

import java.util.List;
import java.util.Map;

/** A small company whose customers pay in every way there is, with one contract by the hour for each of them; as requests. */
final class ReceivablesData {

    static final String COMPANY = "se01";
    static final String CURRENCY = "SEK";

    /** Where its customers pay to. */
    static final String ACCOUNT = "SE4550000000058398257466";

    static final String CONSULTANT = "money-consultant";

    /** The customer that lives on when {@link #TWIN} is merged into it. */
    static final String NORTH = "money-north";

    static final String TWIN = "money-north-old";
    static final String COAST = "money-coast";
    static final String CITY = "money-city";
    static final String BANK = "money-bank";
    static final String TRACKED = "money-tracked";
    static final String FOREST = "money-forest";

    /** A contract and its project have the same key. */
    private record Deal(String key, String customer, String name) {}

    private static final List<Deal> DEALS = List.of(
            new Deal("money-01", NORTH, "Norra Verken AB"),
            new Deal("money-02", COAST, "Kusthamnen AB"),
            new Deal("money-03", CITY, "Stadens Fastigheter AB"),
            new Deal("money-04", BANK, "Bruket Handel AB"),
            new Deal("money-05", TRACKED, "Lilla Byggbolaget AB"),
            new Deal("money-06", FOREST, "Storskogen Papper AB"),
            new Deal("money-07", TWIN, "Norra Verken Aktiebolag"));

    private static final String ADMIN = "master-data";
    private static final String SALES = "crm";

    static List<Request> masterData() {
        return List.of(
                request(
                        ADMIN,
                        "/v1/holiday-calendars",
                        "calendar",
                        RequestFields.of(
                                "id", COMPANY, "name", "SE 2026", "weekend", List.of(6, 7), "holidays", List.of())),
                request(
                        ADMIN,
                        "/v1/legal-entities",
                        "company",
                        RequestFields.of(
                                "id",
                                COMPANY,
                                "name",
                                "Sample Receivables AB",
                                "country",
                                "SE",
                                "currency",
                                CURRENCY,
                                "sellerTaxId",
                                "SE556677889901",
                                "zone",
                                "Europe/Stockholm",
                                "invoiceSeries",
                                "SE01",
                                "standardRateCard",
                                "standard-" + COMPANY,
                                "holidayCalendar",
                                COMPANY,
                                "details",
                                details())),
                request(
                        ADMIN,
                        "/v1/tax-rates",
                        "tax",
                        RequestFields.of(
                                "legalEntity", COMPANY,
                                "category", "S",
                                "rate", "0.25",
                                "from", "2024-01-01",
                                "source", "ML 9:2")));
    }

    private static Map<String, Object> details() {
        return RequestFields.of(
                "address",
                RequestFields.of("street", "Strandvägen 7", "city", "Stockholm", "postalCode", "114 56"),
                "iban",
                ACCOUNT,
                "contact",
                RequestFields.of(
                        "name", "Accounts receivable", "phone", "+46 8 5550100", "email", "billing@se01.example"));
    }

    /** What needs the company: how it treats money, its consultant, its customers. */
    static List<Request> policyPeopleAndCustomers() {
        var requests = new java.util.ArrayList<Request>();
        requests.add(request(
                "controller",
                "/v1/legal-entities/" + COMPANY + "/receivable-policy",
                "policy",
                RequestFields.of(
                        "from", "2026-01-01",
                        "application", "NONE",
                        "smallRest", "0.50",
                        "currency", CURRENCY,
                        "discountRate", "0.02",
                        "discountDays", 10)));
        requests.add(request(
                ADMIN,
                "/v1/people",
                "person",
                RequestFields.of(
                        "id", CONSULTANT,
                        "legalEntity", COMPANY,
                        "name", "Erik Lund",
                        "role", "consultant",
                        "employment", "EMPLOYEE",
                        "startDate", "2025-01-01")));
        DEALS.forEach(deal -> requests.add(customer(deal)));
        return requests;
    }

    /** What needs them. */
    static List<Request> pricesAndContracts() {
        var requests = new java.util.ArrayList<Request>();
        requests.add(request(
                ADMIN,
                "/v1/people/" + CONSULTANT + "/cost-rates",
                "cost",
                RequestFields.of(
                        "id", "SEK-2025",
                        "from", "2025-01-01",
                        "rate", "520.00",
                        "currency", CURRENCY,
                        "reason", "contract")));
        requests.add(request(
                SALES,
                "/v1/rate-cards/standard-" + COMPANY + "/rates",
                "rate",
                RequestFields.of(
                        "id", "consultant",
                        "owner", "legal-entity:" + COMPANY,
                        "role", "consultant",
                        "rate", "1000.00",
                        "currency", CURRENCY,
                        "unit", "HOUR",
                        "from", "2025-01-01",
                        "reason", "price list")));
        DEALS.forEach(deal -> requests.add(contract(deal)));
        return requests;
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
                                "Advice to " + deal.name(),
                                "lineNo",
                                1,
                                "openedOn",
                                "2026-01-01")))
                .toList();
    }

    /** The customer that moves house and takes another name, from a day on. */
    static Request change() {
        return request(
                ADMIN,
                "/v1/customers/" + NORTH + "/changes",
                "change/" + NORTH,
                RequestFields.of(
                        "from", "2026-03-01",
                        "name", "Norra Verken Group AB",
                        "street", "Hamngatan 12",
                        "city", "Luleå",
                        "postalCode", "972 32"));
    }

    /** Two customers that are one. */
    static Request merge() {
        return request(
                ADMIN,
                "/v1/customers/" + TWIN + "/merge",
                "merge/" + TWIN,
                RequestFields.of("into", NORTH, "reason", "registered twice"));
    }

    private static Request customer(Deal deal) {
        return request(
                ADMIN,
                "/v1/customers",
                "customer/" + deal.customer(),
                RequestFields.of(
                        "id",
                        deal.customer(),
                        "name",
                        deal.name(),
                        "country",
                        "SE",
                        "currency",
                        CURRENCY,
                        "taxCategory",
                        "S",
                        "address",
                        RequestFields.of("street", "Storgatan 1", "city", "Uppsala", "postalCode", "753 10"),
                        "legalEntity",
                        COMPANY,
                        "paymentTermsDays",
                        30));
    }

    private static Request contract(Deal deal) {
        return request(
                SALES,
                "/v1/contracts",
                "contract/" + deal.key(),
                RequestFields.of(
                        "id",
                        deal.key(),
                        "legalEntity",
                        COMPANY,
                        "customer",
                        deal.customer(),
                        "name",
                        "Advice to " + deal.name(),
                        "currency",
                        CURRENCY,
                        "signedOn",
                        "2025-12-15",
                        "termFrom",
                        "2026-01-01",
                        "lines",
                        List.of(RequestFields.of(
                                "lineNo", 1,
                                "description", "Advice",
                                "method", "TIME_AND_MATERIALS",
                                "taxCategory", "S"))));
    }

    static Request request(String actor, String path, String key, Map<String, Object> body) {
        return new Request(actor, path, "receivables/" + key, body);
    }

    private ReceivablesData() {}
}
