package io.fairlead.gateway.erp;

/** How one push ended. Read by {@link ErpSender}, which moves the delivery accordingly. */
sealed interface PushOutcome {

    /** A verified draft stands in the ERP. */
    record Staged(Snapshot snapshot) implements PushOutcome {}

    /** The document is in force, read back and verified. */
    record Confirmed(Snapshot snapshot) implements PushOutcome {}

    /** It did not end well. */
    record Stopped(Failure failure) implements PushOutcome {}
}
