package io.fairlead.billing.invoice;

/** Port: seller and buyer as an invoice prints them. */
public interface PartiesLookup {

    /** As they are now. */
    Parties of(String legalEntityId, String customerId, String contractId);
}
