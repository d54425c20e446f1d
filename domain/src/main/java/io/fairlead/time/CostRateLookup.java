package io.fairlead.time;

import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Rate;
import io.fairlead.time.event.TimeApproved;

/** Port: what an hour of a person cost on the day of work, as the views know it at the event's position or later. */
public interface CostRateLookup {

    /** The cost in the contract's currency. */
    CostAnswer onDayOf(TimeApproved event);

    /** What the look-up found. */
    sealed interface CostAnswer {}

    /**
     * The row in force.
     *
     * @param target what the time is for
     * @param resourceEntityId employer
     * @param employment EMPLOYEE or SUBCONTRACTOR
     * @param costRateId the row
     * @param rate per hour
     */
    record CostFound(
            TimeTarget target, LegalEntityId resourceEntityId, String employment, String costRateId, Rate rate)
            implements CostAnswer {}

    /**
     * No row.
     *
     * @param code COST_RATE_MISSING, or INTERCOMPANY_RATE_MISSING where employer and seller differ
     * @param sentence what is wrong and what to do
     */
    record CostMissing(String code, String sentence) implements CostAnswer {}
}
