package io.fairlead.billing.invoice;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.billing.event.InvoiceReturned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How the events of an invoice's review are filled from its commands, its lines and its draft. */
final class InvoiceReviewEvents {

    static InvoiceLineRemoved removed(
            InvoiceLine line, InvoiceDrafted draft, @Nullable LocalDate deferredUntil, String reason, String by) {
        return InvoiceLineRemoved.newBuilder()
                .setInvoiceId(draft.getInvoiceId())
                .setLineNo(line.getLineNo())
                .setSourceId(line.getSourceId())
                .setPortionNo(line.getPortionNo())
                .setNet(line.getNet())
                .setCurrency(draft.getCurrency())
                .setDeferredUntil(deferredUntil)
                .setReason(reason)
                .setRemovedBy(by)
                .build();
    }

    static InvoiceLineAdjusted adjusted(AdjustInvoiceLine command, InvoiceLine line, InvoiceDrafted draft) {
        return InvoiceLineAdjusted.newBuilder()
                .setInvoiceId(draft.getInvoiceId())
                .setLineNo(line.getLineNo())
                .setSourceId(line.getSourceId())
                .setPortionNo(line.getPortionNo())
                .setContractLineNo(line.getContractLineNo())
                .setProjectId(line.getProjectId())
                .setContractId(draft.getContractId())
                .setAmount(command.net().subtract(line.getNet()))
                .setNet(command.net())
                .setCurrency(draft.getCurrency())
                .setReason(command.reason())
                .setAdjustedBy(command.adjustedBy())
                .build();
    }

    static InvoiceReturned returned(ReturnInvoice command, InvoiceApproved approval) {
        return InvoiceReturned.newBuilder()
                .setInvoiceId(approval.getInvoiceId())
                .setApprovalNo(approval.getApprovalNo())
                .setReason(command.reason())
                .setReturnedBy(command.returnedBy())
                .build();
    }

    private InvoiceReviewEvents() {}
}
