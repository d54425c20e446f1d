package io.fairlead.cases.time;

import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.time.TimeSteps.open;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 55: work of one person at the same time, or of more than a day, is told, refused or let be, as the company decides. */
@ExtendWith(CaseStack.class)
class Case55OverlappingTimeTest {

    private static Map<String, Object> work(Firm firm, String from, String to) {
        return of(
                "person",
                firm.id("ana"),
                "project",
                firm.id("work"),
                "start",
                "2026-03-06T" + from + ":00",
                "end",
                "2026-03-06T" + to + ":00");
    }

    private static void policy(Firm firm, String overlap) {
        firm.as(
                "owner",
                "/v1/legal-entities/" + firm.id("firm") + "/work-policies",
                of("overlap", overlap, "reason", "as we do it"));
        firm.settled();
    }

    private static @Nullable String overlaps(Firm firm, String entry) {
        firm.settled();
        return firm.get("/v1/time-entries/" + entry).path("overlapped").asString(null);
    }

    @Test
    void the_approver_sees_it_and_a_work_item_names_both_until_it_is_cured(Firm firm) {
        TimeSteps.opened(firm, null);
        var nine = firm.recordedTime(work(firm, "09:00", "12:00"));
        var ten = firm.recordedTime(work(firm, "10:00", "13:00"));

        assertThat(overlaps(firm, ten)).isEqualTo("time-entry:" + nine);
        assertThat(overlaps(firm, nine)).isNull();
        assertThat(open(firm, "time-entry:" + ten)).containsExactly("OVERLAP");
        assertThat(firm.get("/v1/exceptions?status=open&subject=time-entry:" + ten)
                        .toString())
                .contains("time-entry:" + nine + ",");

        firm.as(
                Firm.RECORDER,
                "/v1/time-entries/" + nine + "/corrections",
                of("workDate", "2026-03-06", "seconds", 3_600, "reason", "until ten"));
        assertThat(overlaps(firm, ten)).isNull();
        assertThat(open(firm, "time-entry:" + ten)).isEmpty();
        firm.as(Firm.RECORDER, "/v1/time-entries/" + nine + "/submission", of());
        firm.approve(nine);
        firm.approve(ten);
        var invoice = firm.bill("2026-03-31").getFirst().path("invoiceId").asString();
        assertThat(TimeSteps.net(firm.issue(invoice))).isEqualTo("400.00");
        firm.provedRight(invoice);
    }

    @Test
    void a_rejection_cures_it_and_so_does_a_move_of_day(Firm firm) {
        TimeSteps.opened(firm, null);
        var nine = firm.recordedTime(work(firm, "09:00", "12:00"));
        var ten = firm.recordedTime(work(firm, "10:00", "13:00"));
        firm.settled();
        firm.as("approver", "/v1/time-entries/" + nine + "/rejection", of("reason", "entered twice"));
        assertThat(overlaps(firm, ten)).isNull();
        assertThat(open(firm, "time-entry:" + ten)).isEmpty();
    }

    @Test
    void more_than_a_day_is_told_too(Firm firm) {
        TimeSteps.opened(firm, null);
        firm.approvedTime("ana", "work", "2026-03-06", 13 * 3_600);
        var last = firm.recordedTime(of(
                "person", firm.id("ana"), "project", firm.id("work"), "workDate", "2026-03-06", "seconds", 12 * 3_600));
        assertThat(open(firm, "time-entry:" + last)).containsExactly("OVERLAP");
    }

    @Test
    void a_company_may_refuse_it_and_leaves_nothing(Firm firm) {
        TimeSteps.opened(firm, null);
        policy(firm, "REFUSE");
        var _ = firm.recordedTime(work(firm, "09:00", "12:00"));
        var position = firm.position();

        var ten = work(firm, "10:00", "13:00");
        ten.put("id", firm.id("refused"));
        assertThat(firm.refusal(Firm.RECORDER, "/v1/time-entries", ten)).isEqualTo("T-20");
        var rows = TimeSteps.imported(
                firm,
                Firm.RECORDER,
                "work",
                TimeSteps.row("2026-03-06", "11:00:00", "11:30:00", "00:30:00"),
                TimeSteps.row("2026-03-06", "12:00:00", "13:00:00", "01:00:00"),
                TimeSteps.row("2026-03-06", "12:30:00", "13:30:00", "01:00:00"));
        assertThat(TimeSteps.counts(rows)).as(rows.toString()).containsExactly(1, 0, 0, 2);
        assertThat(rows.path("refusedBy").path(0).path("code").asString()).isEqualTo("T-20");
        assertThat(firm.position()).isEqualTo(position + 2);
        assertThat(TimeSteps.entries(firm)).hasSize(2);
    }

    @Test
    void a_company_that_refuses_it_refuses_it_of_what_a_file_edits_too(Firm firm) {
        TimeSteps.opened(firm, null);
        policy(firm, "REFUSE");
        var first = TimeSteps.row("2026-03-06", "09:00:00", "10:00:00", "01:00:00");
        var second = TimeSteps.row("2026-03-06", "10:00:00", "11:00:00", "01:00:00");
        TimeSteps.imported(firm, Firm.RECORDER, "work", first, second);

        var longer = TimeSteps.row("2026-03-06", "09:00:00", "10:30:00", "01:30:00");
        var refused = TimeSteps.imported(firm, Firm.RECORDER, "work", longer, second);
        assertThat(TimeSteps.counts(refused)).as(refused.toString()).containsExactly(0, 0, 1, 1);
        assertThat(refused.path("refusedBy").path(0).path("code").asString()).isEqualTo("T-20");
        var shorter = TimeSteps.row("2026-03-06", "09:00:00", "09:30:00", "00:30:00");
        assertThat(TimeSteps.counts(TimeSteps.imported(firm, Firm.RECORDER, "work", shorter, second)))
                .containsExactly(0, 1, 1, 0);
    }

    /** It stood before the company said so: only what a file brings or edits is refused. */
    @Test
    void a_row_that_is_as_it_was_is_not_refused_for_what_it_meets(Firm firm) {
        TimeSteps.opened(firm, null);
        var first = TimeSteps.row("2026-03-06", "09:00:00", "10:00:00", "01:00:00");
        var second = TimeSteps.row("2026-03-06", "09:30:00", "10:30:00", "01:00:00");
        TimeSteps.imported(firm, Firm.RECORDER, "work", first, second);
        policy(firm, "REFUSE");

        assertThat(TimeSteps.counts(TimeSteps.imported(firm, Firm.RECORDER, "work", first, second)))
                .containsExactly(0, 0, 2, 0);
    }

    @Test
    void a_company_that_refuses_it_refuses_it_of_what_is_corrected_too(Firm firm) {
        TimeSteps.opened(firm, null);
        policy(firm, "REFUSE");
        var nine = firm.recordedTime(work(firm, "09:00", "12:00"));
        var _ = firm.recordedTime(work(firm, "12:00", "13:00"));
        firm.settled();

        var longer = of("workDate", "2026-03-06", "seconds", 10_801, "reason", "a second more");
        assertThat(firm.refusal(Firm.RECORDER, "/v1/time-entries/" + nine + "/corrections", longer))
                .isEqualTo("T-20");
        var more = of("secondsDelta", 1, "reason", "a second more");
        assertThat(firm.refusal(Firm.RECORDER, "/v1/time-entries/" + nine + "/adjustments", more))
                .isEqualTo("T-20");
        var shorter = of("workDate", "2026-03-06", "seconds", 10_799, "reason", "a second less");
        firm.as(Firm.RECORDER, "/v1/time-entries/" + nine + "/corrections", shorter);
        firm.settled();
        firm.as(Firm.RECORDER, "/v1/time-entries/" + nine + "/adjustments", more);
    }

    @Test
    void a_company_may_let_it_be(Firm firm) {
        TimeSteps.opened(firm, null);
        policy(firm, "ALLOW");
        var _ = firm.recordedTime(work(firm, "09:00", "12:00"));
        var ten = firm.recordedTime(work(firm, "10:00", "13:00"));
        assertThat(open(firm, "time-entry:" + ten)).isEmpty();
    }

    @Test
    void a_begin_that_the_clock_skips_is_refused(Firm firm) {
        TimeSteps.opened(firm, null);
        var never = of(
                "id", firm.id("never"),
                "person", firm.id("ana"),
                "project", firm.id("work"),
                "start", "2026-03-29T02:30:00",
                "seconds", 3_600);
        assertThat(firm.refusal(Firm.RECORDER, "/v1/time-entries", never)).isEqualTo("T-21");
        var row = TimeSteps.imported(
                firm, Firm.RECORDER, "work", TimeSteps.row("2026-03-29", "02:30:00", "04:30:00", "01:00:00"));
        assertThat(row.path("refusedBy").path(0).path("code").asString()).isEqualTo("T-21");
        assertThat(TimeSteps.entries(firm)).isEmpty();
    }
}
