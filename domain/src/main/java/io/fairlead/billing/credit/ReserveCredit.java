package io.fairlead.billing.credit;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Disposition;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Ask an issued invoice for a credit. It grants no more than is left of each line, so that no two credits take the same.
 *
 * @param invoiceId the invoice
 * @param creditNoteId the credit note that will be drawn up
 * @param lines what to credit; empty means all that is left of all lines
 * @param rest what becomes of all that is left, when lines is empty; null otherwise
 * @param issueDate wished for; not before the invoice's
 * @param reason why
 * @param preparer who asks, issuer|subject; may not approve it (K-01)
 */
public record ReserveCredit(
        @TargetAggregateIdentifier InvoiceId invoiceId,
        CreditNoteId creditNoteId,
        List<CreditRequest> lines,
        @Nullable Disposition rest,
        LocalDate issueDate,
        String reason,
        String preparer) {

    public ReserveCredit {
        lines = List.copyOf(lines);
        Check.day("issueDate", issueDate);
        Check.text("reason", reason, 400);
        Check.actor("preparer", preparer);
    }
}
