package io.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.cli.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A firm of one case alone: its company, customer, people, contracts and work, through the HTTP API and nothing else. Ids are
 * those of the case with the firm's key before them, so that no two cases meet.
 */
public final class Firm extends FirmApi {

    public static final String RECORDER = "recorder";
    private static final String APPROVER = "approver";
    private static final String BILLER = "biller";

    private int entries;
    private int runs;
    private int credits;

    public Firm(Api api, String key) {
        super(api, key);
    }

    /** Company {@code firm} with tax category S at the rate, customer {@code buyer}, both in the currency. */
    public Firm opens(String currency, String zone, String taxRate) {
        return opens(currency, zone, taxRate, null);
    }

    /** The same, with a rate that ends on a day. */
    public Firm opens(String currency, String zone, String taxRate, @Nullable String rateTo) {
        post(
                "/v1/holiday-calendars",
                of("id", id("days"), "name", "Days off", "weekend", List.of(6, 7), "holidays", List.of()));
        post(
                "/v1/legal-entities",
                of(
                        "id",
                        id("firm"),
                        "name",
                        "Firm of " + key(),
                        "country",
                        "DE",
                        "currency",
                        currency,
                        "sellerTaxId",
                        "DE123456789",
                        "zone",
                        zone,
                        "invoiceSeries",
                        "C" + Integer.toHexString(key().hashCode()),
                        "standardRateCard",
                        id("standard"),
                        "holidayCalendar",
                        id("days")));
        taxRate("S", taxRate, "2021-01-01", rateTo);
        return customer("buyer", currency);
    }

    public Firm customer(String name, String currency) {
        post(
                "/v1/customers",
                of(
                        "id",
                        id(name),
                        "name",
                        "Buyer " + name,
                        "country",
                        "DE",
                        "currency",
                        currency,
                        "taxCategory",
                        "S",
                        "address",
                        of("street", "Market St. 1", "city", "Berlin", "postalCode", "10115"),
                        "legalEntity",
                        id("firm"),
                        "paymentTermsDays",
                        30));
        return this;
    }

    @CanIgnoreReturnValue
    public Firm person(String name, String role) {
        return person(name, role, "EMPLOYEE");
    }

    @CanIgnoreReturnValue
    public Firm person(String name, String role, String employment) {
        post(
                "/v1/people",
                of(
                        "id",
                        id(name),
                        "legalEntity",
                        id("firm"),
                        "name",
                        name,
                        "role",
                        role,
                        "employment",
                        employment,
                        "startDate",
                        "2024-01-01"));
        return this;
    }

    @CanIgnoreReturnValue
    public Firm cost(String person, String perHour, String currency) {
        post(
                "/v1/people/" + id(person) + "/cost-rates",
                of(
                        "id",
                        currency + perHour,
                        "from",
                        "2024-01-01",
                        "rate",
                        perHour,
                        "currency",
                        currency,
                        "reason",
                        "case"));
        return this;
    }

    /** One line of a contract; further fields of the API in turn. */
    public static Map<String, Object> line(int lineNo, String method, @Nullable Object... further) {
        var line = of("lineNo", lineNo, "description", "Line " + lineNo, "method", method, "taxCategory", "S");
        line.putAll(of(further));
        return line;
    }

    /** Contract and project of one name, from 2026-01-01, with the line's fields and policies of the API. */
    @CanIgnoreReturnValue
    public Firm contract(
            String name,
            String currency,
            String zone,
            @Nullable Map<String, Object> policies,
            List<Map<String, Object>> lines) {
        return contract(name, currency, zone, policies, Map.of(), lines);
    }

    /** The same, with further fields of the API. */
    @CanIgnoreReturnValue
    public Firm contract(
            String name,
            String currency,
            String zone,
            @Nullable Map<String, Object> policies,
            Map<String, Object> further,
            List<Map<String, Object>> lines) {
        var terms = of(
                "id",
                id(name),
                "legalEntity",
                id("firm"),
                "customer",
                id("buyer"),
                "name",
                "Contract " + name,
                "currency",
                currency,
                "signedOn",
                "2026-01-01",
                "termFrom",
                "2026-01-01",
                "zone",
                zone,
                "policies",
                policies,
                "lines",
                lines);
        terms.putAll(further);
        post("/v1/contracts", terms);
        settled();
        return project(name, name);
    }

    public Firm project(String name, String contract) {
        post(
                "/v1/projects",
                of("id", id(name), "contract", id(contract), "name", "Project " + name, "openedOn", "2026-01-01"));
        settled();
        return this;
    }

    /** A row of a card by the hour; owner such as legalEntity, customer, project or contract, further fields in turn. */
    @CanIgnoreReturnValue
    public Firm rate(
            String card, String owner, String rate, String currency, String from, @Nullable Object... further) {
        var body = of(
                "id",
                from + "-" + rate,
                "owner",
                owner,
                "rate",
                rate,
                "currency",
                currency,
                "unit",
                "HOUR",
                "from",
                from,
                "reason",
                "case");
        body.putAll(of(further));
        post("/v1/rate-cards/" + id(card) + "/rates", body);
        return this;
    }

    /** Recorded, submitted and approved time of so many seconds. */
    @CanIgnoreReturnValue
    public String approvedTime(String person, String project, String workDate, int seconds) {
        var entry = recordedTime(
                of("person", id(person), "project", id(project), "workDate", workDate, "seconds", seconds));
        approve(entry);
        return entry;
    }

    /** Recorded and submitted time, as the API takes it. */
    public String recordedTime(Map<String, Object> fields) {
        var entry = id("t" + ++entries);
        fields.put("id", entry);
        as(RECORDER, "/v1/time-entries", fields);
        as(RECORDER, "/v1/time-entries/" + entry + "/submission", of());
        return entry;
    }

    public void approve(String entry) {
        as(APPROVER, "/v1/time-entries/" + entry + "/approval", of());
    }

    /** Bills up to the day, issued on it; returns the drafts, by contract. */
    public List<JsonNode> bill(String cutOff) {
        return bill(cutOff, cutOff);
    }

    /** Approves a draft and waits until it is issued and posted; returns it with lines and taxes. */
    @CanIgnoreReturnValue
    public JsonNode issue(String invoiceId) {
        as(APPROVER, "/v1/invoices/" + invoiceId + "/approval", of());
        settled();
        var invoice = get("/v1/invoices/" + invoiceId);
        assertThat(invoice.path("invoice").path("status").asString()).isEqualTo("posted");
        return invoice;
    }

    /** Bills up to a day with an issue date of its own; returns the drafts. */
    public List<JsonNode> bill(String cutOff, String issueDate) {
        settled();
        var run = id("run" + ++runs);
        as(
                BILLER,
                "/v1/billing-runs",
                of("id", run, "legalEntity", id("firm"), "cutOff", cutOff, "issueDate", issueDate));
        settled();
        var drafts = new ArrayList<JsonNode>();
        get("/v1/invoices?billingRun=" + run + "&limit=500").path("items").forEach(drafts::add);
        return drafts;
    }

    /** A credit of one line of an issued invoice: asked for, not yet approved. */
    public static Map<String, Object> creditOf(int lineNo, @Nullable Integer seconds, String disposition) {
        return of("lineNo", lineNo, "seconds", seconds, "disposition", disposition);
    }

    /** Credits lines of an issued invoice on a day and waits until the credit note is issued and posted; returns it. */
    @CanIgnoreReturnValue
    public JsonNode credit(String invoiceId, String issueDate, List<Map<String, Object>> lines) {
        var note = id("credit" + ++credits);
        as(
                BILLER,
                "/v1/invoices/" + invoiceId + "/credits",
                of("id", note, "lines", lines, "issueDate", issueDate, "reason", "case"));
        settled();
        as(APPROVER, "/v1/credit-notes/" + note + "/approval", of());
        settled();
        var credited = get("/v1/credit-notes/" + note);
        assertThat(credited.path("creditNote").path("status").asString())
                .as(credited.toString())
                .isEqualTo("posted");
        return credited;
    }
}
