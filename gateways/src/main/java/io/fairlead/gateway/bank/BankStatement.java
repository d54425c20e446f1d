package io.fairlead.gateway.bank;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says of itself as a whole, against which its entries are proved.
 *
 * @param id what the bank calls it
 * @param account IBAN, or the bank's own number
 * @param opening booked balance before its entries; null when it is not told
 * @param closing booked balance after them; null when it is not told
 * @param entries how many it has
 * @param moved what its booked entries add up to, in the currency of the account
 */
public record BankStatement(
        String id,
        String account,
        @Nullable Balance opening,
        @Nullable Balance closing,
        int entries,
        Balance moved) {

    /**
     * Money on the account.
     *
     * @param amount below zero when the account is overdrawn
     * @param currency ISO 4217
     */
    public record Balance(BigDecimal amount, String currency) {

        @Override
        public String toString() {
            return amount.toPlainString() + " " + currency;
        }
    }

    /** Which balance the bank does not tell, as a sentence: nothing proves that all entries are there; empty when it tells both. */
    public Optional<String> unproved() {
        if (opening != null && closing != null) {
            return Optional.empty();
        }
        var missing = opening != null ? "closing" : closing != null ? "opening" : "opening and no closing";
        return Optional.of(
                "statement %s tells no %s balance: nothing proves that its entries are all".formatted(id, missing));
    }

    /** Why opening balance and entries do not make the closing one, as a sentence; empty when they do, or one is not told. */
    public Optional<String> difference() {
        if (opening == null || closing == null) {
            return Optional.empty();
        }
        if (!opening.currency().equals(closing.currency())
                || !opening.currency().equals(moved.currency())) {
            return Optional.of("statement %s opens with %s, moves %s and closes with %s: these are different currencies"
                    .formatted(id, opening, moved, closing));
        }
        var made = opening.amount().add(moved.amount());
        var off = closing.amount().subtract(made);
        return off.signum() == 0
                ? Optional.empty()
                : Optional.of("statement %s opens with %s, moves %s and closes with %s: %s are missing"
                        .formatted(id, opening, moved, closing, new Balance(off, closing.currency())));
    }
}
