package io.fairlead.gateway.topics;

import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the publisher from going on, for whoever operates it.
 *
 * @param topic whose next event waits; {@link #EVERY} when all do
 * @param reason why, without anything of a caller's
 * @param remedy what to do
 */
public record PublisherWait(String topic, String reason, String remedy) {

    /** When nothing can be published. */
    public static final String EVERY = "all topics";

    private static final String BY_ITSELF = "; publishing then goes on by itself, nothing was skipped";

    static PublisherWait connecting() {
        return new PublisherWait(
                EVERY, "connects to Kafka and has no answer yet", "see whether Kafka runs and answers" + BY_ITSELF);
    }

    static PublisherWait held(PublishingHeld held) {
        return new PublisherWait(
                held.topic(),
                String.valueOf(held.getMessage()),
                "see what the registry refuses and mend it" + BY_ITSELF);
    }

    static PublisherWait away(Throwable failure, String reason) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SslAuthenticationException) {
                return new PublisherWait(
                        EVERY,
                        reason,
                        "see that ssl.truststore.location names the certificate that signed the broker's, and that the"
                                + " address stands in the broker's certificate");
            }
            if (cause instanceof AuthenticationException) {
                return new PublisherWait(
                        EVERY, reason, "see that sasl.mechanism and sasl.jaas.config are what the broker knows");
            }
        }
        return new PublisherWait(
                EVERY, reason, "see whether Kafka, the schema registry and the database answer" + BY_ITSELF);
    }

    static PublisherWait fenced(String reason) {
        return new PublisherWait(
                EVERY, reason, "end the other publisher with these topics, if it is not meant to run" + BY_ITSELF);
    }

    static PublisherWait stopped(PublishingStopped stopped) {
        return new PublisherWait(
                stopped.topic(),
                String.valueOf(stopped.getMessage()),
                "do what the reason says, then start the application process again");
    }
}
