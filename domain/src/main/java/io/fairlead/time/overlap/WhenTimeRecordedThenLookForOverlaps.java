package io.fairlead.time.overlap;

import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import io.fairlead.time.event.TimeMoved;
import io.fairlead.time.event.TimeRecorded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** When time is recorded or moves away, its person's day is looked at: what meets other work says so from then on. */
@ProcessingGroup("process-overlaps")
@DisallowReplay // A rebuilt read side must not tell people again.
@Waits(Until.VIEWS_SEEN)
public class WhenTimeRecordedThenLookForOverlaps {

    /** Of what has no begin only a long day is looked at: so much is entered without one that each look would cost too much. */
    private static final int LONG_SECONDS = 8 * 3_600;

    private final PersonDays days;

    public WhenTimeRecordedThenLookForOverlaps(PersonDays days) {
        this.days = days;
    }

    @EventHandler
    void react(TimeRecorded event, @MessageIdentifier String eventId) {
        if (event.getStartAt() != null || event.getSeconds() > LONG_SECONDS) {
            days.look(event.getPersonId(), event.getWorkDate(), eventId);
        }
    }

    @EventHandler
    void react(TimeMoved event, @MessageIdentifier String eventId) {
        days.look(event.getPersonId(), event.getToWorkDate(), eventId);
    }
}
