package io.fairlead.resource;

import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import java.time.LocalDate;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Note that a person is away.
 *
 * @param personId who
 * @param absenceId unique within the person
 * @param from first day
 * @param to first day after it
 * @param secondsPerDay time away each day, 1..86400; null means the whole day
 * @param kind VACATION, ILLNESS, TRAINING or OTHER
 */
public record RecordAbsence(
        @TargetAggregateIdentifier PersonId personId,
        String absenceId,
        @Foreseen LocalDate from,
        @Foreseen LocalDate to,
        @Nullable Integer secondsPerDay,
        String kind) {

    private static final Set<String> KINDS = Set.of("VACATION", "ILLNESS", "TRAINING", "OTHER");

    public RecordAbsence {
        Check.text("absenceId", absenceId, 60);
        Check.day("from", from);
        Check.period("to", from, Check.day("to", to));
        if (secondsPerDay != null) {
            Check.range("secondsPerDay", secondsPerDay, 1, 86_400);
        }
        Check.oneOf("kind", kind, KINDS);
    }
}
