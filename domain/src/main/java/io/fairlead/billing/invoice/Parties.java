package io.fairlead.billing.invoice;

import io.fairlead.billing.event.DocumentParty;
import io.fairlead.billing.event.PayeeAccount;
import io.fairlead.contract.LineDetail;
import io.fairlead.party.DocumentLanguage;
import io.fairlead.shared.Check;
import org.jspecify.annotations.Nullable;

/**
 * Seller and buyer as an invoice prints them.
 *
 * @param seller name and tax identifier
 * @param buyer name and tax identifier
 * @param buyerReference what the buyer wants printed; null means none
 * @param paymentTermsDays days from issue until payment is due, 0..365
 * @param sellerParty the seller in parts; null when only its text is known
 * @param buyerParty the buyer in parts; null when only its text is known
 * @param payee account to pay to; null when the seller tells none
 * @param language in which the buyer reads documents
 * @param detail how the contract wants time on them
 */
public record Parties(
        String seller,
        String buyer,
        @Nullable String buyerReference,
        int paymentTermsDays,
        @Nullable DocumentParty sellerParty,
        @Nullable DocumentParty buyerParty,
        @Nullable PayeeAccount payee,
        DocumentLanguage language,
        LineDetail detail) {

    public Parties {
        Check.text("seller", seller, 400);
        Check.text("buyer", buyer, 400);
        Check.textOrNull("buyerReference", buyerReference, 100);
        Check.range("paymentTermsDays", paymentTermsDays, 0, 365);
    }
}
