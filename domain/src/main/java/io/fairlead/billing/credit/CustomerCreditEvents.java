package io.fairlead.billing.credit;

import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CustomerCreditAssigned;
import io.fairlead.billing.event.CustomerCreditOpened;
import io.fairlead.billing.event.CustomerCreditPaidOut;
import io.fairlead.billing.event.CustomerCreditReturned;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.invoice.Payable;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How events about what is owed to customers are filled. */
final class CustomerCreditEvents {

    static CustomerCreditOpened opened(OpenCustomerCredit command) {
        return CustomerCreditOpened.newBuilder(command.owed())
                .setCustomerCreditId(command.customerCreditId().value())
                .build();
    }

    static CustomerCreditOpened opened(CreditApplied credit, @Nullable String askedBy) {
        return CustomerCreditOpened.newBuilder()
                .setCustomerCreditId(
                        CustomerCreditId.of(credit.getCreditNoteId()).value())
                .setDocumentId(credit.getCreditNoteId())
                .setNumber(credit.getNumber())
                .setInvoiceId(credit.getInvoiceId())
                .setAmount(credit.getGross().subtract(credit.getApplied()))
                .setCurrency(credit.getCurrency())
                .setIssueDate(credit.getIssueDate())
                .setAskedBy(askedBy)
                .setContractId(credit.getContractId())
                .setCustomerId(credit.getCustomerId())
                .setLegalEntityId(credit.getLegalEntityId())
                .build();
    }

    static CustomerCreditOpened opened(InvoiceIssued belowZero) {
        return CustomerCreditOpened.newBuilder()
                .setCustomerCreditId(
                        CustomerCreditId.of(belowZero.getInvoiceId()).value())
                .setDocumentId(belowZero.getInvoiceId())
                .setNumber(belowZero.getNumber())
                .setInvoiceId(belowZero.getInvoiceId())
                .setAmount(WireAmount.amount(Payable.of(belowZero).negated()))
                .setCurrency(belowZero.getCurrency())
                .setIssueDate(belowZero.getIssueDate())
                .setAskedBy(null)
                .setContractId(belowZero.getContractId())
                .setCustomerId(belowZero.getCustomerId())
                .setLegalEntityId(belowZero.getLegalEntityId())
                .build();
    }

    static CustomerCreditAssigned assigned(
            AssignCustomerCredit command, CustomerCreditOpened owed, BigDecimal amount, BigDecimal left) {
        return CustomerCreditAssigned.newBuilder()
                .setCustomerCreditId(owed.getCustomerCreditId())
                .setInvoiceId(owed.getInvoiceId())
                .setDocumentId(owed.getDocumentId())
                .setCurrency(owed.getCurrency())
                .setContractId(owed.getContractId())
                .setCustomerId(owed.getCustomerId())
                .setLegalEntityId(owed.getLegalEntityId())
                .setAssignmentId(command.assignmentId())
                .setToInvoiceId(command.to().getInvoiceId())
                .setAmount(amount)
                .setLeft(left)
                .setValueDate(command.on())
                .setAssignedBy(command.assignedBy())
                .build();
    }

    static CustomerCreditReturned returned(ReturnCustomerCredit command, CustomerCreditAssigned gone, BigDecimal left) {
        return CustomerCreditReturned.newBuilder()
                .setCustomerCreditId(gone.getCustomerCreditId())
                .setInvoiceId(gone.getInvoiceId())
                .setDocumentId(gone.getDocumentId())
                .setCurrency(gone.getCurrency())
                .setContractId(gone.getContractId())
                .setCustomerId(gone.getCustomerId())
                .setLegalEntityId(gone.getLegalEntityId())
                .setAssignmentId(gone.getAssignmentId())
                .setToInvoiceId(gone.getToInvoiceId())
                .setAmount(gone.getAmount())
                .setLeft(left)
                .setReason(command.reason())
                .build();
    }

    static CustomerCreditPaidOut paidOut(
            PayOutCustomerCredit command, CustomerCreditOpened owed, BigDecimal amount, BigDecimal left) {
        return CustomerCreditPaidOut.newBuilder()
                .setCustomerCreditId(owed.getCustomerCreditId())
                .setInvoiceId(owed.getInvoiceId())
                .setDocumentId(owed.getDocumentId())
                .setCurrency(owed.getCurrency())
                .setContractId(owed.getContractId())
                .setCustomerId(owed.getCustomerId())
                .setLegalEntityId(owed.getLegalEntityId())
                .setRefundId(command.refundId())
                .setAmount(amount)
                .setLeft(left)
                .setValueDate(command.on())
                .setReason(command.reason())
                .setPaidOutBy(command.paidOutBy())
                .build();
    }

    private CustomerCreditEvents() {}
}
