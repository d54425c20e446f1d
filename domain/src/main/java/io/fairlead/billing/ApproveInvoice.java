package io.fairlead.billing;

import java.time.Instant;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Accept a draft; taxes and totals are worked out and fixed here (R4).
 *
 * @param invoiceId the draft
 * @param approvedBy who, issuer|subject; neither preparer (B-01) nor author of a line (B-02)
 * @param at from the caller's clock
 * @param taxRates by category, as in force at the tax point
 */
public record ApproveInvoice(
        @TargetAggregateIdentifier InvoiceId invoiceId, String approvedBy, Instant at, Map<String, TaxRate> taxRates) {

    public ApproveInvoice {
        taxRates = Map.copyOf(taxRates);
    }
}
