package io.fairlead.time.cost;

import io.fairlead.shared.Check;
import io.fairlead.time.TimeRules;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that costed time changed: its cost follows at the rate it was costed with.
 *
 * @param labourCostId its key
 * @param version of the time entry at the change; one of a former approval is passed over
 * @param seconds worked time now, 0..86400; 0 when the approval was taken back
 */
public record RecostTime(@TargetAggregateIdentifier LabourCostId labourCostId, int version, int seconds) {

    public RecostTime {
        Check.range("seconds", seconds, 0, TimeRules.SECONDS_MAX);
    }
}
