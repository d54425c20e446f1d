package io.fairlead.time.cost;

import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Rate;
import io.fairlead.time.TimeTarget;
import org.jspecify.annotations.Nullable;

/** What {@link TimeCosting} decided about approved time; read by the process that costs it. */
public sealed interface CostAnswer {

    /**
     * The row in force.
     *
     * @param target what the time is for
     * @param resourceEntityId employer
     * @param employment EMPLOYEE or SUBCONTRACTOR
     * @param costRateId the row
     * @param rate per hour, converted where the contract has another currency
     * @param books the seller's book currency; null when the contract is in it
     * @param transfer what the seller pays, where another company employs the person; null where none does
     */
    record CostFound(
            TimeTarget target,
            LegalEntityId resourceEntityId,
            String employment,
            String costRateId,
            Rate rate,
            @Nullable BookCurrency books,
            @Nullable Transfer transfer)
            implements CostAnswer {}

    /**
     * No cost: the time stays uncosted, it never costs 0 by accident.
     *
     * @param code COST_RATE_MISSING, INTERCOMPANY_RATE_MISSING where two companies agreed no price, FX_RATE_MISSING or
     *     PERIOD_CLOSED
     * @param sentence what is wrong and what to do
     */
    record CostMissing(String code, String sentence) implements CostAnswer {}
}
