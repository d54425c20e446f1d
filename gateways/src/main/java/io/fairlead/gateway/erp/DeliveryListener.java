package io.fairlead.gateway.erp;

/**
 * Turns the results of deliveries into commands. Each result is handed over at least once, also over a crash, and again
 * when an exception is thrown; a delivery does not move on before. Must be idempotent by the delivery's key.
 */
public interface DeliveryListener {

    /** The ERP keeps a draft whose tax and totals equal ours: the invoice may be numbered and issued. */
    void staged(Delivery delivery, Snapshot snapshot);

    /** The customer, project or posted document is in the ERP, read back and verified. */
    void confirmed(Delivery delivery, Snapshot snapshot);

    /**
     * The delivery needs a person.
     *
     * @param code the ERP's or the gateway's code, for example PERIOD_CLOSED, TOTALS_DIFFER
     * @param reason a plain sentence
     */
    void parked(Delivery delivery, String code, String reason);
}
