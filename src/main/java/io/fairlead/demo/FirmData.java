package io.fairlead.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The sample firm's master data, deals and work breakdown as requests. */
final class FirmData {

    /** Task whose time nobody pays. */
    static final String INTERNAL = "internal";

    private static final String ADMIN = "master-data";
    private static final String SALES = "crm";

    private final SampleFirm firm;

    FirmData(SampleFirm firm) {
        this.firm = firm;
    }

    /** The first request of all: a data folder that holds another firm refuses it. */
    Request mark(int entries) {
        return new Request(
                ADMIN,
                "/v1/holiday-calendars",
                "firm",
                RequestFields.of(
                        "id",
                        "sample-firm",
                        "name",
                        "Sample firm of seed %d with %d entries".formatted(firm.seed(), entries),
                        "weekend",
                        List.of(6, 7),
                        "holidays",
                        List.of()));
    }

    List<Request> companies() {
        var requests = new ArrayList<Request>();
        for (var company : Company.ALL) {
            requests.add(new Request(
                    ADMIN,
                    "/v1/holiday-calendars",
                    "calendar/" + company.code(),
                    RequestFields.of(
                            "id",
                            company.code(),
                            "name",
                            company.country() + " 2026",
                            "weekend",
                            List.of(6, 7),
                            "holidays",
                            company.holidays().stream().map(Object::toString).toList())));
            requests.add(new Request(
                    ADMIN,
                    "/v1/legal-entities",
                    "company/" + company.code(),
                    RequestFields.of(
                            "id", company.code(),
                            "name", company.name(),
                            "country", company.country(),
                            "currency", company.currency(),
                            "sellerTaxId", company.taxId(),
                            "zone", company.zone(),
                            "invoiceSeries", company.series(),
                            "standardRateCard", FirmRates.standardCard(company),
                            "holidayCalendar", company.code(),
                            "details", company.details())));
            for (var category : List.of("S", "Z", "E", "AE", "O")) {
                var standard = category.equals("S");
                requests.add(new Request(
                        ADMIN,
                        "/v1/tax-rates",
                        "tax/" + company.code() + "/" + category,
                        RequestFields.of(
                                "legalEntity",
                                company.code(),
                                "category",
                                category,
                                "rate",
                                standard ? company.taxRate() : "0",
                                "from",
                                "2021-01-01",
                                "source",
                                standard ? company.taxSource() : exemption(category))));
            }
        }
        return requests;
    }

    /** What the currencies are worth in each other: people of one company work for another. */
    List<Request> exchangeRates() {
        var requests = new ArrayList<Request>();
        for (var pair : List.of("EUR/GBP/0.86", "EUR/USD/1.09", "GBP/USD/1.27", "EUR/CHF/0.95", "GBP/CHF/1.10")) {
            var parts = pair.split("/", -1);
            requests.add(new Request(
                    ADMIN,
                    "/v1/exchange-rates",
                    "exchange/" + pair,
                    RequestFields.of(
                            "base", parts[0],
                            "quote", parts[1],
                            "rate", parts[2],
                            "from", "2021-01-01",
                            "source", "sample")));
        }
        return requests;
    }

    private static String exemption(String category) {
        return switch (category) {
            case "AE" -> "reverse charge";
            case "E" -> "exempt";
            case "Z" -> "zero rated";
            default -> "outside the scope of tax";
        };
    }

    List<Request> people() {
        var requests = new ArrayList<Request>();
        for (var person : firm.people()) {
            requests.add(new Request(
                    ADMIN,
                    "/v1/people",
                    "person/" + person.code(),
                    RequestFields.of(
                            "id", person.code(),
                            "legalEntity", person.company().code(),
                            "name", person.name(),
                            "role", person.role(),
                            "employment", person.index() % 12 == 11 ? "SUBCONTRACTOR" : "EMPLOYEE",
                            "startDate", "2024-01-15")));
        }
        return requests;
    }

    /** What people cost, once they are registered. */
    List<Request> costs() {
        var requests = new ArrayList<Request>();
        for (var person : firm.people()) {
            var currencies = firm.engagements().stream()
                    .filter(one -> one.team().contains(person))
                    .map(Engagement::currency)
                    .distinct()
                    .sorted()
                    .toList();
            for (var currency : currencies) {
                requests.add(cost(person, currency, false));
                requests.add(cost(person, currency, true));
            }
        }
        return requests;
    }

    private static Request cost(Consultant person, String currency, boolean raised) {
        var row = currency + (raised ? "-2026" : "-2024");
        return new Request(
                ADMIN,
                "/v1/people/" + person.code() + "/cost-rates",
                "cost/" + person.code() + "/" + row,
                RequestFields.of(
                        "id",
                        row,
                        "from",
                        raised ? Consultant.RAISE.toString() : "2024-01-15",
                        "rate",
                        person.costIn(currency, raised).toPlainString(),
                        "currency",
                        currency,
                        "reason",
                        raised ? "salary round 2026" : "contract of employment"));
    }

    List<Request> customers() {
        var requests = new ArrayList<Request>();
        for (var buyer : firm.buyers()) {
            requests.add(new Request(
                    ADMIN,
                    "/v1/customers",
                    "customer/" + buyer.code(),
                    RequestFields.of(
                            "id", buyer.code(),
                            "name", buyer.name(),
                            "country", buyer.country(),
                            "currency", buyer.company().currency(),
                            "taxId", buyer.taxId(),
                            "taxCategory", buyer.taxCategory(),
                            "address",
                                    RequestFields.of(
                                            "street", "Market St. 1",
                                            "city", buyer.city(),
                                            "postalCode", "10115"),
                            "legalEntity", buyer.legalEntity(),
                            "billingMethod", "TIME_AND_MATERIALS",
                            "poRequired", buyer.poRequired(),
                            "buyerReference", buyer.reference(),
                            "paymentTermsDays", 30,
                            "aliases", List.of(buyer.account()))));
        }
        return requests;
    }

    /** Deals won in the CRM; the last ones lack what a contract needs. */
    List<Request> deals() {
        var requests = new ArrayList<Request>();
        for (var one : firm.engagements()) {
            if (!one.direct()) {
                requests.add(deal(one));
            }
        }
        for (var buyer : firm.buyers()) {
            if (buyer.taxCategory() == null || buyer.legalEntity() == null) {
                requests.add(deal(
                        "deal-" + buyer.code(),
                        "Framework " + buyer.name(),
                        buyer,
                        buyer.company().currency(),
                        new BigDecimal(buyer.taxCategory() == null ? "84000.00" : "132500.00")));
            }
        }
        return requests;
    }

    private static Request deal(String key, String name, Buyer buyer, String currency, BigDecimal amount) {
        return new Request(
                SALES,
                "/v1/opportunities",
                "deal/" + key,
                RequestFields.of(
                        "id",
                        key,
                        "source",
                        "salesforce",
                        "sourceId",
                        "0068d0000" + key,
                        "name",
                        name,
                        "account",
                        buyer.account(),
                        "amount",
                        amount.toPlainString(),
                        "currency",
                        currency,
                        "closeDate",
                        "2025-12-12"));
    }

    private static Request deal(Engagement one) {
        var byResult = one.kind() == Engagement.Kind.MILESTONES;
        return new Request(
                SALES,
                "/v1/opportunities",
                "deal/" + one.key(),
                RequestFields.of(
                        "id", one.key(),
                        "source", "salesforce",
                        "sourceId", "0068d0000" + one.key(),
                        "name", one.name(),
                        "account", one.buyer().account(),
                        "amount", FirmWork.plain(one.amount()),
                        "currency", one.currency(),
                        "closeDate", one.won().toString(),
                        "billingMethod", byResult ? "MILESTONE" : "TIME_AND_MATERIALS",
                        "poNumber", one.poNumber(),
                        "lines",
                                byResult
                                        ? one.milestones().stream()
                                                .map(milestone -> RequestFields.of(
                                                        "description", milestone.name(),
                                                        "amount", FirmWork.plain(milestone.amount()),
                                                        "serviceDate",
                                                                milestone.due().toString()))
                                                .toList()
                                        : null));
    }

    /** Contracts signed without the CRM. */
    List<Request> contracts() {
        return new FirmWork(firm).contracts();
    }

    /** Projects of contracts that did not come from a deal. */
    List<Request> projects() {
        return new FirmWork(firm).projects();
    }

    /** What hangs on contracts and projects: purchase orders, tasks, agreed results. */
    List<Request> breakdown() {
        return new FirmWork(firm).breakdown();
    }
}
