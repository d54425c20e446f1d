package io.fairlead.expense;

import io.fairlead.shared.Check;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;

/**
 * What the receipt says.
 *
 * @param amount total with tax, > 0
 * @param tax in it, 0 to the amount
 * @param recoverableTax part of the tax that the firm gets back, 0 to the tax (V-01)
 * @param currency the receipt's, ISO 4217
 */
public record ReceiptFigures(BigDecimal amount, BigDecimal tax, BigDecimal recoverableTax, String currency) {

    public ReceiptFigures {
        Check.currency("currency", currency);
        amount = Check.payable("amount", Check.positive("amount", amount), currency);
        tax = Check.payable("tax", Check.notNegative("tax", tax), currency);
        recoverableTax = Check.payable("recoverableTax", Check.notNegative("recoverableTax", recoverableTax), currency);
        if (tax.compareTo(amount) > 0 || recoverableTax.compareTo(tax) > 0) {
            throw new RuleViolated(
                    "V-01",
                    "recoverableTax",
                    "recoverable tax is part of the tax, and the tax part of the amount",
                    "give amount with tax, the tax in it, and what of it comes back");
        }
    }
}
