package io.fairlead.time;

import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.ANA;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.TARGET;
import static io.fairlead.time.TimeExamples.record;
import static io.fairlead.time.TimeExamples.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.log.MetadataKeys;
import io.fairlead.shared.PersonalTexts;
import io.fairlead.time.event.TimeRecorded;
import java.time.LocalDate;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTimeTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void time_is_recorded_with_all_that_it_is_for() {
        entry.givenNoPriorActivity().when(record(EIGHT_HOURS)).expectEvents(recorded(EIGHT_HOURS));
    }

    @Test
    void the_event_names_the_legal_entity_it_concerns() {
        entry.givenNoPriorActivity().when(record(EIGHT_HOURS));

        var stored = entry.getEventStore().readEvents(ENTRY.value()).next();
        assertThat(stored.getMetaData()).containsEntry(MetadataKeys.LEGAL_ENTITY, GMBH.value());
    }

    @Test
    void a_note_is_stored_as_text_about_the_person() {
        var command = new RecordTime(
                ENTRY, "csv", "row-1", ANA, TARGET, "Travel", NOON, WORK_DAY, 60, "CREDITED", "Zürich", CLERK);
        entry.givenNoPriorActivity().when(command);

        var stored = (TimeRecorded)
                entry.getEventStore().readEvents(ENTRY.value()).next().getPayload();
        assertThat(stored.getNote()).isEqualTo(PersonalTexts.text("person:ana", "Zürich"));
        assertThat(stored.getStartAt()).isEqualTo(NOON);
        assertThat(stored.getWorkType()).isEqualTo("Travel");
    }

    @Test
    void the_same_row_entered_by_somebody_else_changes_nothing() {
        var first = record(EIGHT_HOURS);
        var second = new RecordTime(
                first.timeEntryId(),
                first.source(),
                first.sourceId(),
                first.personId(),
                first.target(),
                first.workType(),
                first.startAt(),
                first.workDate(),
                first.seconds(),
                first.timeClass(),
                first.note(),
                "local|somebody-else");
        entry.given(recorded(EIGHT_HOURS))
                .when(second)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_same_row_again_changes_nothing() {
        entry.given(recorded(EIGHT_HOURS))
                .when(record(EIGHT_HOURS))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_row_under_the_same_id_is_refused() {
        entry.given(recorded(EIGHT_HOURS))
                .when(record(60))
                .expectException(refusal("T-02"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3_600, 86_400})
    void one_day_holds_from_one_second_to_24_hours(int seconds) {
        entry.givenNoPriorActivity().when(record(seconds)).expectEvents(recorded(seconds));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 86_401, Integer.MAX_VALUE})
    void other_spans_are_no_worked_time_of_a_day(int seconds) {
        assertRefused("T-01", "seconds", () -> record(seconds));
    }

    @Test
    void values_that_no_entry_may_carry_are_refused_by_field() {
        assertRefused("G-02", "timeClass", () -> with("FREE", WORK_DAY, "n"));
        assertRefused("G-02", "workDate", () -> with("BILLABLE", LocalDate.of(1969, 12, 31), "n"));
        assertRefused("G-02", "note", () -> with("BILLABLE", WORK_DAY, " "));
        assertRefused("G-02", "zone", () -> target("Mars/Olympus", "EUR", 1));
        assertRefused("G-02", "currency", () -> target("UTC", "EURO", 1));
        assertRefused("G-02", "lineNo", () -> target("UTC", "EUR", 0));
    }

    private static RecordTime with(String timeClass, LocalDate day, String note) {
        return new RecordTime(ENTRY, "csv", "row-1", ANA, TARGET, null, null, day, 60, timeClass, note, CLERK);
    }

    private static TimeTarget target(String zone, String currency, int lineNo) {
        return new TimeTarget(PROJECT, null, CONTRACT, lineNo, ACME, GMBH, currency, zone);
    }
}
