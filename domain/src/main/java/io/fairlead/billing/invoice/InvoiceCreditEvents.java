package io.fairlead.billing.invoice;

import io.fairlead.billing.credit.ApplyCredit;
import io.fairlead.billing.credit.ReleaseCredit;
import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CreditReleased;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.CustomerCreditAssigned;
import io.fairlead.billing.event.CustomerCreditTaken;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.shared.WireAmount;
import org.joda.money.Money;

/** How an invoice's events about its credits are filled from its commands and from what it granted. */
final class InvoiceCreditEvents {

    static CreditReleased released(ReleaseCredit command) {
        return CreditReleased.newBuilder()
                .setInvoiceId(command.invoiceId().value())
                .setCreditNoteId(command.creditNoteId().value())
                .setReason(command.reason())
                .build();
    }

    static CreditApplied applied(
            ApplyCredit command, CreditReserved credit, InvoiceIssued invoice, Money applied, Money open) {
        return CreditApplied.newBuilder()
                .setInvoiceId(invoice.getInvoiceId())
                .setCreditNoteId(credit.getCreditNoteId())
                .setNumber(command.number())
                .setIssueDate(command.issueDate())
                .setGross(WireAmount.amount(Payable.of(credit)))
                .setApplied(WireAmount.amount(applied))
                .setOpen(WireAmount.amount(open))
                .setCurrency(credit.getCurrency())
                .setContractId(invoice.getContractId())
                .setCustomerId(invoice.getCustomerId())
                .setLegalEntityId(invoice.getLegalEntityId())
                .build();
    }

    static CustomerCreditTaken taken(CustomerCreditAssigned assigned, InvoiceIssued invoice, Money open) {
        return CustomerCreditTaken.newBuilder()
                .setInvoiceId(invoice.getInvoiceId())
                .setCustomerCreditId(assigned.getCustomerCreditId())
                .setDocumentId(assigned.getDocumentId())
                .setAssignmentId(assigned.getAssignmentId())
                .setAmount(assigned.getAmount())
                .setOpen(WireAmount.amount(open))
                .setCurrency(assigned.getCurrency())
                .setValueDate(assigned.getValueDate())
                .setContractId(invoice.getContractId())
                .setCustomerId(invoice.getCustomerId())
                .setLegalEntityId(invoice.getLegalEntityId())
                .build();
    }

    private InvoiceCreditEvents() {}
}
