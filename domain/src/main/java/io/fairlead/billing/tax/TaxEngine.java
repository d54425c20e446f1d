package io.fairlead.billing.tax;

/**
 * Port: works out the tax of a document. {@link TaxTable} is the default; another engine is chosen by configuration. It is
 * asked before a command and never inside one, so that it may call a service.
 */
public interface TaxEngine {

    /** The same question on the same rates gives the same answer. */
    TaxAnswer tax(TaxQuestion question);
}
