package io.fairlead.gateway.topics;

import java.time.Duration;

/**
 * How the publisher works, for whoever wires it.
 *
 * @param kafka where Kafka is
 * @param batchMax events per transaction, 1..10,000
 * @param partitions of a new event topic; never changed later, since keys would move
 * @param retryAfter first pause after a failure, doubled up to {@code retryAfterMax}
 * @param retryAfterMax longest pause after a failure
 * @param standby how long a publisher that another one has fenced off stands by before it takes over again
 */
public record PublisherSettings(
        KafkaConnection kafka,
        int batchMax,
        int partitions,
        Duration retryAfter,
        Duration retryAfterMax,
        Duration standby) {

    public PublisherSettings {
        if (batchMax < 1 || batchMax > 10_000) {
            throw new IllegalArgumentException("batch of " + batchMax + " events: 1 to 10,000 are possible");
        }
        if (partitions < 1) {
            throw new IllegalArgumentException(partitions + " partitions: at least 1 is needed");
        }
    }

    /** The usual settings: 2,000 events per transaction, 3 partitions, pauses of 0.2 to 5 s, stand-by of 30 s. */
    public static PublisherSettings of(KafkaConnection kafka) {
        return new PublisherSettings(
                kafka, 2_000, 3, Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofSeconds(30));
    }
}
