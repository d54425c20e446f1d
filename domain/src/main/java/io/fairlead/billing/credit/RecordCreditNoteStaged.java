package io.fairlead.billing.credit;

import io.fairlead.shared.Check;
import java.math.BigDecimal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that the ERP holds the approved credit note with equal figures.
 *
 * @param creditNoteId the credit note
 * @param erpReference of the ERP's draft
 * @param gross as the ERP computed it
 */
public record RecordCreditNoteStaged(
        @TargetAggregateIdentifier CreditNoteId creditNoteId, String erpReference, BigDecimal gross) {

    public RecordCreditNoteStaged {
        gross = Check.amount("gross", gross);
    }
}
