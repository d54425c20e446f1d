package io.fairlead.time.overlap;

import io.fairlead.time.TimeEntryId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that time overlaps other work of the person, or does no more.
 *
 * @param timeEntryId its key
 * @param others time-entry:<key> of each that it meets; empty when it meets none
 * @param daySeconds all work of the person on the day; 0 when it meets none
 */
public record NoteOverlap(@TargetAggregateIdentifier TimeEntryId timeEntryId, List<String> others, int daySeconds) {

    public NoteOverlap {
        others = List.copyOf(others);
    }
}
