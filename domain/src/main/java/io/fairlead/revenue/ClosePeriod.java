package io.fairlead.revenue;

import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Check;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Close a period: later facts count for the first open day after it, and revenue is booked.
 *
 * @param accountingPeriodId the company's stream
 * @param legalEntityId the company
 * @param period name of an opened period, or a month such as 2026-03
 * @param closedBy who, issuer|subject
 * @param at from the caller's clock
 */
public record ClosePeriod(
        @TargetAggregateIdentifier AccountingPeriodId accountingPeriodId,
        LegalEntityId legalEntityId,
        String period,
        String closedBy,
        Instant at) {

    public ClosePeriod {
        Check.text("period", period, 20);
        Check.actor("closedBy", closedBy);
    }
}
