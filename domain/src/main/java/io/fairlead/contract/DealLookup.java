package io.fairlead.contract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: what a deal lacks comes from here, as the views know it at the event's position or later. */
public interface DealLookup {

    /** The customer of a CRM account: by its code or one of its aliases. */
    Optional<Buyer> buyer(String accountId);

    /** The company, if it is registered. */
    Optional<Seller> seller(String legalEntityId);

    /**
     * A customer and what it usually wants.
     *
     * @param customerId customer:<code>
     * @param currency usual currency
     * @param taxCategory null means not settled
     * @param legalEntityId who usually contracts with it; null means not settled
     * @param billingMethod null means none
     * @param poRequired whether it pays only with a purchase order
     * @param buyerReference null means none
     * @param paymentTermsDays 0..365
     */
    record Buyer(
            String customerId,
            String currency,
            @Nullable String taxCategory,
            @Nullable String legalEntityId,
            @Nullable String billingMethod,
            boolean poRequired,
            @Nullable String buyerReference,
            int paymentTermsDays) {}

    /**
     * A company.
     *
     * @param legalEntityId legal-entity:<code>
     * @param zone IANA name
     */
    record Seller(String legalEntityId, String zone) {}
}
