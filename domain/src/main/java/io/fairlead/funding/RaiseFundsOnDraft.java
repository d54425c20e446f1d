package io.fairlead.funding;

import io.fairlead.billing.invoice.InvoiceId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Hold funds for what a reviewer writes up, before the invoice takes it. All or nothing; a draft that holds enough changes nothing.
 *
 * @param fundingId the contract's limits
 * @param invoiceId the draft
 * @param poNumber its purchase order; null means none
 * @param lines what is to stand on it of each source, net, with what it claimed of the source's worth
 */
public record RaiseFundsOnDraft(
        @TargetAggregateIdentifier FundingId fundingId,
        InvoiceId invoiceId,
        @Nullable String poNumber,
        List<DraftFunds.Portion> lines) {

    public RaiseFundsOnDraft {
        lines = List.copyOf(lines);
    }
}
