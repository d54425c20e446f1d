package io.fairlead.billing.deduction;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Write off what somebody else proposed as lost.
 *
 * @param invoiceId the invoice
 * @param deductionId key of the proposal
 * @param isTaxLowered whether its part of the tax is given up with it, by the company's policy of the day
 * @param on day it counts for
 * @param writtenOffBy issuer|subject; never who proposed it (B-19)
 */
public record WriteOffBadDebt(
        @TargetAggregateIdentifier InvoiceId invoiceId,
        String deductionId,
        boolean isTaxLowered,
        @Happened("valueDate") LocalDate on,
        String writtenOffBy) {

    public WriteOffBadDebt {
        Check.day("on", on);
        Check.actor("writtenOffBy", writtenOffBy);
    }
}
