package io.fairlead.demo;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** The firm of {@link MonthEndLoad}: one company, one customer, its people and its contracts with a project each. */
final class MonthEndFirm {

    static final int PEOPLE = 250;

    private final StoryClient steps;
    private final String company;
    private final int contracts;

    MonthEndFirm(StoryClient steps, String company, int contracts) {
        this.steps = steps;
        this.company = company;
        this.contracts = contracts;
    }

    /** Key of its person p, contract and project k, cost rate c or time entry t with a number from 0. */
    String id(String kind, int no) {
        return company + "-" + kind + no;
    }

    /** Enters it. */
    void masterData() {
        steps.sendAll(List.of(
                request(
                        "/v1/holiday-calendars",
                        RequestFields.of(
                                "id", company, "name", "None", "weekend", List.of(6, 7), "holidays", List.of())),
                request(
                        "/v1/legal-entities",
                        RequestFields.of(
                                "id", company,
                                "name", "Month End GmbH",
                                "country", "DE",
                                "currency", "EUR",
                                "sellerTaxId", "DE123456789",
                                "zone", "Europe/Berlin",
                                "invoiceSeries", "ME",
                                "standardRateCard", "standard-" + company,
                                "holidayCalendar", company)),
                request(
                        "/v1/tax-rates",
                        RequestFields.of(
                                "legalEntity", company,
                                "category", "S",
                                "rate", "0.19",
                                "from", "2024-01-01",
                                "source", "law")),
                request(
                        "/v1/customers",
                        RequestFields.of(
                                "id",
                                company,
                                "name",
                                "Buyer AG",
                                "country",
                                "DE",
                                "currency",
                                "EUR",
                                "taxCategory",
                                "S",
                                "address",
                                RequestFields.of("street", "Hafenstr. 1", "city", "Hamburg", "postalCode", "20457"),
                                "legalEntity",
                                company,
                                "paymentTermsDays",
                                30))));
        steps.awaitViews();
        steps.together(range(PEOPLE, this::person));
        steps.awaitViews();
        steps.together(range(PEOPLE, this::cost));
        steps.send(request(
                "/v1/rate-cards/standard-" + company + "/rates",
                RequestFields.of(
                        "id", "all",
                        "owner", "legal-entity:" + company,
                        "rate", "120.00",
                        "currency", "EUR",
                        "unit", "HOUR",
                        "from", "2025-01-01",
                        "reason", "price list")));
        steps.together(range(contracts, this::contract));
        steps.awaitViews();
        steps.together(range(contracts, this::project));
        steps.awaitViews();
    }

    private interface Numbered {
        Request of(int no);
    }

    private List<Callable<Object>> range(int count, Numbered one) {
        return IntStream.range(0, count)
                .mapToObj(no -> (Callable<Object>) () -> steps.send(one.of(no)))
                .toList();
    }

    private Request person(int no) {
        return request(
                "/v1/people",
                RequestFields.of(
                        "id",
                        id("p", no),
                        "legalEntity",
                        company,
                        "name",
                        "Person " + no,
                        "role",
                        "consultant",
                        "employment",
                        "EMPLOYEE",
                        "startDate",
                        "2025-01-01"));
    }

    private Request cost(int no) {
        return request(
                "/v1/people/" + id("p", no) + "/cost-rates",
                RequestFields.of(
                        "id", id("c", no),
                        "from", "2025-01-01",
                        "rate", "60.00",
                        "currency", "EUR",
                        "reason", "contract"));
    }

    private Request contract(int no) {
        return request(
                "/v1/contracts",
                RequestFields.of(
                        "id",
                        id("k", no),
                        "legalEntity",
                        company,
                        "customer",
                        company,
                        "name",
                        "Contract " + no,
                        "currency",
                        "EUR",
                        "signedOn",
                        "2025-12-15",
                        "termFrom",
                        "2026-01-01",
                        "zone",
                        "Europe/Berlin",
                        "lines",
                        List.of(RequestFields.of(
                                "lineNo", 1,
                                "description", "Services",
                                "method", "TIME_AND_MATERIALS",
                                "taxCategory", "S"))));
    }

    private Request project(int no) {
        return request(
                "/v1/projects",
                RequestFields.of(
                        "id", id("k", no), "contract", id("k", no), "name", "Project " + no, "openedOn", "2026-01-01"));
    }

    private Request request(String path, Map<String, Object> body) {
        return new Request("month-end", path, company + path + "/" + body.getOrDefault("id", ""), body);
    }
}
