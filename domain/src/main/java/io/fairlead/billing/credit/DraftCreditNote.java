package io.fairlead.billing.credit;

import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.shared.RuleViolated;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Draw up a credit note from what its invoice granted.
 *
 * @param creditNoteId the credit note
 * @param granted as the invoice recorded it
 */
public record DraftCreditNote(@TargetAggregateIdentifier CreditNoteId creditNoteId, CreditReserved granted) {

    /**
     * Whether it is to be drawn up; false for a repeat.
     *
     * @param draft what the credit note is already; null when it is nothing yet
     * @throws RuleViolated K-06 when it is one of another invoice
     */
    boolean isNewBeside(@Nullable CreditNoteDrafted draft) {
        if (draft != null) {
            requireOf(granted.getInvoiceId(), draft);
        }
        return draft == null;
    }

    /** @throws RuleViolated K-06 when the draft is of another invoice */
    static void requireOf(String invoiceId, CreditNoteDrafted draft) {
        if (!draft.getInvoiceId().equals(invoiceId)) {
            throw new RuleViolated(
                    "K-06",
                    "creditNoteId",
                    "that id is a credit note of " + draft.getInvoiceId(),
                    "use another id, or leave it out");
        }
    }
}
