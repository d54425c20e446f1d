package io.fairlead.funding;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Check;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Let go what a draft holds.
 *
 * @param fundingId the contract's limits
 * @param invoiceId the draft
 * @param sourceIds these only; empty means all
 * @param reason why
 */
public record TakeFundsOffDraft(
        @TargetAggregateIdentifier FundingId fundingId, InvoiceId invoiceId, List<String> sourceIds, String reason) {

    public TakeFundsOffDraft {
        Check.text("reason", reason, 400);
        sourceIds = List.copyOf(sourceIds);
    }
}
