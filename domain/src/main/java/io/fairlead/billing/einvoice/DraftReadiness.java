package io.fairlead.billing.einvoice;

import io.fairlead.billing.invoice.InvoiceId;
import java.util.List;
import java.util.Optional;

/** Port: what drafts lack as they stand, by the writer of electronic invoices. Fetched and not decided. */
public interface DraftReadiness {

    /** Of a draft; empty when it is unknown, discarded, or its tax cannot be told yet. */
    Optional<EInvoiceReadiness> of(InvoiceId invoice);

    /**
     * Drafts that are not issued.
     *
     * @param partyId their seller or their buyer, legal-entity:<code> or customer:<code>
     */
    List<InvoiceId> draftsOf(String partyId);
}
