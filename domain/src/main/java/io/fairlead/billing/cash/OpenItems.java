package io.fairlead.billing.cash;

import java.util.List;

/** What is open between a company and a customer, for processes; fetched from the views, decided by the domain. */
public interface OpenItems {

    /** Issued invoices of which something is open in the currency, the earliest due first; those in dispute are missing. */
    List<String> invoices(String legalEntityId, String customerId, String currency);

    /** Money in the currency of which something is on account, the earliest first, receipt:<key>. */
    List<String> receipts(String legalEntityId, String customerId, String currency);
}
