package io.fairlead.time;

import static io.fairlead.testing.Cast.ANA_HERSELF;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.approved;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.rejected;
import static io.fairlead.time.TimeExamples.submitted;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectTimeTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void submitted_time_is_rejected_with_a_reason() {
        entry.given(recorded(EIGHT_HOURS), submitted(1)).when(reject(LEAD)).expectEvents(rejected(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {CLERK, ANA_HERSELF})
    void nobody_rejects_their_own_time(String by) {
        entry.given(recorded(EIGHT_HOURS), submitted(1))
                .when(reject(by))
                .expectException(refusal("T-03"))
                .expectNoEvents();
    }

    @Test
    void a_second_rejection_finds_nothing_submitted() {
        entry.given(recorded(EIGHT_HOURS), submitted(1), rejected(1))
                .when(reject(LEAD))
                .expectException(refusal("T-04"))
                .expectNoEvents();
    }

    @Test
    void approved_time_is_not_rejected() {
        entry.given(recorded(EIGHT_HOURS), submitted(1), approved(1, EIGHT_HOURS, WORK_DAY))
                .when(reject(LEAD))
                .expectException(refusal("T-05"))
                .expectNoEvents();
    }

    @Test
    void a_rejection_needs_a_reason() {
        assertRefused("G-02", "reason", () -> new RejectTime(ENTRY, LEAD, "", EVENING));
    }

    private static RejectTime reject(String by) {
        return new RejectTime(ENTRY, by, "too long", EVENING);
    }
}
