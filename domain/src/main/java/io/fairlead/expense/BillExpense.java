package io.fairlead.expense;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that a claimed expense stands on an issued invoice.
 *
 * @param expenseId its key
 * @param invoiceId the invoice
 * @param invoiceNumber as printed
 * @param invoiceLineNo from 1
 * @param issueDate the accounting date
 */
public record BillExpense(
        @TargetAggregateIdentifier ExpenseId expenseId,
        InvoiceId invoiceId,
        String invoiceNumber,
        int invoiceLineNo,
        @Happened LocalDate issueDate) {}
