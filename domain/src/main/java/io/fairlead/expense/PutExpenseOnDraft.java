package io.fairlead.expense;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Portion;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Claim a priced expense, or a portion of it, for a draft invoice.
 *
 * @param expenseId its key
 * @param invoiceId the draft
 * @param portion what of it; null means all that remains
 */
public record PutExpenseOnDraft(
        @TargetAggregateIdentifier ExpenseId expenseId,
        InvoiceId invoiceId,
        @Nullable Portion portion) {}
