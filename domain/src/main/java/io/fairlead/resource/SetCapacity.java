package io.fairlead.resource;

import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Say how long a person works on which weekday.
 *
 * @param personId who
 * @param from first day on which it holds, until a later one
 * @param weekdaySeconds Monday to Sunday, seven values of 0..86400
 */
public record SetCapacity(
        @TargetAggregateIdentifier PersonId personId,
        @Foreseen LocalDate from,
        List<Integer> weekdaySeconds) {

    public SetCapacity {
        Check.day("from", from);
        weekdaySeconds = List.copyOf(weekdaySeconds);
        Check.range("weekdaySeconds", weekdaySeconds.size(), 7, 7);
        weekdaySeconds.forEach(seconds -> Check.range("weekdaySeconds", seconds, 0, 86_400));
    }
}
