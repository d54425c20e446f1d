package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 20: key figures, position and backlog of a contract, and an invoice shared by three payers. */
@ExtendWith(CaseStack.class)
class Case20KeyFiguresTest {

    private static final int HOUR = 3_600;

    @Test
    void days_sales_outstanding_plain_and_counted_back(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100000.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        var january = billed(firm, "2026-01-20", 11_520);
        var _ = billed(firm, "2026-02-20", 10_080);
        var _ = billed(firm, "2026-03-20", 10_800);
        pay(firm, january, "320000.00", "2026-03-25");
        pay(firm, invoices(firm).get(1), "130000.00", "2026-03-25");

        var kpis = kpis(firm, "2026-01-01", "2026-04-01", "2026-04-01");

        var plain = kpi(kpis, "days_sales_outstanding", "receivables / billings x days");
        assertThat(amount(plain.path("numerator"))).isEqualByComparingTo("450000");
        assertThat(amount(plain.path("denominator"))).isEqualByComparingTo("900000");
        assertThat(amount(plain.path("value"))).isEqualByComparingTo("45.0");
        assertThat(amount(kpi(kpis, "days_sales_outstanding", "count back by month")
                        .path("value")))
                .isEqualByComparingTo("46.0");
    }

    @Test
    void days_to_invoice_simple_and_weighted(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "10000.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        firm.approvedTime("ana", "work", "2026-03-10", HOUR);
        issue(firm, firm.bill("2026-03-31", "2026-04-02"));
        firm.approvedTime("ana", "work", "2026-03-11", 3 * HOUR);
        issue(firm, firm.bill("2026-03-31", "2026-04-07"));

        var kpis = kpis(firm, "2026-04-01", "2026-05-01", "2026-05-01");

        assertThat(amount(kpi(kpis, "invoice_cycle_time", "simple").path("value")))
                .isEqualByComparingTo("4.5");
        assertThat(amount(kpi(kpis, "invoice_cycle_time", "weighted by net").path("value")))
                .isEqualByComparingTo("5.75");
    }

    @Test
    void value_billed_within_the_agreed_days_of_its_approval(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "10000.00", "EUR", "2025-01-01")
                .contract("fast", "EUR", "Europe/Berlin", of("slaDays", 5), List.of(line(1, "TIME_AND_MATERIALS")))
                .contract("slow", "EUR", "Europe/Berlin", of("slaDays", 90), List.of(line(1, "TIME_AND_MATERIALS")));
        var first = firm.approvedTime("ana", "fast", "2026-03-10", 29_520);
        firm.settled();
        var approved = OffsetDateTime.parse(
                        firm.get("/v1/time-entries/" + first).path("approvedAt").asString())
                .atZoneSameInstant(ZoneId.of("Europe/Berlin"))
                .toLocalDate();
        issue(firm, firm.bill("2026-03-31", approved.toString()));
        firm.approvedTime("ana", "fast", "2026-03-11", HOUR);
        issue(firm, firm.bill("2026-03-31", approved.plusDays(8).toString()));
        firm.approvedTime("ana", "fast", "2026-03-12", HOUR / 2);
        firm.approvedTime("ana", "slow", "2026-03-12", 1_080);
        firm.settled();

        var kpis = kpis(
                firm,
                approved.toString(),
                approved.plusDays(2).toString(),
                approved.plusDays(20).toString());

        var inTime = kpi(kpis, "billed_in_sla", "first billed within SLA / (approved - in window)");
        assertThat(amount(inTime.path("numerator"))).isEqualByComparingTo("82000");
        assertThat(amount(inTime.path("denominator"))).isEqualByComparingTo("97000");
        assertThat(amount(inTime.path("value"))).isEqualByComparingTo("0.8454");
    }

    @Test
    void utilization_of_the_time_that_people_are_there(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        firm.post(
                "/v1/people/" + firm.id("ana") + "/absences",
                of("id", "day-off", "from", "2026-05-29", "to", "2026-05-30", "kind", "VACATION"));
        for (int day = 4; day < 8; day++) {
            firm.approvedTime("ana", "work", "2026-05-0" + day, 24 * HOUR);
        }
        firm.approvedTime("ana", "work", "2026-05-08", 20 * HOUR);
        firm.approve(firm.recordedTime(of(
                "person",
                firm.id("ana"),
                "project",
                firm.id("work"),
                "workDate",
                "2026-05-11",
                "seconds",
                4 * HOUR,
                "timeClass",
                "CREDITED")));
        firm.settled();

        var kpis = kpis(firm, "2026-05-01", "2026-06-01", "2026-06-01");

        var there = kpi(kpis, "utilization", "(billable + credited) / (calendar - excluded)");
        assertThat(amount(there.path("numerator"))).isEqualByComparingTo(String.valueOf(120 * HOUR));
        assertThat(amount(there.path("denominator"))).isEqualByComparingTo(String.valueOf(160 * HOUR));
        assertThat(amount(there.path("value"))).isEqualByComparingTo("0.75");
        assertThat(amount(kpi(kpis, "utilization", "billable / calendar").path("value")))
                .isEqualByComparingTo("0.6905");
    }

    @Test
    void backlog_and_liability_of_a_fixed_price(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .cost("ana", "5000", "EUR")
                .contract(
                        "plant",
                        "EUR",
                        "Europe/Berlin",
                        null,
                        List.of(line(
                                1,
                                "FIXED_FEE",
                                "amount",
                                "120000.00",
                                "terms",
                                of("revenueMethod", "PERCENT_COMPLETE"))));
        firm.post(
                "/v1/projects/" + firm.id("plant") + "/estimates",
                of("estimate", "80000.00", "asOf", "2026-04-01", "reason", "plan"));
        firm.post(
                "/v1/projects/" + firm.id("plant") + "/instalments",
                of(
                        "instalments",
                        List.of(
                                of("description", "First", "amount", "50000.00", "dueOn", "2026-04-15"),
                                of("description", "Rest", "amount", "70000.00", "dueOn", "2026-09-30"))));
        firm.approvedTime("ana", "plant", "2026-04-10", 6 * HOUR);
        issue(firm, firm.bill("2026-04-30"));
        firm.as("controller", "/v1/periods/" + firm.id("firm") + "/2026-04/close", of());
        firm.settled();

        var backlog = firm.get("/v1/views/backlog?contract=" + firm.id("plant"))
                .path("items")
                .path(0);
        assertThat(amount(backlog.path("revenueBacklog"))).isEqualByComparingTo("75000.00");
        assertThat(amount(backlog.path("billingBacklog"))).isEqualByComparingTo("70000.00");
        var position = firm.get("/v1/positions?contract=" + firm.id("plant"))
                .path("items")
                .path(0);
        assertThat(amount(position.path("revenue"))).isEqualByComparingTo("45000.00");
        assertThat(amount(position.path("netBilled"))).isEqualByComparingTo("50000.00");
        assertThat(amount(position.path("contractLiability"))).isEqualByComparingTo("5000.00");
    }

    @Test
    void three_payers_share_a_hundred_and_each_is_taxed_alone(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .customer("second", "EUR")
                .customer("third", "EUR")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract(
                        "work",
                        "EUR",
                        "Europe/Berlin",
                        of(
                                "payers",
                                List.of(
                                        of("customer", firm.id("buyer"), "share", "0.333333", "takesResidue", true),
                                        of("customer", firm.id("second"), "share", "0.333333"),
                                        of("customer", firm.id("third"), "share", "0.333334"))),
                        List.of(line(1, "TIME_AND_MATERIALS")));
        firm.approvedTime("ana", "work", "2026-03-10", HOUR);

        var nets = new ArrayList<String>();
        var taxes = BigDecimal.ZERO;
        for (var draft : firm.bill("2026-03-31")) {
            var invoice = firm.issue(draft.path("invoiceId").asString()).path("invoice");
            nets.add(invoice.path("customerId").asString().replaceFirst("^.*\\.", "") + " "
                    + amount(invoice.path("net")).setScale(2) + " "
                    + amount(invoice.path("tax")).setScale(2));
            taxes = taxes.add(amount(invoice.path("tax")));
        }

        assertThat(nets).containsExactlyInAnyOrder("buyer 33.34 6.67", "second 33.33 6.67", "third 33.33 6.67");
        assertThat(taxes).isEqualByComparingTo("20.01");
        assertThat(firm.bill("2026-03-31")).isEmpty();
    }

    private static String billed(Firm firm, String day, int seconds) {
        firm.approvedTime("ana", "work", day, seconds);
        return issue(firm, firm.bill(day));
    }

    @CanIgnoreReturnValue
    private static String issue(Firm firm, List<JsonNode> drafts) {
        assertThat(drafts).hasSize(1);
        var invoice = drafts.getFirst().path("invoiceId").asString();
        firm.issue(invoice);
        return invoice;
    }

    private static List<String> invoices(Firm firm) {
        return firm.get("/v1/invoices?contract=" + firm.id("work") + "&limit=10")
                .path("items")
                .valueStream()
                .sorted(java.util.Comparator.comparing((JsonNode invoice) ->
                        LocalDate.parse(invoice.path("issueDate").asString())))
                .map(invoice -> invoice.path("invoiceId").asString())
                .toList();
    }

    private static void pay(Firm firm, String invoice, String amount, String day) {
        firm.post(
                "/v1/payments",
                of(
                        "source",
                        "bank",
                        "sourceId",
                        firm.id(amount),
                        "invoice",
                        invoice,
                        "amount",
                        amount,
                        "currency",
                        "EUR",
                        "valueDate",
                        day));
        firm.settled();
    }

    private static JsonNode kpis(Firm firm, String from, String to, String asOf) {
        return firm.get("/v1/kpis?from=" + from + "&to=" + to + "&asOf=" + asOf + "&entity=" + firm.id("firm"))
                .path("items");
    }

    private static JsonNode kpi(JsonNode kpis, String name, String variant) {
        return kpis.valueStream()
                .filter(kpi -> Map.of("kpi", name, "variant", variant)
                        .equals(Map.of(
                                "kpi",
                                kpi.path("kpi").asString(),
                                "variant",
                                kpi.path("variant").asString())))
                .findFirst()
                .orElseThrow(() -> new AssertionError(kpis.toString()));
    }
}
