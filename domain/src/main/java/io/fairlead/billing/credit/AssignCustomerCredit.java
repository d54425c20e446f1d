package io.fairlead.billing.credit;

import io.fairlead.billing.event.CustomerCreditOpened;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.party.MergedCustomers;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Set what is owed to a customer against another invoice of the same customer, or a part of it.
 *
 * @param customerCreditId what is owed
 * @param assignmentId key of the caller's choice
 * @param to the other invoice, as it was issued
 * @param amount > 0; null means all that is owed
 * @param on day it counts for
 * @param assignedBy issuer|subject
 * @param merged merges that concern the customers of both
 */
public record AssignCustomerCredit(
        @TargetAggregateIdentifier CustomerCreditId customerCreditId,
        String assignmentId,
        InvoiceIssued to,
        @Nullable BigDecimal amount,
        @Happened("valueDate") LocalDate on,
        String assignedBy,
        MergedCustomers merged) {

    public AssignCustomerCredit {
        Check.text("assignmentId", assignmentId, 200);
        amount = amount == null ? null : Check.positive("amount", amount);
        Check.day("on", on);
        Check.actor("assignedBy", assignedBy);
    }

    /** K-13: what is owed goes to another invoice of the same company, customer and currency, K-15: which is issued. */
    void requireOtherInvoiceOf(CustomerCreditOpened owed) {
        if (to.getInvoiceId().equals(owed.getInvoiceId())
                || to.getGross().signum() <= 0
                || !merged.areSame(to.getCustomerId(), owed.getCustomerId())
                || !to.getLegalEntityId().equals(owed.getLegalEntityId())
                || !to.getCurrency().equals(owed.getCurrency())) {
            throw new RuleViolated(
                    "K-13",
                    "invoice",
                    to.getNumber() + " is no other invoice to " + owed.getCustomerId() + " in " + owed.getCurrency(),
                    "name an invoice of the same company, customer and currency, or pay it out");
        }
        requireSince(owed.getIssueDate(), on);
        requireSince(to.getIssueDate(), on);
    }

    /** K-15: what a document owes is set against another, or paid out, from the day of both on. */
    static void requireSince(LocalDate issueDate, LocalDate on) {
        if (on.isBefore(issueDate)) {
            throw new RuleViolated(
                    "K-15", "valueDate", "the document was issued on " + issueDate, "use that day or a later one");
        }
    }
}
