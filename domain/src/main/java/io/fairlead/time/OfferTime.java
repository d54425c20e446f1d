package io.fairlead.time;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Enter worked time and offer it for approval at once: both or neither.
 *
 * @param timeEntryId its key, the same as the entry's
 * @param entry what was worked
 * @param at from the caller's clock
 */
public record OfferTime(@TargetAggregateIdentifier TimeEntryId timeEntryId, RecordTime entry, Instant at) {

    /** Offered by who enters it. */
    public OfferTime(RecordTime entry, Instant at) {
        this(entry.timeEntryId(), entry, at);
    }

    public OfferTime {
        if (!timeEntryId.equals(entry.timeEntryId())) {
            throw new IllegalArgumentException(timeEntryId + " offers " + entry.timeEntryId() + ": name one entry");
        }
    }
}
