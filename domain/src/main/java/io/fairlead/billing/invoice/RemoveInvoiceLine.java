package io.fairlead.billing.invoice;

import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Take a line off a draft; its source is let go. With the last line the draft itself is given up.
 *
 * @param invoiceId the draft
 * @param lineNo of the line
 * @param deferredUntil day before which no run takes the source again; null means the next run does
 * @param reason why
 * @param removedBy who, issuer|subject
 */
public record RemoveInvoiceLine(
        @TargetAggregateIdentifier InvoiceId invoiceId,
        int lineNo,
        @Foreseen @Nullable LocalDate deferredUntil,
        String reason,
        String removedBy) {

    public RemoveInvoiceLine {
        if (deferredUntil != null) {
            Check.day("deferredUntil", deferredUntil);
        }
        Check.text("reason", reason, 400);
        Check.actor("removedBy", removedBy);
    }
}
