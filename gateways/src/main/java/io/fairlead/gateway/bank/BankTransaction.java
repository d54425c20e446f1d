package io.fairlead.gateway.bank;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One payment behind an entry of a statement.
 *
 * @param no within its entry, from 1
 * @param amount in the account's currency; null where the bank does not tell it of each transaction
 * @param party who paid, or who was paid; null when the bank does not tell
 * @param references what the payer says that it is for, structured ones first: creditor references, document
 *     numbers, end-to-end id; last the bank's own
 * @param text unstructured remittance information, its lines joined by a blank; empty when there is none
 * @param returned whether the bank says that it sends a payment back
 */
public record BankTransaction(
        int no,
        @Nullable BigDecimal amount,
        @Nullable String party,
        List<String> references,
        String text,
        boolean returned) {

    public BankTransaction {
        references = List.copyOf(references);
    }
}
