package io.fairlead.contract;

import io.fairlead.party.CustomerTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: what a deal lacks comes from here, as the views know it at the event's position or later. */
public interface DealLookup {

    /**
     * The customer of a CRM account: by its code or one of its aliases; of a merged one, the one that lives on.
     *
     * @param day of signature, on which the terms hold
     */
    Optional<Buyer> buyer(String accountId, LocalDate day);

    /**
     * Deals that tell of the same thing in the same system and are not rejected.
     *
     * @return deal:<key>
     */
    List<String> toldAs(String source, String sourceId);

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
     * @param terms of contracts that say nothing
     */
    record Buyer(
            String customerId,
            String currency,
            @Nullable String taxCategory,
            @Nullable String legalEntityId,
            @Nullable String billingMethod,
            CustomerTerms terms) {}

    /**
     * A company.
     *
     * @param legalEntityId legal-entity:<code>
     * @param zone IANA name
     */
    record Seller(String legalEntityId, String zone) {}
}
