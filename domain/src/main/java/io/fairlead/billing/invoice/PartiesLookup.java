package io.fairlead.billing.invoice;

import java.time.LocalDate;

/** Port: seller and buyer as an invoice prints them. */
public interface PartiesLookup {

    /**
     * The seller as it is now, the buyer as it is on a day; of a merged buyer, the one that lives on.
     *
     * @param day of issue
     */
    Parties of(String legalEntityId, String customerId, String contractId, LocalDate day);
}
