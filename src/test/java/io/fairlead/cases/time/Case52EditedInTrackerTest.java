package io.fairlead.cases.time;

import static io.fairlead.cases.Firm.creditOf;
import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.time.TimeSteps.billed;
import static io.fairlead.cases.time.TimeSteps.counts;
import static io.fairlead.cases.time.TimeSteps.entry;
import static io.fairlead.cases.time.TimeSteps.imported;
import static io.fairlead.cases.time.TimeSteps.key;
import static io.fairlead.cases.time.TimeSteps.notes;
import static io.fairlead.cases.time.TimeSteps.open;
import static io.fairlead.cases.time.TimeSteps.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 52: a row that is edited in the tracker and imported again is the same entry, corrected, billed or not. */
@ExtendWith(CaseStack.class)
class Case52EditedInTrackerTest {

    private static final String HALF_HOUR = row("2026-04-02", "09:00:00", "09:30:00", "00:30:00");
    private static final String LONGER = row("2026-04-02", "09:00:00", "09:45:00", "00:45:00");
    private static final String SHORTER = row("2026-04-02", "09:00:00", "09:20:00", "00:20:00");

    @Test
    void one_entry_is_corrected_with_a_note_and_billed_as_it_is_now(Firm firm) {
        TimeSteps.opened(firm, null);
        var first = imported(firm, Firm.RECORDER, "work", HALF_HOUR);
        assertThat(counts(first)).as(first.toString()).containsExactly(1, 0, 0, 0);
        assertThat(counts(TimeSteps.dryRun(firm, "work", LONGER))).containsExactly(0, 1, 0, 0);

        var report = imported(firm, Firm.RECORDER, "work", LONGER);

        assertThat(counts(report)).containsExactly(0, 1, 0, 0);
        assertThat(notes(report, "CORRECTED"))
                .containsExactly("time-entry:" + key(entry(firm)) + " said 1800 s before and 2700 s now");
        assertThat(entry(firm).path("seconds").asInt()).isEqualTo(2_700);
        assertThat(entry(firm).path("status").asString()).isEqualTo("submitted");
        assertThat(counts(imported(firm, Firm.RECORDER, "work", LONGER))).containsExactly(0, 0, 1, 0);
        firm.approve(key(entry(firm)));
        var invoice = firm.bill("2026-04-30").getFirst().path("invoiceId").asString();
        assertThat(TimeSteps.net(firm.issue(invoice))).isEqualTo("75.00");
        firm.provedRight(invoice);
    }

    @Test
    void there_and_back_is_two_corrections(Firm firm) {
        TimeSteps.opened(firm, null);
        for (var row : List.of(HALF_HOUR, LONGER, HALF_HOUR, LONGER, HALF_HOUR)) {
            assertThat(counts(imported(firm, Firm.RECORDER, "work", row)).get(3))
                    .isZero();
        }
        assertThat(entry(firm).path("seconds").asInt()).isEqualTo(1_800);
        assertThat(entry(firm).path("version").asInt()).isEqualTo(5);
    }

    @Test
    void what_people_corrected_here_stays_until_the_row_is_edited(Firm firm) {
        TimeSteps.opened(firm, null);
        imported(firm, Firm.RECORDER, "work", HALF_HOUR);
        var key = key(entry(firm));
        firm.approve(key);
        firm.as(
                "lead",
                "/v1/time-entries/" + key + "/corrections",
                of("workDate", "2026-04-02", "seconds", 1_200, "reason", "a break"));

        assertThat(counts(imported(firm, "colleague", "work", HALF_HOUR))).containsExactly(0, 0, 1, 0);
        assertThat(entry(firm).path("seconds").asInt()).isEqualTo(1_200);
        assertThat(billed(firm, "2026-04-30")).isEqualTo("33.33");
        assertThat(counts(imported(firm, "colleague", "work", HALF_HOUR))).containsExactly(0, 0, 1, 0);
        assertThat(counts(imported(firm, "colleague", "work", LONGER))).containsExactly(0, 1, 0, 0);
        assertThat(billed(firm, "2026-04-30")).isEqualTo("41.67");
    }

    @Test
    void approved_time_that_its_author_makes_longer_is_approved_again(Firm firm) {
        TimeSteps.opened(firm, null);
        imported(firm, Firm.RECORDER, "work", HALF_HOUR);
        firm.approve(key(entry(firm)));

        var report = imported(firm, Firm.RECORDER, "work", LONGER);

        assertThat(notes(report, "CORRECTED")).singleElement().asString().endsWith("it has to be approved again");
        assertThat(entry(firm).path("status").asString()).isEqualTo("submitted");
        assertThat(billed(firm, "2026-04-30")).isEqualTo("nothing");
        firm.approve(key(entry(firm)));
        assertThat(billed(firm, "2026-04-30")).isEqualTo("75.00");
    }

    @Test
    void of_billed_time_what_is_more_is_charged_further_and_what_is_less_is_a_proposed_credit(Firm firm) {
        TimeSteps.opened(firm, null);
        imported(firm, Firm.RECORDER, "work", HALF_HOUR);
        firm.approve(key(entry(firm)));
        var first = firm.bill("2026-04-30").getFirst().path("invoiceId").asString();
        assertThat(TimeSteps.net(firm.issue(first))).isEqualTo("50.00");

        assertThat(imported(firm, Firm.RECORDER, "work", LONGER)
                        .path("refusedBy")
                        .path(0)
                        .path("code")
                        .asString())
                .as("nobody adds to their own billed time")
                .isEqualTo("T-03");
        assertThat(counts(imported(firm, "colleague", "work", LONGER))).containsExactly(0, 1, 0, 0);
        var further = firm.bill("2026-04-30").getFirst().path("invoiceId").asString();
        assertThat(TimeSteps.net(firm.issue(further))).isEqualTo("25.00");

        var report = imported(firm, Firm.RECORDER, "work", SHORTER);
        assertThat(notes(report, "CORRECTED")).singleElement().asString().endsWith("a credit is proposed");
        assertThat(entry(firm).path("proposedSeconds").asInt()).isEqualTo(1_200);
        var subject = "time-entry:" + key(entry(firm));
        assertThat(open(firm, subject)).containsExactly("BILLED_TIME_CORRECTED");
        assertThat(counts(imported(firm, Firm.RECORDER, "work", SHORTER))).containsExactly(0, 0, 1, 0);

        var back = firm.credit(further, "2026-05-02", List.of(creditOf(1, 900, "CORRECTED")));
        assertThat(open(firm, subject)).as("600 s are still to be credited").containsExactly("BILLED_TIME_CORRECTED");
        var rest = firm.credit(first, "2026-05-02", List.of(creditOf(1, 600, "CORRECTED")));

        assertThat(List.of(TimeSteps.creditNet(back), TimeSteps.creditNet(rest)))
                .containsExactly("25.00", "16.67");
        assertThat(open(firm, subject)).isEmpty();
        assertThat(entry(firm).path("seconds").asInt()).isEqualTo(1_200);
        assertThat(billed(firm, "2026-05-31")).isEqualTo("nothing");
        firm.provedRight(first, further, TimeSteps.noteId(back), TimeSteps.noteId(rest));
    }

    @Test
    void billed_time_that_was_rounded_down_is_credited_to_what_it_is(Firm firm) {
        TimeSteps.opened(firm, of("timeRounding", of("mode", "NEAREST", "minutes", 15, "per", "ENTRY")));
        imported(firm, Firm.RECORDER, "work", row("2026-04-02", "09:00:00", "10:01:40", "01:01:40"));
        firm.approve(key(entry(firm)));
        var invoice = firm.bill("2026-04-30").getFirst().path("invoiceId").asString();
        assertThat(TimeSteps.net(firm.issue(invoice))).isEqualTo("100.00");

        var report = imported(firm, Firm.RECORDER, "work", row("2026-04-02", "09:00:00", "09:00:36", "00:00:36"));

        assertThat(counts(report)).containsExactly(0, 1, 0, 0);
        var note = firm.credit(invoice, "2026-05-02", List.of(creditOf(1, 3_564, "CORRECTED")));
        assertThat(TimeSteps.creditNet(note)).isEqualTo("99.00");
        assertThat(entry(firm).path("seconds").asInt()).isEqualTo(36);
        assertThat(open(firm, "time-entry:" + key(entry(firm)))).isEmpty();
        firm.provedRight(invoice, TimeSteps.noteId(note));
    }

    @Test
    void rows_of_one_place_keep_their_entries_in_whichever_order_they_come(Firm firm) {
        TimeSteps.opened(firm, null);
        imported(firm, Firm.RECORDER, "work", HALF_HOUR, LONGER);

        assertThat(counts(imported(firm, Firm.RECORDER, "work", LONGER, HALF_HOUR)))
                .containsExactly(0, 0, 2, 0);
        assertThat(counts(imported(firm, Firm.RECORDER, "work", SHORTER, LONGER)))
                .containsExactly(0, 1, 1, 0);
        assertThat(counts(imported(firm, Firm.RECORDER, "work", LONGER, HALF_HOUR, SHORTER)))
                .containsExactly(1, 0, 2, 0);
        assertThat(TimeSteps.entries(firm))
                .extracting(each -> each.path("seconds").asInt())
                .containsExactlyInAnyOrder(1_200, 1_800, 2_700);
    }
}
