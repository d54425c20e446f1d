package io.fairlead.app.schemas;

import io.fairlead.log.StoredEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A breach that older builds stored and that nobody can take back. It has an end, so that a new one of the same kind is
 * not excused.
 *
 * @param event Avro full name
 * @param path of the field, as {@link Breach#path}
 * @param rule as {@link Breach#rule}
 * @param recordedBefore events recorded then or later are not excused; null when the position says it
 * @param lastPosition events behind it are not excused; null when the time says it
 * @param reason why it is there and harmless, for readers of the report
 */
record KnownBreach(
        String event,
        String path,
        String rule,
        @Nullable Instant recordedBefore,
        @Nullable Long lastPosition,
        String reason) {

    KnownBreach {
        if (recordedBefore == null && lastPosition == null) {
            throw new IllegalArgumentException(
                    "the known breach of %s in %s of %s has no end: give recordedBefore or lastPosition"
                            .formatted(rule, path, event));
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException(
                    "the known breach of %s in %s of %s says no reason".formatted(rule, path, event));
        }
    }

    boolean excuses(StoredEvent stored, Breach breach) {
        return event.equals(stored.type())
                && path.equals(breach.path())
                && rule.equals(breach.rule())
                && (recordedBefore == null || stored.recordedAt().isBefore(recordedBefore))
                && (lastPosition == null || stored.position() <= lastPosition);
    }

    /** The reason and where it ends. */
    String told() {
        var time = recordedBefore == null ? "" : "recorded before " + recordedBefore;
        var place = lastPosition == null ? "" : "up to position " + lastPosition;
        return "%s (%s%s%s)".formatted(reason, time, time.isEmpty() || place.isEmpty() ? "" : ", ", place);
    }
}
