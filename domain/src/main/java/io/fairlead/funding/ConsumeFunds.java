package io.fairlead.funding;

import io.fairlead.billing.invoice.InvoiceId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Note that an issued invoice used its funds. What the draft held beyond its lines is free again.
 *
 * @param fundingId the contract's limits
 * @param invoiceId the invoice
 * @param poNumber its purchase order; null means none
 * @param lines what stands on it, net; several lines of a source are added up
 */
public record ConsumeFunds(
        @TargetAggregateIdentifier FundingId fundingId,
        InvoiceId invoiceId,
        @Nullable String poNumber,
        List<DraftFunds.Portion> lines) {

    public ConsumeFunds {
        lines = List.copyOf(lines);
    }
}
