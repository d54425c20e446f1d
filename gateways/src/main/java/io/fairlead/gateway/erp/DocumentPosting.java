package io.fairlead.gateway.erp;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.document.PayableAmounts;
import io.fairlead.shared.StreamKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The commit of a staged and issued invoice or credit note: its number and dates, and the totals that are verified before and
 * after.
 *
 * @param documentId invoice:<uuid> or credit-note:<uuid>
 * @param accountingDate may differ from the staged one; a refused posting is tried with another date as the next
 * version
 * @param rounding what is added to the gross to pay in steps; null in what was enqueued before steps: 0
 */
public record DocumentPosting(
        @JsonProperty(DocumentDraft.STORED_ID) String documentId,
        int version,
        String company,
        String number,
        LocalDate issueDate,
        LocalDate accountingDate,
        LocalDate dueDate,
        String currency,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross,
        @Nullable BigDecimal rounding)
        implements DocumentPayload {

    static DocumentPosting of(InvoiceIssued event) {
        return new DocumentPosting(
                event.getInvoiceId(),
                1,
                StreamKey.keyOf(event.getLegalEntityId()),
                event.getNumber(),
                event.getIssueDate(),
                event.getIssueDate(),
                event.getDueDate(),
                event.getCurrency(),
                event.getNet(),
                event.getTax(),
                event.getGross(),
                PayableAmounts.rounding(event.getPayableRounding()));
    }

    static DocumentPosting of(CreditNoteIssued event) {
        return new DocumentPosting(
                event.getCreditNoteId(),
                1,
                StreamKey.keyOf(event.getLegalEntityId()),
                event.getNumber(),
                event.getIssueDate(),
                event.getIssueDate(),
                event.getIssueDate(),
                event.getCurrency(),
                event.getNet(),
                event.getTax(),
                event.getGross(),
                PayableAmounts.rounding(event.getPayableRounding()));
    }

    @Override
    public DeliveryKind kind() {
        return DeliveryKind.COMMIT_INVOICE;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }
}
