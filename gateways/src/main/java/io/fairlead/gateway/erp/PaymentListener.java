package io.fairlead.gateway.erp;

/**
 * Turns payments the ERP booked into commands; called at least once per payment, so it must be
 * idempotent by its id.
 */
public interface PaymentListener {

    /** Returns when the payment is on record; an exception has the page handed over again later. */
    void paid(PaymentFact payment);
}
