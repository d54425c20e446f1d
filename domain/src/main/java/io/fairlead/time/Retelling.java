package io.fairlead.time;

import io.fairlead.shared.FourEyes;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StatedOnce;
import io.fairlead.time.ApprovedTime.Worked;
import io.fairlead.time.ChangeEvents.Cause;
import io.fairlead.time.event.TimeRecorded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What follows when a source tells known time again: events that TimeEntry records. Its day and span are corrected when the source
 * says something else than before; whatever else it says must be as it was.
 *
 * @param approved null while it is not
 * @param before what the source said last
 */
record Retelling(RecordedTime recorded, @Nullable ApprovedTime approved, Worked worked, Told before) {

    /** What a source says of an entry that it may edit. */
    record Told(LocalDate workDate, int seconds) {}

    /** @throws RuleViolated T-02, T-03, T-05, T-11 */
    List<SpecificRecord> events(RetellTime command) {
        requireSameWork(command.entry());
        var said = said(command.entry());
        if (said.equals(before)) { // What people made of it here stays.
            return approved == null && command.submit()
                    ? recorded.submit(command.submission())
                            .<List<SpecificRecord>>map(List::of)
                            .orElse(List.of())
                    : List.of();
        }
        var events = new ArrayList<>(changes(change(command, said), command));
        events.add(TimeEvents.retold(recorded.entry(), said, command.entry().author()));
        return events;
    }

    /** The day of what was moved is that of its place now. */
    private Told said(RecordTime told) {
        return new Told(isMoved() ? before.workDate() : told.workDate(), told.seconds());
    }

    /** Of day and span what the source did not edit stays as it is. */
    private CorrectTime change(RetellTime command, Told said) {
        return new CorrectTime(
                command.timeEntryId(),
                said.workDate().equals(before.workDate()) ? recorded.workDate() : said.workDate(),
                said.seconds() == before.seconds() ? worked.seconds() : said.seconds(),
                command.reason(),
                command.entry().author());
    }

    private List<SpecificRecord> changes(CorrectTime change, RetellTime command) {
        var approval = approved;
        if (approval == null) {
            return corrected(recorded, change, recorded.submittedAt() != null || command.submit(), command);
        }
        if (!recorded.isOn(change.workDate())) {
            throw new RuleViolated("T-05", "workDate", "approved time keeps its day", "withdraw the approval first");
        }
        if (addsToOwn(change) && approval.isUntouched(worked)) {
            var withdrawn = approval.withdrawal(worked, new Cause(change.reason(), change.author()), command.at());
            var events = new ArrayList<>(withdrawn);
            var open = recorded;
            for (var event : withdrawn) {
                open = open.after(event);
            }
            events.addAll(corrected(open, change, true, command));
            return events;
        }
        return approval.correction(worked, change, recorded.author());
    }

    /** Nobody adds to approved time of their own: while nothing stands on a draft or invoice, it is approved again. */
    private boolean addsToOwn(CorrectTime change) {
        return change.seconds() > worked.seconds()
                && (FourEyes.isSame(change.author(), recorded.author())
                        || FourEyes.isPerson(change.author(), recorded.entry().getPersonId()));
    }

    private static List<SpecificRecord> corrected(
            RecordedTime recorded, CorrectTime change, boolean offered, RetellTime command) {
        var events = new ArrayList<SpecificRecord>();
        var now = recorded;
        var corrected = recorded.correct(change);
        if (corrected.isPresent()) {
            events.add(corrected.get());
            now = recorded.after(corrected.get());
        }
        if (offered) {
            now.submit(command.submission()).ifPresent(events::add); // Else it waits already.
        }
        return events;
    }

    private void requireSameWork(RecordTime told) {
        var known = recorded.entry();
        var now = TimeEvents.byItsAuthor(TimeEvents.recorded(told), known);
        var asKnown = TimeRecorded.newBuilder(isMoved() ? MoveEvents.inPlace(now, known) : now)
                .setWorkDate(known.getWorkDate())
                .setSeconds(known.getSeconds())
                .build();
        var _ = StatedOnce.isNew("T-02", "the time entry", known, asKnown);
    }

    /** Whether it was moved here; its source goes on naming the place that it was entered for. */
    private boolean isMoved() {
        return recorded.entry().getMovedFrom() != null;
    }
}
