package io.fairlead.cases.time;

import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.time.TimeSteps.counts;
import static io.fairlead.cases.time.TimeSteps.imported;
import static io.fairlead.cases.time.TimeSteps.key;
import static io.fairlead.cases.time.TimeSteps.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 53: a rejected row goes in under a mended mapping; what was rejected stays on record. */
@ExtendWith(CaseStack.class)
class Case53RefusedAndMendedTest {

    private static final String ROW = row("2026-04-02", "09:00:00", "09:30:00", "00:30:00");
    private static final String LONGER = row("2026-04-02", "09:00:00", "10:30:00", "01:30:00");

    private static void rejected(Firm firm) {
        TimeSteps.opened(firm, null);
        var _ = firm.project("other", "work");
        imported(firm, Firm.RECORDER, "work", ROW);
        firm.as(
                "approver",
                "/v1/time-entries/" + key(TimeSteps.entry(firm)) + "/rejection",
                of("reason", "wrong project"));
        firm.settled();
    }

    private static JsonNode live(Firm firm) {
        return TimeSteps.entries(firm).stream()
                .filter(entry -> !entry.path("status").asString().equals("rejected"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_mended_mapping_brings_it_in_once_and_what_is_edited_then_is_that_entry(Firm firm) {
        rejected(firm);

        assertThat(counts(imported(firm, Firm.RECORDER, "other", ROW))).containsExactly(1, 0, 0, 0);
        assertThat(counts(imported(firm, Firm.RECORDER, "other", ROW))).containsExactly(0, 0, 1, 0);
        assertThat(counts(imported(firm, Firm.RECORDER, "other", LONGER))).containsExactly(0, 1, 0, 0);

        assertThat(TimeSteps.entries(firm))
                .extracting(entry -> entry.path("status").asString() + " "
                        + entry.path("projectId").asString() + " "
                        + entry.path("seconds").asInt())
                .containsExactlyInAnyOrder(
                        "rejected project:" + firm.id("work") + " 1800",
                        "submitted project:" + firm.id("other") + " 5400");
        firm.approve(key(live(firm)));
        var invoice = firm.bill("2026-04-30").getFirst().path("invoiceId").asString();
        assertThat(TimeSteps.net(firm.issue(invoice))).isEqualTo("150.00");
        firm.provedRight(invoice);
    }

    /** The name in the file was mapped to ana, and the hours were ben's. */
    @Test
    void what_was_rejected_for_one_person_goes_in_for_another(Firm firm) {
        rejected(firm);
        firm.person("ben", "engineer");

        assertThat(counts(TimeSteps.importedFor(firm, "ben", ROW))).containsExactly(1, 0, 0, 0);
        assertThat(counts(TimeSteps.importedFor(firm, "ben", ROW))).containsExactly(0, 0, 1, 0);
        assertThat(counts(TimeSteps.importedFor(firm, "ben", LONGER))).containsExactly(0, 1, 0, 0);

        assertThat(TimeSteps.entry(firm).path("status").asString()).isEqualTo("rejected");
        assertThat(TimeSteps.entries(firm, "ben"))
                .extracting(entry -> entry.path("status").asString() + " "
                        + entry.path("seconds").asInt())
                .containsExactly("submitted 5400");
    }

    @Test
    void what_was_not_rejected_stays_the_persons_that_it_was(Firm firm) {
        TimeSteps.opened(firm, null);
        imported(firm, Firm.RECORDER, "work", ROW);
        firm.person("ben", "engineer");

        var refused = TimeSteps.importedFor(firm, "ben", ROW);

        assertThat(counts(refused)).containsExactly(0, 0, 0, 1);
        assertThat(refused.path("refusedBy").path(0).path("code").asString()).isEqualTo("T-02");
        assertThat(TimeSteps.entries(firm, "ben")).isEmpty();
    }

    @Test
    void the_same_row_is_not_offered_again_until_it_is_edited(Firm firm) {
        rejected(firm);

        assertThat(counts(imported(firm, Firm.RECORDER, "work", ROW))).containsExactly(0, 0, 1, 0);
        assertThat(TimeSteps.entry(firm).path("status").asString()).isEqualTo("rejected");
        assertThat(counts(imported(firm, Firm.RECORDER, "work", LONGER))).containsExactly(0, 1, 0, 0);
        assertThat(TimeSteps.entry(firm).path("status").asString()).isEqualTo("submitted");
    }

    @Test
    void a_row_that_was_not_rejected_is_moved_and_not_taken_in_twice(Firm firm) {
        TimeSteps.opened(firm, null);
        var _ = firm.project("other", "work");
        imported(firm, Firm.RECORDER, "work", ROW);

        var refused = imported(firm, Firm.RECORDER, "other", ROW);
        assertThat(counts(refused)).containsExactly(0, 0, 0, 1);
        assertThat(refused.path("refusedBy").path(0).path("code").asString()).isEqualTo("T-02");

        firm.as(
                "lead",
                "/v1/time-entries/" + key(TimeSteps.entry(firm)) + "/move",
                of("project", firm.id("other"), "reason", "wrong project"));
        firm.settled();
        assertThat(counts(imported(firm, Firm.RECORDER, "other", ROW))).containsExactly(0, 0, 1, 0);
        assertThat(counts(imported(firm, Firm.RECORDER, "work", ROW)))
                .as("the file names the place where it was")
                .containsExactly(0, 0, 1, 0);
        assertThat(counts(imported(firm, Firm.RECORDER, "work", LONGER))).containsExactly(0, 1, 0, 0);
        assertThat(TimeSteps.entries(firm))
                .extracting(entry -> entry.path("status").asString() + " "
                        + entry.path("seconds").asInt())
                .containsExactlyInAnyOrder("moved 1800", "submitted 5400");
    }

    @Test
    void a_row_over_midnight_keeps_both_its_entries_where_they_moved(Firm firm) {
        TimeSteps.opened(firm, of("midnight", "SPLIT_AT_MIDNIGHT"));
        var _ = firm.project("other", "work");
        var night = "Ana,,,Support,,Phone,Yes,2026-04-02,23:00:00,2026-04-03,01:30:00,02:30:00,\n";
        imported(firm, Firm.RECORDER, "work", night);
        TimeSteps.entries(firm)
                .forEach(entry -> firm.as(
                        "lead",
                        "/v1/time-entries/" + key(entry) + "/move",
                        of("project", firm.id("other"), "reason", "wrong project")));
        firm.settled();

        assertThat(counts(imported(firm, Firm.RECORDER, "work", night))).containsExactly(0, 0, 1, 0);
        assertThat(TimeSteps.entries(firm))
                .extracting(entry -> entry.path("status").asString() + " "
                        + entry.path("seconds").asInt())
                .containsExactlyInAnyOrder("moved 3600", "moved 5400", "submitted 3600", "submitted 5400");
    }
}
