package io.fairlead.time;

import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Rate;
import io.fairlead.time.event.TimeApproved;
import org.jspecify.annotations.Nullable;

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
     * @param rate per hour, converted where the contract has another currency
     * @param books the seller's book currency; null when the contract is in it
     */
    record CostFound(
            TimeTarget target,
            LegalEntityId resourceEntityId,
            String employment,
            String costRateId,
            Rate rate,
            @Nullable BookCurrency books)
            implements CostAnswer {

        /** For an employee and a contract in the seller's book currency. */
        public CostFound(TimeTarget target, LegalEntityId resourceEntityId, String costRateId, Rate rate) {
            this(target, resourceEntityId, "EMPLOYEE", costRateId, rate, null);
        }
    }

    /**
     * No row.
     *
     * @param code COST_RATE_MISSING, INTERCOMPANY_RATE_MISSING where employer and seller differ, or FX_RATE_MISSING
     * @param sentence what is wrong and what to do
     */
    record CostMissing(String code, String sentence) implements CostAnswer {}
}
