package io.fairlead.billing.credit;

import io.fairlead.billing.event.CreditNoteApproved;
import io.fairlead.billing.event.CreditNoteDiscarded;
import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.CreditNotePosted;
import io.fairlead.billing.event.CreditNotePostingRefused;
import io.fairlead.billing.event.CreditNoteStaged;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.invoice.InvoiceEvents;

/** How the events of a credit note are filled from its commands, its draft and the invoice it credits. */
final class CreditNoteEvents {

    static CreditNoteDrafted drafted(CreditReserved granted) {
        return CreditNoteDrafted.newBuilder()
                .setCreditNoteId(granted.getCreditNoteId())
                .setInvoiceId(granted.getInvoiceId())
                .setInvoiceNumber(granted.getInvoiceNumber())
                .setContractId(granted.getContractId())
                .setCustomerId(granted.getCustomerId())
                .setLegalEntityId(granted.getLegalEntityId())
                .setIssueDate(granted.getIssueDate())
                .setTaxPoint(granted.getTaxPoint())
                .setPreparer(granted.getPreparer())
                .setReason(granted.getReason())
                .setLines(granted.getLines())
                .setTaxRows(granted.getTaxRows())
                .setNet(granted.getNet())
                .setTax(granted.getTax())
                .setGross(granted.getGross())
                .setCurrency(granted.getCurrency())
                .setEntityAmounts(granted.getEntityAmounts())
                .setPayableRounding(granted.getPayableRounding())
                .build();
    }

    static CreditNoteApproved approved(ApproveCreditNote command, CreditNoteDrafted draft) {
        return CreditNoteApproved.newBuilder()
                .setCreditNoteId(draft.getCreditNoteId())
                .setInvoiceId(draft.getInvoiceId())
                .setLegalEntityId(draft.getLegalEntityId())
                .setApprovedBy(command.approvedBy())
                .setApprovedAt(command.at())
                .build();
    }

    static CreditNoteDiscarded discarded(DiscardCreditNote command, CreditNoteDrafted draft) {
        return CreditNoteDiscarded.newBuilder()
                .setCreditNoteId(draft.getCreditNoteId())
                .setInvoiceId(draft.getInvoiceId())
                .setLegalEntityId(draft.getLegalEntityId())
                .setReason(command.reason())
                .build();
    }

    static CreditNoteStaged staged(RecordCreditNoteStaged command, CreditNoteDrafted draft) {
        return CreditNoteStaged.newBuilder()
                .setCreditNoteId(draft.getCreditNoteId())
                .setErpReference(command.erpReference())
                .setGross(command.gross())
                .build();
    }

    static CreditNoteIssued issued(IssueCreditNote command, CreditNoteDrafted draft) {
        var invoice = command.invoice();
        return CreditNoteIssued.newBuilder()
                .setCreditNoteId(draft.getCreditNoteId())
                .setNumber(command.number())
                .setSeries(command.series())
                .setYear(command.year())
                .setDocumentType(InvoiceEvents.CREDIT_NOTE)
                .setInvoiceId(draft.getInvoiceId())
                .setInvoiceNumber(draft.getInvoiceNumber())
                .setInvoiceIssueDate(invoice.getIssueDate())
                .setContractId(draft.getContractId())
                .setCustomerId(draft.getCustomerId())
                .setLegalEntityId(draft.getLegalEntityId())
                .setIssueDate(command.issueDate())
                .setTaxPoint(draft.getTaxPoint())
                .setSeller(invoice.getSeller())
                .setBuyer(invoice.getBuyer())
                .setPoNumber(invoice.getPoNumber())
                .setBuyerReference(invoice.getBuyerReference())
                .setReason(draft.getReason())
                .setLines(draft.getLines())
                .setTaxRows(draft.getTaxRows())
                .setNet(draft.getNet())
                .setTax(draft.getTax())
                .setGross(draft.getGross())
                .setCurrency(draft.getCurrency())
                .setEntityAmounts(draft.getEntityAmounts())
                .setPayableRounding(draft.getPayableRounding())
                .setLineHash(InvoiceEvents.hash(draft.getLines()))
                .build();
    }

    static CreditNotePosted posted(RecordCreditNotePosted command) {
        return CreditNotePosted.newBuilder()
                .setCreditNoteId(command.creditNoteId().value())
                .setErpDocument(command.erpDocument())
                .setPostedOn(command.postedOn())
                .build();
    }

    static CreditNotePostingRefused refused(RecordCreditNoteRefused command) {
        return CreditNotePostingRefused.newBuilder()
                .setCreditNoteId(command.creditNoteId().value())
                .setStep(command.step())
                .setCode(command.code())
                .setReason(command.reason())
                .setAttempt(command.attempt())
                .build();
    }

    private CreditNoteEvents() {}
}
