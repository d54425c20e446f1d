package io.fairlead.billing.credit;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that the ERP booked the credit note.
 *
 * @param creditNoteId the credit note
 * @param erpDocument the ERP's number
 * @param postedOn day in the ERP's books
 */
public record RecordCreditNotePosted(
        @TargetAggregateIdentifier CreditNoteId creditNoteId,
        String erpDocument,
        @Happened LocalDate postedOn) {

    public RecordCreditNotePosted {
        Check.text("erpDocument", erpDocument, 100);
    }
}
