package io.fairlead.gateway.erp;

/** How one push ended. Read by {@link ErpSender}, which moves the delivery accordingly. */
sealed interface Outcome {

    /** A verified draft stands in the ERP. */
    record Staged(Snapshot snapshot) implements Outcome {}

    /** The document is in force, read back and verified. */
    record Confirmed(Snapshot snapshot) implements Outcome {}

    /** It did not end well. */
    record Stopped(Failure failure) implements Outcome {}
}
