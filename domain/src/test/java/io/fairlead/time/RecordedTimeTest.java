package io.fairlead.time;

import static io.fairlead.testing.Cast.ANA_HERSELF;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.time.ChangeExamples.HOUR;
import static io.fairlead.time.ChangeExamples.adjust;
import static io.fairlead.time.ChangeExamples.changed;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.approve;
import static io.fairlead.time.TimeExamples.approved;
import static io.fairlead.time.TimeExamples.correct;
import static io.fairlead.time.TimeExamples.corrected;
import static io.fairlead.time.TimeExamples.record;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.rejected;
import static io.fairlead.time.TimeExamples.submit;
import static io.fairlead.time.TimeExamples.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.time.event.TimeCorrected;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ana's eight hours before anybody approved them. */
class RecordedTimeTest {

    private static final RecordedTime FRESH = RecordedTime.by(recorded(EIGHT_HOURS));
    private static final RecordedTime SUBMITTED = FRESH.after(submitted(1));

    @Test
    void what_is_recorded_again_is_no_new_fact_and_something_else_is_refused() {
        assertThat(RecordedTime.record(null, record(EIGHT_HOURS))).contains(recorded(EIGHT_HOURS));
        assertThat(RecordedTime.record(SUBMITTED, record(EIGHT_HOURS))).isEmpty();
        assertRefused("T-02", "id", () -> RecordedTime.record(FRESH, record(HOUR)));
    }

    @Test
    void the_record_is_compared_as_it_was_made_whatever_was_corrected_since() {
        var shorter = FRESH.after(corrected(2, HOUR, WORK_DAY));

        assertThat(RecordedTime.record(shorter, record(EIGHT_HOURS))).isEmpty();
        assertRefused("T-02", "id", () -> RecordedTime.record(shorter, record(HOUR)));
    }

    /** What each event leaves: version, seconds, whether an approval is waited for. */
    @ParameterizedTest
    @MethodSource
    void each_event_leaves(SpecificRecord event, int version, int seconds, boolean waits) {
        var then = SUBMITTED.after(event);

        assertThat(then.version()).isEqualTo(version);
        assertThat(then.seconds()).isEqualTo(seconds);
        assertThat(then.submittedAt() != null).isEqualTo(waits);
        assertThat(then.entry()).isEqualTo(recorded(EIGHT_HOURS));
    }

    static Stream<Arguments> each_event_leaves() {
        return Stream.of(
                Arguments.of(submitted(1), 1, EIGHT_HOURS, true),
                Arguments.of(rejected(1), 1, EIGHT_HOURS, false),
                Arguments.of(corrected(2, HOUR, WORK_DAY), 2, HOUR, false),
                Arguments.of(approved(1, EIGHT_HOURS, WORK_DAY), 1, EIGHT_HOURS, true),
                Arguments.of(changed(2, 3 * HOUR, -5 * HOUR, null), 2, 3 * HOUR, true),
                Arguments.of(ChangeExamples.neverExisted(HOUR, "150", 7 * HOUR), 1, 7 * HOUR, true),
                Arguments.of(ChangeExamples.withdrawn(2, EIGHT_HOURS, null, null), 2, EIGHT_HOURS, false));
    }

    @Test
    void a_correction_moves_day_span_and_author() {
        var day = WORK_DAY.plusDays(1);
        var then = FRESH.after(TimeCorrected.newBuilder(corrected(2, HOUR, day))
                .setAuthor(LEAD)
                .build());

        assertThat(then.workDate()).isEqualTo(day);
        assertThat(then.author()).isEqualTo(LEAD);
        assertThat(then.correct(correct(HOUR, day))).isEmpty();
        assertThat(then.correct(correct(HOUR, WORK_DAY))).contains(corrected(3, HOUR, WORK_DAY));
    }

    @ParameterizedTest
    @CsvSource({"-28800, 0", "-28799, 1", "3600, 32400"})
    void an_adjustment_is_a_correction_to_what_is_left(int delta, int wanted) {
        assertThat(FRESH.adjusted(adjust(delta, CLERK), MetaData.emptyInstance(), null))
                .contains(correct(wanted, WORK_DAY));
    }

    @Test
    void no_more_is_taken_away_than_there_is() {
        assertRefused(
                "T-11",
                "secondsDelta",
                () -> FRESH.adjusted(adjust(-EIGHT_HOURS - 1, CLERK), MetaData.emptyInstance(), null));
    }

    @Test
    void time_is_submitted_once_until_it_is_rejected() {
        assertThat(FRESH.submit(submit())).contains(submitted(1));
        assertThat(SUBMITTED.submit(submit())).isEmpty();
        assertThat(SUBMITTED.after(rejected(1)).submit(submit())).contains(submitted(1));
    }

    @Test
    void only_what_is_submitted_is_approved_or_rejected() {
        assertThat(SUBMITTED.approve(approve(LEAD))).isEqualTo(approved(1, EIGHT_HOURS, WORK_DAY));
        assertThat(SUBMITTED.reject(reject(LEAD))).isEqualTo(rejected(1));
        assertThat(SUBMITTED.submittedAt()).isEqualTo(NOON);
        assertRefused("T-04", "timeEntryId", () -> FRESH.approve(approve(LEAD)));
        assertRefused("T-04", "timeEntryId", () -> FRESH.reject(reject(LEAD)));
    }

    @ParameterizedTest
    @ValueSource(strings = {CLERK, ANA_HERSELF})
    void who_entered_or_worked_it_decides_nothing(String by) {
        assertRefused("T-03", "approvedBy", () -> SUBMITTED.approve(approve(by)));
        assertRefused("T-03", "approvedBy", () -> SUBMITTED.reject(reject(by)));
    }

    private static RejectTime reject(String by) {
        return new RejectTime(ENTRY, by, "too long", EVENING);
    }
}
