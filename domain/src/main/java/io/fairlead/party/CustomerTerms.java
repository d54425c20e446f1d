package io.fairlead.party;

import org.jspecify.annotations.Nullable;

/**
 * What holds for contracts with a customer that say nothing.
 *
 * @param paymentTermsDays days from issue until an invoice is due, 0..365
 * @param poRequired whether an invoice needs a purchase order
 * @param buyerReference printed on invoices; null means none
 * @param livesOnAs the customer that lives on for this one; null while it was not merged
 */
public record CustomerTerms(
        int paymentTermsDays,
        boolean poRequired,
        @Nullable String buyerReference,
        @Nullable CustomerId livesOnAs) {

    /** Of a customer that lives itself. */
    public CustomerTerms(int paymentTermsDays, boolean poRequired, @Nullable String buyerReference) {
        this(paymentTermsDays, poRequired, buyerReference, null);
    }
}
