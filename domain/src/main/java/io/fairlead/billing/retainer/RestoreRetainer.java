package io.fairlead.billing.retainer;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Give back what a draft or an invoice drew.
 *
 * @param retainerId the balance
 * @param invoiceId that drew
 * @param drawNo which of its draws; null means all
 * @param documentId the draft itself, or the credit note
 * @param amount > 0; null means all that is not given back yet
 * @param on day it counts for; null means the day of the draw
 * @param reason why
 */
public record RestoreRetainer(
        @TargetAggregateIdentifier RetainerId retainerId,
        InvoiceId invoiceId,
        @Nullable Integer drawNo,
        String documentId,
        @Nullable BigDecimal amount,
        @Happened @Nullable LocalDate on,
        String reason) {

    public RestoreRetainer {
        Check.text("documentId", documentId, 80);
        amount = amount == null ? null : Check.positive("amount", amount);
        Check.text("reason", reason, 400);
    }
}
