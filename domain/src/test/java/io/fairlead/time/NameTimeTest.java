package io.fairlead.time;

import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.recorded;

import io.fairlead.time.event.TimeKnownAs;
import io.fairlead.time.event.TimeOverlapNoted;
import io.fairlead.time.overlap.NoteOverlap;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class NameTimeTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    private static NameTime name(String wanted) {
        return new NameTime(ENTRY, TimeEntryId.of(wanted), "csv", "row-1", GMBH);
    }

    private static TimeKnownAs known(String as) {
        return TimeKnownAs.newBuilder()
                .setTimeEntryId(ENTRY.value())
                .setKnownAs("time-entry:" + as)
                .setSource("csv")
                .setSourceId("row-1")
                .setLegalEntityId(GMBH.value())
                .build();
    }

    private static TimeOverlapNoted noted(List<String> others, int daySeconds) {
        return TimeOverlapNoted.newBuilder()
                .setTimeEntryId(ENTRY.value())
                .setPersonId("person:ana")
                .setLegalEntityId(GMBH.value())
                .setWorkDate(recorded(60).getWorkDate())
                .setOtherIds(others)
                .setDaySeconds(daySeconds)
                .build();
    }

    @Test
    void the_first_key_that_is_asked_for_is_the_facts() {
        entry.givenNoPriorActivity()
                .when(name("mine"))
                .expectResultMessagePayload("time-entry:mine")
                .expectEvents(known("mine"));
        entry.given(known("mine"))
                .when(name("yours"))
                .expectResultMessagePayload("time-entry:mine")
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_is_recorded_under_its_own_key_keeps_it() {
        entry.given(recorded(EIGHT_HOURS))
                .when(name("mine"))
                .expectResultMessagePayload(ENTRY.value())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void under_a_key_that_was_given_up_nothing_is_recorded() {
        for (var command : new Object[] {
            TimeExamples.record(60),
            new RetellTime(TimeExamples.record(60), true, TimeExamples.submit().at())
        }) {
            entry.given(known("mine"))
                    .when(command)
                    .expectException(refusal("T-22"))
                    .expectNoEvents();
        }
    }

    @Test
    void an_overlap_is_noted_once_and_until_there_is_none() {
        var other = List.of("time-entry:e-2");
        entry.given(recorded(60)).when(new NoteOverlap(ENTRY, other, 120)).expectEvents(noted(other, 120));
        entry.given(recorded(60), noted(other, 120))
                .when(new NoteOverlap(ENTRY, other, 120))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        entry.given(recorded(60), noted(other, 120))
                .when(new NoteOverlap(ENTRY, List.of(), 0))
                .expectEvents(noted(List.of(), 0));
        entry.given(recorded(60))
                .when(new NoteOverlap(ENTRY, List.of(), 0))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }
}
