package io.fairlead.time;

import io.fairlead.time.event.TimeMoved;
import io.fairlead.time.event.TimeRecorded;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Enter time that was moved, offered and approved as far as it was before. It was decided where it came from, so nothing is
 * refused.
 *
 * @param timeEntryId its key, the one that the move names
 * @param before as it was recorded where it came from
 * @param toldSeconds what its source said of it last
 */
public record TakeMovedTime(
        @TargetAggregateIdentifier TimeEntryId timeEntryId, TimeRecorded before, int toldSeconds, TimeMoved move) {

    public TakeMovedTime {
        if (!timeEntryId.value().equals(move.getMovedTo())) {
            throw new IllegalArgumentException(timeEntryId + " takes " + move.getMovedTo() + ": name one entry");
        }
    }
}
