package io.fairlead.resource;

import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that a person stopped working for the firm.
 *
 * @param personId who
 * @param lastDay last working day
 */
public record EndResource(
        @TargetAggregateIdentifier PersonId personId,
        @Foreseen LocalDate lastDay) {

    public EndResource {
        Check.day("lastDay", lastDay);
    }
}
