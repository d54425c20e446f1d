package io.fairlead.gateway.bank;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a statement: what the account moved by, for one payment or for a batch of them.
 *
 * @param statement what the bank calls it; from the second page on with a dot and the page
 * @param account IBAN, or the bank's own number
 * @param no within the statement, from 1
 * @param reference the bank's own, the servicer's before the entry's; null when it gives none
 * @param amount >= 0, as the bank writes it
 * @param currency ISO 4217
 * @param side what it does to the account
 * @param reversal whether it takes an earlier entry back
 * @param status where it stands
 * @param bookedOn null when the bank does not tell
 * @param valueDate day the money counts; the booking day when the bank does not tell another
 * @param transactions at least one
 */
public record BankEntry(
        String statement,
        String account,
        int no,
        @Nullable String reference,
        BigDecimal amount,
        String currency,
        Side side,
        boolean reversal,
        Status status,
        @Nullable LocalDate bookedOn,
        @Nullable LocalDate valueDate,
        List<BankTransaction> transactions) {

    public BankEntry {
        transactions = List.copyOf(transactions);
    }

    /** What an entry does to the account. */
    public enum Side {
        CREDIT,
        DEBIT
    }

    /** Only what is booked is money. */
    public enum Status {
        BOOKED,
        PENDING,
        INFORMATION
    }

    /**
     * What tells it from all other entries, whichever file it comes in.
     *
     * @return account, statement, and its place in it
     */
    public String key() {
        return account + "/" + statement + "/" + no;
    }

    /** What it adds to the account; below zero when it takes. */
    public BigDecimal movement() {
        return side == Side.CREDIT ? amount : amount.negate();
    }
}
