package io.fairlead.time.overlap;

import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import io.fairlead.time.event.TimeCorrected;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeRejected;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** When time is corrected or rejected, its person's day is looked at again: what meets no other work any more says so. */
@ProcessingGroup("process-overlaps-corrected")
@DisallowReplay // A rebuilt read side must not tell people again.
@Waits(Until.VIEWS_SEEN)
public class WhenTimeCorrectedThenLookForOverlaps {

    private final PersonDays days;
    private final StreamHistory history;

    public WhenTimeCorrectedThenLookForOverlaps(PersonDays days, StreamHistory history) {
        this.days = days;
        this.history = history;
    }

    @EventHandler
    void react(TimeCorrected event, @MessageIdentifier String eventId) {
        lookAtAllDays(event.getTimeEntryId(), eventId);
    }

    @EventHandler
    void react(TimeCorrectedAfterApproval event, @MessageIdentifier String eventId) {
        days.look(event.getPersonId(), event.getServiceDate(), eventId);
    }

    @EventHandler
    void react(TimeRejected event, @MessageIdentifier String eventId) {
        lookAtAllDays(event.getTimeEntryId(), eventId);
    }

    /** Days that it was on before as well: what met it there may meet nothing any more. */
    private void lookAtAllDays(String timeEntryId, String eventId) {
        var entry = history.last(timeEntryId, TimeRecorded.class).orElseThrow();
        Stream.concat(
                        Stream.of(entry.getWorkDate()),
                        history.all(timeEntryId, TimeCorrected.class).stream().map(TimeCorrected::getWorkDate))
                .distinct()
                .forEach(day -> days.look(entry.getPersonId(), day, eventId));
    }
}
