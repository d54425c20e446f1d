package io.fairlead.expense.api;

import io.fairlead.app.web.ToldRefusals.RefusedKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file of expenses; rows = accepted + corrected + repeated + refused.
 *
 * @param dryRun nothing was recorded; the numbers are what would happen
 * @param sha256 of the file's bytes as they came
 * @param rows of the file, without its header
 * @param accepted new expenses
 * @param corrected expenses known before whose row was edited since
 * @param repeated expenses known before that say the same
 * @param refused rows not taken
 * @param position greatest position written; 0 when nothing was
 * @param totals of the rows that were taken, by currency
 * @param refusedBy how many rows were refused for which reason, the most frequent first
 * @param refusals why the first 1,000 rows were refused, by line
 */
@Schema(description = "What became of each row of a file of expenses")
public record ExpensesImported(
        boolean dryRun,
        String sha256,
        int rows,
        int accepted,
        int corrected,
        int repeated,
        int refused,
        long position,
        List<CurrencyTotal> totals,
        List<RefusedKind> refusedBy,
        List<RefusedExpense> refusals) {

    /**
     * Rows taken in one currency.
     *
     * @param amount sum of their receipts with tax
     */
    @Schema(name = "ImportedExpenses")
    public record CurrencyTotal(String currency, int expenses, BigDecimal amount) {}

    /**
     * A row not taken.
     *
     * @param line of the file on which the row starts, from 1
     * @param id as the row names it; empty where it has none
     * @param field column or field at fault, or row
     * @param value the cell as the file has it; empty where the fault is no cell's
     * @param code stable
     * @param reason what is wrong
     * @param remedy what to do
     */
    @Schema(name = "RefusedExpense")
    public record RefusedExpense(
            long line,
            String id,
            String field,
            String value,
            String code,
            String reason,
            @Nullable String remedy) {}
}
