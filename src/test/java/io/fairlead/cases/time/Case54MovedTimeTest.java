package io.fairlead.cases.time;

import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.time.TimeSteps.open;
import static io.fairlead.cases.time.TimeSteps.unbilled;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 54: time moves to another line, project or customer with its money; billed time leaves a proposed credit behind. */
@ExtendWith(CaseStack.class)
class Case54MovedTimeTest {

    private static final int HOUR = 3_600;

    /** Three hours at 100 on {@code work}; {@code other} is of another customer, at 80 and limited to 150. */
    private static String opened(Firm firm) {
        TimeSteps.opened(firm, null);
        var _ = firm.customer("neighbour", "EUR");
        firm.contract(
                "other",
                "EUR",
                "Europe/Berlin",
                null,
                Map.of("customer", firm.id("neighbour")),
                List.of(line(1, "NOT_TO_EXCEED", "limit", "150.00")));
        firm.rate(
                "other", "contract:" + firm.id("other"), "80.00", "EUR", "2025-01-01", "lineNo", 1, "role", "engineer");
        firm.settled();
        var entry = firm.approvedTime("ana", "work", "2026-04-02", 3 * HOUR);
        firm.settled();
        return entry;
    }

    private static Map<String, Object> toOther(Firm firm) {
        return of("project", firm.id("other"), "reason", "it was for the neighbour");
    }

    private static JsonNode there(Firm firm, String entry) {
        firm.settled();
        return firm.get("/v1/time-entries/"
                + firm.get("/v1/time-entries/" + entry).path("movedTo").asString());
    }

    @Test
    void unbilled_time_is_priced_and_limited_where_it_is_now_and_nothing_is_left(Firm firm) {
        var entry = opened(firm);
        assertThat(unbilled(firm, "work")).containsExactly("300.00", "0.00");

        firm.as("lead", "/v1/time-entries/" + entry + "/move", toOther(firm));

        assertThat(unbilled(firm, "work")).containsExactly("0.00", "0.00");
        assertThat(unbilled(firm, "other")).containsExactly("150.00", "90.00");
        var now = there(firm, entry);
        assertThat(now.path("movedFrom").asString()).isEqualTo("time-entry:" + entry);
        assertThat(now.path("approvedBy").asString()).isEqualTo("local|lead");
        assertThat(now.path("customerId").asString()).isEqualTo("customer:" + firm.id("neighbour"));
        var before = firm.get("/v1/time-entries/" + entry);
        assertThat(before.path("status").asString()).isEqualTo("moved");
        var drafts = firm.bill("2026-04-30");
        assertThat(drafts).hasSize(1);
        var invoice = drafts.getFirst().path("invoiceId").asString();
        assertThat(TimeSteps.net(firm.issue(invoice))).isEqualTo("150.00");
        firm.provedRight(invoice);
    }

    @Test
    void the_limit_of_the_old_line_is_free_again(Firm firm) {
        TimeSteps.opened(firm, null);
        firm.contract(
                "capped",
                "EUR",
                "Europe/Berlin",
                null,
                List.of(line(1, "NOT_TO_EXCEED", "limit", "300.00"), line(2, "TIME_AND_MATERIALS")));
        var entry = firm.approvedTime("ana", "capped", "2026-04-02", 3 * HOUR);
        firm.approvedTime("ana", "capped", "2026-04-03", HOUR);
        assertThat(unbilled(firm, "capped")).containsExactly("300.00", "100.00");

        firm.as(
                "lead",
                "/v1/time-entries/" + entry + "/move",
                of("project", firm.id("capped"), "lineNo", 2, "reason", "it was the other line"));

        assertThat(unbilled(firm, "capped")).containsExactly("400.00", "0.00");
        assertThat(there(firm, entry).path("lineNo").asInt()).isEqualTo(2);
        var invoice = firm.bill("2026-04-30").getFirst().path("invoiceId").asString();
        assertThat(TimeSteps.net(firm.issue(invoice))).isEqualTo("400.00");
        firm.provedRight(invoice);
    }

    @Test
    void of_billed_time_a_credit_is_proposed_there_and_it_is_unbilled_here(Firm firm) {
        var entry = opened(firm);
        var invoice = firm.bill("2026-04-30").getFirst().path("invoiceId").asString();
        assertThat(TimeSteps.net(firm.issue(invoice))).isEqualTo("300.00");

        firm.as("lead", "/v1/time-entries/" + entry + "/move", toOther(firm));

        assertThat(unbilled(firm, "work")).containsExactly("0.00", "0.00");
        assertThat(unbilled(firm, "other")).containsExactly("150.00", "90.00");
        assertThat(open(firm, "time-entry:" + entry)).containsExactly("BILLED_TIME_CORRECTED");
        var before = firm.get("/v1/time-entries/" + entry);
        assertThat(before.path("proposedSeconds").asInt(-1)).isZero();
        assertThat(before.path("status").asString()).isEqualTo("billed");

        var note = firm.credit(invoice, "2026-05-02", List.of(creditOf(1, 3 * HOUR, "CORRECTED")));
        assertThat(TimeSteps.creditNet(note)).isEqualTo("300.00");
        assertThat(open(firm, "time-entry:" + entry)).isEmpty();
        assertThat(unbilled(firm, "work")).containsExactly("0.00", "0.00");
        firm.provedRight(invoice, TimeSteps.noteId(note));
    }

    @Test
    void what_is_reopened_of_moved_time_is_not_billed_again_where_it_was(Firm firm) {
        var entry = opened(firm);
        var invoice = firm.bill("2026-04-30").getFirst().path("invoiceId").asString();
        firm.issue(invoice);
        firm.as("lead", "/v1/time-entries/" + entry + "/move", toOther(firm));

        var note = firm.credit(invoice, "2026-05-02", List.of(creditOf(1, 3 * HOUR, "REOPEN")));

        assertThat(unbilled(firm, "work")).containsExactly("0.00", "0.00");
        assertThat(open(firm, "time-entry:" + entry)).isEmpty();
        firm.provedRight(invoice, TimeSteps.noteId(note));
    }

    @Test
    void moves_are_refused_by_name_and_a_repeat_changes_nothing(Firm firm) {
        var entry = opened(firm);
        var path = "/v1/time-entries/" + entry + "/move";
        assertThat(firm.refusal(Firm.RECORDER, path, toOther(firm)))
                .as("approved by its author")
                .isEqualTo("T-03");
        var draft = firm.bill("2026-04-30").getFirst().path("invoiceId").asString();
        assertThat(firm.refusal("lead", path, toOther(firm))).as("on a draft").isEqualTo("T-19");
        assertThat(firm.refusal("lead", path + "/preview", toOther(firm))).isEqualTo("T-19");
        firm.as("biller", "/v1/invoices/" + draft + "/discard", of("reason", "wrong customer"));
        firm.settled();

        firm.as("lead", path, toOther(firm));
        var position = firm.position();
        firm.as("lead", path, toOther(firm));
        assertThat(firm.position()).isEqualTo(position);
        var elsewhere = of("project", firm.id("work"), "timeClass", "CREDITED", "reason", "no");
        assertThat(firm.refusal("lead", path, elsewhere)).isEqualTo("T-19");
        assertThat(firm.refusal(
                        Firm.RECORDER,
                        "/v1/time-entries/" + entry + "/corrections",
                        of("workDate", "2026-04-02", "seconds", HOUR, "reason", "late")))
                .isEqualTo("T-19");
    }
}
