package io.fairlead.gateway.expense;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file of expenses, or why it is none.
 *
 * @see ExpenseReader
 */
public sealed interface ExpenseRow {

    /** Line of the file on which the row starts, from 1. */
    long line();

    /**
     * A row that can be read.
     *
     * @param id its identifier in the system that it comes from
     * @param lineNo contract line that pays; null means the project's
     * @param amount total of the receipt with tax
     * @param tax in it; 0 where the file has none
     * @param recoverableTax part of the tax that the firm gets back; 0 where the file has none
     * @param currency the receipt's, ISO 4217
     */
    record Read(
            long line,
            String id,
            String person,
            String project,
            @Nullable Integer lineNo,
            String category,
            LocalDate spentOn,
            BigDecimal amount,
            BigDecimal tax,
            BigDecimal recoverableTax,
            String currency,
            boolean billable,
            boolean disbursement,
            @Nullable String receiptReference,
            @Nullable String receiptHash,
            @Nullable String note)
            implements ExpenseRow {}

    /**
     * A row that cannot be read.
     *
     * @param column header as the file has it, or "row"
     * @param value the cell as the file has it, cut at 200 characters
     */
    record Unread(long line, String column, String value, String reason, String remedy) implements ExpenseRow {}
}
