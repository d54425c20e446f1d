package io.fairlead.time.overlap;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Worked time of one person, as it stands.
 *
 * @param timeEntryId time-entry:<key>
 * @param legalEntityId seller, legal-entity:<code>
 * @param startAt null when only the day is known
 * @param seconds worked, 0 or more
 * @param noted whether it was found to overlap
 */
public record Span(
        String timeEntryId,
        String legalEntityId,
        @Nullable Instant startAt,
        LocalDate workDate,
        int seconds,
        boolean noted) {

    /** Whether both are worked at one moment; of what has no begin nobody knows. */
    boolean meets(Span other) {
        return startAt != null
                && other.startAt != null
                && startAt.isBefore(other.end())
                && other.startAt.isBefore(end());
    }

    private Instant end() {
        return startAt == null ? Instant.MIN : startAt.plus(Duration.ofSeconds(seconds));
    }
}
