package io.fairlead.expense;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Let a claimed expense go.
 *
 * @param expenseId its key
 * @param invoiceId the draft
 * @param reason why
 */
public record TakeExpenseOffDraft(@TargetAggregateIdentifier ExpenseId expenseId, InvoiceId invoiceId, String reason) {

    public TakeExpenseOffDraft {
        Check.text("reason", reason, 400);
    }
}
