package io.fairlead.time.cost;

import io.fairlead.party.LegalEntityId;
import io.fairlead.resource.PersonId;
import io.fairlead.shared.Happened;
import io.fairlead.shared.Rate;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.TimeTarget;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Note what approved time cost; the amount is worked out here.
 *
 * @param labourCostId its key
 * @param timeEntryId the entry
 * @param version which was approved
 * @param personId who worked
 * @param target what the time is for
 * @param resourceEntityId employer
 * @param employment EMPLOYEE or SUBCONTRACTOR
 * @param costRateId row used
 * @param rate the row's cost
 * @param seconds 1..86400
 * @param workDate day of work
 * @param books the seller's book currency; null when the contract is in it
 * @param transfer what the seller pays, where another company employs the person; null where none does
 */
public record CostTime(
        @TargetAggregateIdentifier LabourCostId labourCostId,
        TimeEntryId timeEntryId,
        int version,
        PersonId personId,
        TimeTarget target,
        LegalEntityId resourceEntityId,
        String employment,
        String costRateId,
        Rate rate,
        int seconds,
        @Happened LocalDate workDate,
        @Nullable BookCurrency books,
        @Nullable Transfer transfer) {}
