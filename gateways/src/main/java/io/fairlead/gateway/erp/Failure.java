package io.fairlead.gateway.erp;

import java.time.Duration;

/** Why a push did not end well; each kind has its own way on (see {@link ErpSender}). */
public sealed interface Failure {

    String code();

    String reason();

    /** The ERP asked to wait; nothing happened. */
    record Throttled(Duration retryAfter) implements Failure {
        @Override
        public String code() {
            return "THROTTLED";
        }

        @Override
        public String reason() {
            return "the ERP asked to wait " + retryAfter.toSeconds() + " s";
        }
    }

    /** Nothing happened, and it may work later. */
    record Transient(String reason) implements Failure {
        @Override
        public String code() {
            return "TRANSIENT";
        }
    }

    /** It may or may not have happened; look it up before sending again. */
    record UnknownOutcome(String reason) implements Failure {
        @Override
        public String code() {
            return "OUTCOME_UNKNOWN";
        }
    }

    /** The ERP keeps something else than we said, or figures that differ; a person must look. */
    record Different(String code, String reason) implements Failure {}

    /** The ERP refuses on business grounds: closed period, unknown customer, missing purchase order. */
    record Business(String code, String reason) implements Failure {}

    /** Credentials, rights or the address are wrong; the whole target waits. */
    record AuthOrConfig(String reason) implements Failure {
        @Override
        public String code() {
            return "AUTH_OR_CONFIG";
        }
    }
}
