package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 2: a rate that comes late moves what is unbilled, and only proposes for what is invoiced. */
@ExtendWith(CaseStack.class)
class Case02RetroactiveRateTest {

    @Test
    void a_preview_names_the_waiting_time_that_a_rate_frees(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        var waits = firm.approvedTime("ana", "work", "2026-03-20", 5_400);
        var before = firm.approvedTime("ana", "work", "2026-02-20", 5_400);
        firm.settled();

        var rate = of(
                "owner", "legal-entity:" + firm.id("firm"), "rate", "100.00", "currency", "EUR", "from", "2026-03-01");
        rate.put("reason", "agreed late");
        var preview = firm.post("/v1/rate-changes/preview", of("rateCard", firm.id("standard"), "set", rate));

        assertThat(preview.path("entries")).isEmpty();
        assertThat(preview.path("freed")).as("not " + before).singleElement().satisfies(freed -> {
            assertThat(freed.path("timeEntryId").asString()).isEqualTo("time-entry:" + waits);
            assertThat(freed.path("seconds").asInt()).isEqualTo(5_400);
            assertThat(amount(freed.path("amount"))).isEqualByComparingTo("150.00");
        });
    }

    @Test
    void unbilled_time_is_repriced_and_invoiced_time_yields_a_proposal_only(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .cost("ana", "60.00", "EUR")
                .rate("standard", "legal-entity:" + firm.id("firm"), "150.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        var ten = firm.approvedTime("ana", "work", "2026-03-10", 36_000);
        var invoice =
                firm.issue(firm.bill("2026-03-10").getFirst().path("invoiceId").asString());
        var six = firm.approvedTime("ana", "work", "2026-03-20", 21_600);
        firm.settled();
        assertThat(ready(firm, "")).isEqualByComparingTo("900.00");

        var preview = firm.post(
                "/v1/rate-changes/preview",
                of(
                        "rateCard",
                        firm.id("standard"),
                        "set",
                        of(
                                "owner",
                                "legal-entity:" + firm.id("firm"),
                                "rate",
                                "165.00",
                                "currency",
                                "EUR",
                                "from",
                                "2026-03-01",
                                "reason",
                                "agreed late")));

        assertThat(preview.path("totals")).singleElement().satisfies(totals -> {
            assertThat(amount(totals.path("unbilled"))).isEqualByComparingTo("90.00");
            assertThat(amount(totals.path("invoiced"))).isEqualByComparingTo("150.00");
        });
        assertThat(preview.path("entries").findValuesAsString("timeEntryId"))
                .containsExactly("time-entry:" + ten, "time-entry:" + six);
        firm.settled();
        assertThat(ready(firm, "")).as("a preview writes nothing").isEqualByComparingTo("900.00");

        var before = firm.position();
        firm.rate("standard", "legal-entity:" + firm.id("firm"), "165.00", "EUR", "2026-03-01");
        firm.settled();

        assertThat(ready(firm, "")).isEqualByComparingTo("990.00");
        assertThat(ready(firm, "&position=" + before)).as("as it was known").isEqualByComparingTo("900.00");
        assertThat(amount(firm.get("/v1/time-entries/" + six).path("amount"))).isEqualByComparingTo("990.00");
        assertThat(amount(firm.get("/v1/time-entries/" + ten).path("amount"))).isEqualByComparingTo("1500.00");
        var id = invoice.path("invoice").path("invoiceId").asString();
        assertThat(amount(firm.get("/v1/invoices/" + id).path("invoice").path("net")))
                .isEqualByComparingTo("1500.00");
        assertThat(told(firm, ten)).singleElement().satisfies(item -> {
            assertThat(item.path("code").asString()).isEqualTo("RATE_CHANGED_AFTER_BILLING");
            assertThat(amount(item.path("amount"))).isEqualByComparingTo("150.00");
        });
        assertThat(told(firm, six)).isEmpty();
        assertThat(firm.bill("2026-03-31")).singleElement().satisfies(draft -> assertThat(amount(draft.path("net")))
                .isEqualByComparingTo("990.00"));
    }

    @Test
    void what_stood_on_a_draft_or_an_invoice_gets_the_late_rate_once_it_is_unbilled(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .cost("ana", "60.00", "EUR")
                .rate("standard", "legal-entity:" + firm.id("firm"), "150.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        var invoiced = firm.approvedTime("ana", "work", "2026-03-10", 36_000);
        var _ = firm.issue(firm.bill("2026-03-10").getFirst().path("invoiceId").asString());
        var drafted = firm.approvedTime("ana", "work", "2026-03-20", 21_600);
        var draft = firm.bill("2026-03-20").getFirst();
        firm.rate("standard", "legal-entity:" + firm.id("firm"), "165.00", "EUR", "2026-03-01");
        firm.settled();
        assertThat(told(firm, drafted))
                .extracting(item -> item.path("code").asString())
                .containsExactly("RATE_CHANGED_ON_DRAFT");

        firm.as(
                "biller",
                "/v1/invoices/" + draft.path("invoiceId").asString() + "/discard",
                of("reason", "the rate changed"));
        firm.as(
                "controller",
                "/v1/time-entries/" + invoiced + "/corrections",
                of("workDate", "2026-03-10", "seconds", 39_600, "reason", "it was an hour more"));

        assertThat(firm.bill("2026-03-31")).singleElement().satisfies(anew -> assertThat(amount(anew.path("net")))
                .as("7 hours at 165.00")
                .isEqualByComparingTo("1155.00"));
    }

    private static java.math.BigDecimal ready(Firm firm, String asOf) {
        return amount(firm.get("/v1/views/unbilled?by=project&project=" + firm.id("work") + asOf)
                .path("items")
                .get(0)
                .path("ready"));
    }

    private static JsonNode told(Firm firm, String entry) {
        return firm.get("/v1/exceptions?subject=time-entry:" + entry).path("items");
    }
}
