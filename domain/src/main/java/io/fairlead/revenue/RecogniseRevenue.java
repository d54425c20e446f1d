package io.fairlead.revenue;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Book what an obligation has earned since the last close; worked out here (R5).
 *
 * @param obligationId its key
 * @param closeId key of the close: the same close books once
 * @param period its name
 * @param serviceDate last day of the period
 * @param accountingDate day it counts for
 * @param inputs what it is worked out from
 */
public record RecogniseRevenue(
        @TargetAggregateIdentifier ObligationId obligationId,
        String closeId,
        String period,
        @Happened LocalDate serviceDate,
        @Happened LocalDate accountingDate,
        RevenueInputs inputs) {

    public RecogniseRevenue {
        Check.text("closeId", closeId, 200);
        Check.text("period", period, 20);
        Check.day("serviceDate", serviceDate);
        Check.day("accountingDate", accountingDate);
    }
}
