package io.fairlead.billing.tax;

import io.fairlead.billing.invoice.InvoiceId;
import java.util.Optional;

/** Port: asks the tax engine about a draft as it stands, by its contract's policy and its lines. */
public interface TaxOfDraft {

    /** What the engine answers; empty when the invoice is unknown or has no lines. */
    Optional<TaxAnswer> of(InvoiceId invoice);
}
