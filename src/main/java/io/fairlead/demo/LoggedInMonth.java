package io.fairlead.demo;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.cli.Api;
import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import io.fairlead.demo.StoryClient.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A month of one company, from its first customer to an invoice in the ERP, in which each step is a person's who is logged in. */
final class LoggedInMonth {

    static final String COMPANY = "DE01";

    private static final String DAY_FROM = "2026-03-";
    private static final int DAYS = 5;
    private static final String RUN = "DE01-2026-03";

    private final Api api;
    private final Map<String, LoggedInPerson> people;
    private final StoryClient told;
    private final StoryClient reads;

    /**
     * A month.
     *
     * @param api the application, with nobody's proof
     * @param people by name in the realm
     */
    LoggedInMonth(Api api, Map<String, LoggedInPerson> people) {
        this.api = api;
        this.people = people;
        this.told = new StoryClient(api, "logged-in");
        this.reads = steps("audrey");
    }

    /** Bills it; returns the verification of all that was stored, as an auditor sees it. */
    JsonNode play() {
        masterData();
        customerAndPerson();
        contract();
        time();
        bill();
        reads.awaitViews();
        return reads.readSettled("/v1/verification");
    }

    private StoryClient steps(String name) {
        var person = people.get(name);
        if (person == null) {
            throw new CommandFailed(ExitCode.FAILED, name + " is not logged in");
        }
        return told.by(api.withBearer(person.bearer()));
    }

    @CanIgnoreReturnValue
    private JsonNode send(String name, String path, String key, Map<String, Object> body) {
        return steps(name).send(name, path, key, body).body();
    }

    private void masterData() {
        send(
                "mara",
                "/v1/holiday-calendars",
                "days",
                RequestFields.of("id", COMPANY, "name", "Days off", "weekend", List.of(6, 7), "holidays", List.of()));
        send(
                "mara",
                "/v1/legal-entities",
                "company",
                RequestFields.of(
                        "id", COMPANY,
                        "name", "Login Test GmbH",
                        "country", "DE",
                        "currency", "EUR",
                        "sellerTaxId", "DE123456789",
                        "zone", "Europe/Berlin",
                        "invoiceSeries", COMPANY,
                        "standardRateCard", COMPANY,
                        "holidayCalendar", COMPANY));
        send(
                "mara",
                "/v1/tax-rates",
                "tax",
                RequestFields.of(
                        "legalEntity",
                        COMPANY,
                        "category",
                        "S",
                        "rate",
                        "0.19",
                        "from",
                        "2021-01-01",
                        "source",
                        "UStG 12(1)"));
    }

    private void customerAndPerson() {
        send(
                "mara",
                "/v1/customers",
                "customer",
                RequestFields.of(
                        "id", "login-customer",
                        "name", "Harbour Paper",
                        "country", "DE",
                        "currency", "EUR",
                        "taxCategory", "S",
                        "address", Map.of("street", "Market St. 1", "city", "Berlin", "postalCode", "10115"),
                        "legalEntity", COMPANY,
                        "paymentTermsDays", 30));
        send(
                "mara",
                "/v1/people",
                "person",
                RequestFields.of(
                        "id", "tina",
                        "legalEntity", COMPANY,
                        "name", "Tina Time",
                        "role", "engineer",
                        "employment", "EMPLOYEE",
                        "startDate", "2024-01-01"));
        send(
                "mara",
                "/v1/people/tina/cost-rates",
                "cost",
                RequestFields.of(
                        "id",
                        "cost",
                        "from",
                        "2024-01-01",
                        "rate",
                        "50.00",
                        "currency",
                        "EUR",
                        "reason",
                        "first rate"));
        send(
                "mara",
                "/v1/rate-cards/" + COMPANY + "/rates",
                "rate",
                RequestFields.of(
                        "id", "rate",
                        "owner", "legal-entity:" + COMPANY,
                        "rate", "120.00",
                        "currency", "EUR",
                        "unit", "HOUR",
                        "from", "2025-01-01",
                        "reason", "first rate"));
    }

    private void contract() {
        send(
                "carla",
                "/v1/contracts",
                "contract",
                RequestFields.of(
                        "id", "login-work",
                        "legalEntity", COMPANY,
                        "customer", "login-customer",
                        "name", "Work by the hour",
                        "currency", "EUR",
                        "signedOn", "2026-01-01",
                        "termFrom", "2026-01-01",
                        "zone", "Europe/Berlin",
                        "lines",
                                List.of(RequestFields.of(
                                        "lineNo", 1,
                                        "description", "Engineering",
                                        "method", "TIME_AND_MATERIALS",
                                        "taxCategory", "S"))));
        settle();
        steps("petra")
                .send(
                        "petra",
                        "/v1/projects",
                        "project",
                        RequestFields.of(
                                "id",
                                "login-work",
                                "contract",
                                "login-work",
                                "name",
                                "Work",
                                "openedOn",
                                "2026-01-01"));
        settle();
    }

    private void time() {
        for (int day = 0; day < DAYS; day++) {
            var entry = "login-time-" + day;
            send(
                    "tina",
                    "/v1/time-entries",
                    "record/" + entry,
                    RequestFields.of(
                            "id",
                            entry,
                            "person",
                            "tina",
                            "project",
                            "login-work",
                            "workDate",
                            DAY_FROM + (10 + day),
                            "seconds",
                            7 * 3_600));
            send("tina", "/v1/time-entries/" + entry + "/submission", "submit/" + entry, Map.of());
            send("adam", "/v1/time-entries/" + entry + "/approval", "approve/" + entry, Map.of());
        }
    }

    private void bill() {
        settle();
        send(
                "paul",
                "/v1/billing-runs",
                "run",
                RequestFields.of("id", RUN, "legalEntity", COMPANY, "cutOff", "2026-03-31", "issueDate", "2026-04-02"));
        reads.await(
                "billing run " + RUN,
                () -> Seen.of(
                        status("/v1/billing-runs/" + RUN, run -> run).equals("completed"), "it is not completed"));
        settle();
        var drafts = new ArrayList<>(reads.readAll("/v1/invoices?billingRun=" + RUN));
        if (drafts.isEmpty()) {
            throw new CommandFailed(ExitCode.FAILED, "billing run %s made no draft".formatted(RUN));
        }
        for (var draft : drafts) {
            var id = Billing.keyOf(draft.path("invoiceId").asString(""));
            send("bea", "/v1/invoices/" + id + "/approval", "approve/" + id, Map.of());
            reads.await(
                    "posting of " + id,
                    () -> Seen.of(
                            status("/v1/invoices/" + id, one -> one.path("invoice"))
                                    .equals("posted"),
                            "it is not posted"));
        }
    }

    private String status(String path, Function<JsonNode, JsonNode> where) {
        return where.apply(reads.read(path)).path("status").asString("");
    }

    /** Views and processes have seen all that was sent, by whomever. */
    private void settle() {
        reads.await("what follows from it", () -> {
            var lagging = reads.readOnce("/v1/verification?checks=I9").path("lagging");
            return Seen.of(lagging.isEmpty(), lagging.size() + " are behind");
        });
    }
}
