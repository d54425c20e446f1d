package io.fairlead.schema;

import java.time.LocalDate;

/**
 * A breaking change that was decided on.
 *
 * @param event full name
 * @param pointer as the change tells it
 * @param date on which it was accepted
 * @param reason why nothing is lost by it
 */
public record AcceptedChange(String event, String pointer, SchemaChange.Kind kind, LocalDate date, String reason) {

    /** Whether it is this change that was accepted. */
    boolean excuses(SchemaChange change) {
        return kind == change.kind() && event.equals(change.event()) && pointer.equals(change.pointer());
    }
}
