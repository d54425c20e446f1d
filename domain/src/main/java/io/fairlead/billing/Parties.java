package io.fairlead.billing;

import io.fairlead.shared.Check;
import org.jspecify.annotations.Nullable;

/**
 * Seller and buyer as an invoice prints them.
 *
 * @param seller name and tax identifier
 * @param buyer name and tax identifier
 * @param buyerReference what the buyer wants printed; null means none
 * @param paymentTermsDays days from issue until payment is due, 0..365
 */
public record Parties(String seller, String buyer, @Nullable String buyerReference, int paymentTermsDays) {

    public Parties {
        Check.text("seller", seller, 400);
        Check.text("buyer", buyer, 400);
        Check.textOrNull("buyerReference", buyerReference, 100);
        Check.range("paymentTermsDays", paymentTermsDays, 0, 365);
    }
}
