package io.fairlead.resource;

import static io.fairlead.resource.ResourceExamples.onboarded;
import static io.fairlead.testing.Cast.ANA;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.resource.event.AbsenceRecorded;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RecordAbsenceTest {

    private final FixtureConfiguration<Resource> person = new AggregateTestFixture<>(Resource.class);

    @Test
    void an_absence_is_recorded() {
        person.given(onboarded("CONSULTANT")).when(away("VACATION")).expectEvents(absent("VACATION"));
    }

    @Test
    void the_same_absence_again_changes_nothing() {
        person.given(onboarded("CONSULTANT"), absent("VACATION"))
                .when(away("VACATION"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_absence_under_the_same_id_is_refused() {
        person.given(onboarded("CONSULTANT"), absent("VACATION"))
                .when(away("ILLNESS"))
                .expectException(refusal("H-04"))
                .expectNoEvents();
    }

    @Test
    void an_absence_has_a_day_and_a_known_kind() {
        assertRefused("G-02", "kind", () -> away("STRIKE"));
        assertRefused("G-02", "to", () -> new RecordAbsence(ANA, "a1", WORK_DAY, WORK_DAY, null, "VACATION"));
        assertRefused(
                "G-02",
                "secondsPerDay",
                () -> new RecordAbsence(ANA, "a1", WORK_DAY, WORK_DAY.plusDays(1), 0, "VACATION"));
    }

    private static RecordAbsence away(String kind) {
        return new RecordAbsence(ANA, "a1", WORK_DAY, WORK_DAY.plusDays(1), null, kind);
    }

    private static AbsenceRecorded absent(String kind) {
        return new AbsenceRecorded("person:ana", "a1", WORK_DAY, WORK_DAY.plusDays(1), null, kind);
    }
}
