package io.fairlead.cases;

import static io.fairlead.cases.Firm.amount;
import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 14: an approval withdrawn after billing is an exception with the amount at stake; the bill stands. */
@ExtendWith(CaseStack.class)
class Case14WithdrawnApprovalTest {

    @Test
    void billed_time_is_never_rebilled_and_approving_again_moves_no_money(Firm firm) {
        var entry = fiveHoursAt120(firm);
        var invoice =
                firm.issue(firm.bill("2026-03-31").getFirst().path("invoiceId").asString());
        assertThat(amount(invoice.path("invoice").path("net"))).isEqualByComparingTo("600.00");

        firm.as("approver", "/v1/time-entries/" + entry + "/withdrawal", of("reason", "wrong project"));
        firm.settled();

        assertThat(doubts(firm, entry)).singleElement().satisfies(item -> {
            assertThat(item.path("status").asString()).isEqualTo("open");
            assertThat(amount(item.path("amount"))).isEqualByComparingTo("600.00");
        });
        assertThat(firm.bill("2026-04-30")).isEmpty();
        assertThat(firm.get("/v1/time-entries/" + entry).path("inDoubt").asBoolean())
                .isTrue();

        firm.approve(entry);
        firm.settled();

        assertThat(doubts(firm, entry))
                .singleElement()
                .satisfies(item -> assertThat(item.path("status").asString()).isEqualTo("resolved"));
        var after = firm.get("/v1/time-entries/" + entry);
        assertThat(after.path("inDoubt").asBoolean()).isFalse();
        assertThat(after.path("status").asString()).isEqualTo("billed");
        assertThat(amount(after.path("amount"))).isEqualByComparingTo("600.00");
        assertThat(firm.bill("2026-05-31")).isEmpty();
    }

    @Test
    void unbilled_time_loses_its_price_and_may_be_corrected(Firm firm) {
        var entry = fiveHoursAt120(firm);
        firm.settled();

        firm.as("approver", "/v1/time-entries/" + entry + "/withdrawal", of("reason", "wrong project"));
        firm.settled();

        assertThat(firm.get("/v1/time-entries/" + entry).path("status").asString())
                .isEqualTo("recorded");
        assertThat(firm.bill("2026-03-31")).isEmpty();
        firm.as(
                "recorder",
                "/v1/time-entries/" + entry + "/corrections",
                of("workDate", "2026-03-11", "seconds", 7_200, "reason", "it was two hours"));
        firm.as("recorder", "/v1/time-entries/" + entry + "/submission", of());
        firm.approve(entry);
        firm.settled();
        assertThat(amount(firm.get("/v1/time-entries/" + entry).path("amount"))).isEqualByComparingTo("240.00");
    }

    @Test
    void a_credit_takes_all_of_it_back_and_the_entry_may_be_changed(Firm firm) {
        var entry = fiveHoursAt120(firm);
        var invoice = firm.bill("2026-03-31").getFirst().path("invoiceId").asString();
        firm.issue(invoice);
        firm.as("approver", "/v1/time-entries/" + entry + "/withdrawal", of("reason", "wrong project"));
        firm.settled();

        var note = firm.credit(invoice, "2026-04-02", List.of(creditOf(1, null, "CORRECTED")));

        assertThat(amount(note.path("creditNote").path("net"))).isEqualByComparingTo("600.00");
        assertThat(amount(note.path("creditNote").path("tax"))).isEqualByComparingTo("120.00");
        firm.as(
                "recorder",
                "/v1/time-entries/" + entry + "/corrections",
                of("workDate", "2026-03-10", "seconds", 7_200, "reason", "it was two hours"));
        firm.settled();
        assertThat(firm.get("/v1/time-entries/" + entry).path("seconds").asInt())
                .isEqualTo(7_200);
    }

    @Test
    void time_on_a_draft_leaves_it_without_a_credit(Firm firm) {
        var entry = fiveHoursAt120(firm);
        var other = firm.approvedTime("ana", "work", "2026-03-11", 3_600);
        var draft = firm.bill("2026-03-31").getFirst().path("invoiceId").asString();

        firm.as("approver", "/v1/time-entries/" + entry + "/withdrawal", of("reason", "wrong project"));
        firm.settled();

        var lines = firm.get("/v1/invoices/" + draft).path("lines");
        assertThat(lines.findValuesAsString("sourceId")).containsExactly("time-entry:" + other);
        assertThat(firm.get("/v1/time-entries/" + entry).path("status").asString())
                .isEqualTo("recorded");
        assertThat(firm.get("/v1/credit-notes?contract=" + firm.id("work")).path("items"))
                .isEmpty();
        assertThat(doubts(firm, entry)).isEmpty();
    }

    private static String fiveHoursAt120(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "120.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        return firm.approvedTime("ana", "work", "2026-03-10", 18_000);
    }

    private static JsonNode doubts(Firm firm, String entry) {
        return firm.get("/v1/exceptions?code=BILLED_APPROVAL_WITHDRAWN&subject=time-entry:" + entry)
                .path("items");
    }
}
