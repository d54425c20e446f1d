package io.fairlead.time.overlap;

import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.WORK_DAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.party.WorkPolicies;
import io.fairlead.party.WorkPolicies.Overlap;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.event.TimeCorrected;
import io.fairlead.time.event.TimeOverlapNoted;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeRejected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverlapProcessesTest {

    private static final String ENTRY = "time-entry:e-2";
    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory();
    private final Days facts = new Days();
    private final PersonDays days = new PersonDays(facts, sent);
    private final ProcessUnderTest onRecord = new ProcessUnderTest(new WhenTimeRecordedThenLookForOverlaps(days));
    private final ProcessUnderTest onChange =
            new ProcessUnderTest(new WhenTimeCorrectedThenLookForOverlaps(days, history));
    private final ProcessUnderTest onNote = new ProcessUnderTest(new WhenOverlapNotedThenRaise(sent, history));

    /** What a person's days hold, and which were asked for. */
    private static final class Days implements OverlapFacts {

        private final List<LocalDate> asked = new ArrayList<>();
        private List<Span> spans = List.of();
        private Overlap policy = Overlap.WARN;

        @Override
        public List<Span> around(String personId, LocalDate day) {
            asked.add(day);
            return spans;
        }

        @Override
        public WorkPolicies policies(String legalEntityId) {
            return new WorkPolicies(policy, false);
        }
    }

    private static Span span(String entry, Instant start, int seconds, boolean noted) {
        return new Span(entry, GMBH.value(), start, WORK_DAY, seconds, noted);
    }

    private static TimeRecorded recorded(@Nullable Instant start, int seconds) {
        return TimeRecorded.newBuilder()
                .setTimeEntryId(ENTRY)
                .setSource("csv")
                .setSourceId("row-2")
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId(GMBH.value())
                .setLineNo(1)
                .setStartAt(start)
                .setZone("Europe/Berlin")
                .setWorkDate(WORK_DAY)
                .setSeconds(seconds)
                .setTimeClass("BILLABLE")
                .setAuthor(CLERK)
                .build();
    }

    private static TimeOverlapNoted noted(String... others) {
        return TimeOverlapNoted.newBuilder()
                .setTimeEntryId(ENTRY)
                .setPersonId("person:ana")
                .setLegalEntityId(GMBH.value())
                .setWorkDate(WORK_DAY)
                .setOtherIds(List.of(others))
                .setDaySeconds(21_600)
                .build();
    }

    @Test
    void the_later_of_two_that_meet_notes_it() {
        facts.spans = List.of(
                span("time-entry:e-1", NINE, 10_800, false), span(ENTRY, NINE.plusSeconds(3_600), 10_800, false));
        onRecord.on(recorded(NINE.plusSeconds(3_600), 10_800));
        assertThat(sent.commands())
                .containsExactly(new NoteOverlap(new TimeEntryId(ENTRY), List.of("time-entry:e-1"), 21_600));
    }

    @Test
    void a_company_that_lets_it_be_is_told_nothing_and_what_was_noted_goes() {
        facts.policy = Overlap.ALLOW;
        facts.spans = List.of(
                span("time-entry:e-1", NINE, 10_800, false), span(ENTRY, NINE.plusSeconds(3_600), 10_800, true));
        onRecord.on(recorded(NINE, 10_800));
        assertThat(sent.commands()).containsExactly(new NoteOverlap(new TimeEntryId(ENTRY), List.of(), 0));
    }

    @Test
    void of_work_without_a_begin_only_a_long_day_is_looked_at() {
        onRecord.on(recorded(null, 8 * 3_600));
        assertThat(facts.asked).isEmpty();
        onRecord.on(recorded(null, 8 * 3_600 + 1));
        assertThat(facts.asked).containsExactly(WORK_DAY);
    }

    @Test
    void a_correction_and_a_rejection_look_at_every_day_that_the_entry_was_on() {
        var next = WORK_DAY.plusDays(1);
        var corrected = TimeCorrected.newBuilder()
                .setTimeEntryId(ENTRY)
                .setVersion(2)
                .setWorkDate(next)
                .setSeconds(60)
                .setReason("the next day")
                .setAuthor(CLERK)
                .build();
        history.with(ENTRY, recorded(NINE, 60), corrected);
        onChange.on(corrected);
        assertThat(facts.asked).containsExactly(WORK_DAY, next);
        facts.asked.clear();
        onChange.on(TimeRejected.newBuilder()
                .setTimeEntryId(ENTRY)
                .setVersion(2)
                .setRejectedBy(LEAD)
                .setReason("no")
                .setRejectedAt(EVENING)
                .build());
        assertThat(facts.asked).containsExactly(WORK_DAY, next);
    }

    @Test
    void a_work_item_names_both_and_closes_when_it_is_cured() {
        onNote.on(noted("time-entry:e-1"));
        assertThat(sent.of(RaiseException.class)).singleElement().satisfies(raised -> {
            assertThat(raised.code()).isEqualTo("OVERLAP");
            assertThat(raised.subjectId()).isEqualTo(ENTRY);
            assertThat(raised.sentence()).contains(ENTRY, "time-entry:e-1", "21600 s");
        });
        onNote.on(noted());
        assertThat(sent.of(ResolveException.class)).as("nothing was raised").isEmpty();
        history.with(RaiseException.idOf("OVERLAP", ENTRY).value(), raised());
        onNote.on(noted());
        assertThat(sent.of(ResolveException.class)).hasSize(1);
    }

    private static ExceptionRaised raised() {
        return ExceptionRaised.newBuilder()
                .setExceptionId(RaiseException.idOf("OVERLAP", ENTRY).value())
                .setOccurrence(1)
                .setCode("OVERLAP")
                .setSubjectId(ENTRY)
                .setSentence("it overlaps")
                .setOwnerRole("PMO")
                .setRaisedAt(EVENING)
                .setDueAt(EVENING)
                .build();
    }
}
