package io.fairlead.billing.invoice;

import io.fairlead.shared.Check;
import java.math.BigDecimal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Write a line of a draft up or down.
 *
 * @param invoiceId the draft
 * @param lineNo of the line
 * @param net of the line from now on, >= 0, at the currency's digits
 * @param reason why
 * @param adjustedBy who, issuer|subject; may not approve the invoice (B-02)
 */
public record AdjustInvoiceLine(
        @TargetAggregateIdentifier InvoiceId invoiceId, int lineNo, BigDecimal net, String reason, String adjustedBy) {

    public AdjustInvoiceLine {
        net = Check.amount("net", net);
        Check.text("reason", reason, 400);
        Check.actor("adjustedBy", adjustedBy);
    }
}
