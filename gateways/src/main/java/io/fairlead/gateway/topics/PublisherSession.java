package io.fairlead.gateway.topics;

import io.fairlead.log.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * One producer's life as the only owner of the topics: opening it fences the former owner. Records and progress stand in the
 * same transaction, so after any failure the next session knows exactly what was published. One thread.
 */
final class PublisherSession implements AutoCloseable {

    /** The same for every publisher, so that the newest fences the others. */
    static final String OWNER = "fairlead-publisher-0";

    private static final Duration CLOSE_MAX = Duration.ofSeconds(2);

    private final Producer<byte[], byte[]> producer;
    private final Topics topics;
    private final EventRecords records;

    private PublisherSession(PublisherSettings settings, EventRecords records) {
        this.records = records;
        this.topics = new Topics(settings);
        this.producer =
                new KafkaProducer<>(producerConfig(settings), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> producerConfig(PublisherSettings settings) {
        return settings.kafka()
                .with(Map.<String, Object>ofEntries(
                        Map.entry(ProducerConfig.TRANSACTIONAL_ID_CONFIG, OWNER),
                        Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                        Map.entry(ProducerConfig.LINGER_MS_CONFIG, 2),
                        // Right after a commit the broker may put a request off; a second one would overtake it.
                        Map.entry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1),
                        Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024),
                        Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000),
                        Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000),
                        Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000),
                        Map.entry(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 60_000)));
    }

    /** Fences the former owner and waits until its last transaction is decided. */
    static PublisherSession open(PublisherSettings settings, EventRecords records) {
        var session = new PublisherSession(settings, records);
        try {
            session.topics.needProgress();
            session.producer.initTransactions();
            return session;
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /**
     * What the former owner has published.
     *
     * @throws PublishingStopped when topics hold events but no progress, so that going on would publish them twice
     */
    PublisherProgress progress(PublisherSettings settings) {
        try (var committed = new CommittedRecords(settings.kafka())) {
            var last = committed.last(PublisherProgress.TOPIC);
            if (last.isPresent()) {
                return PublisherProgress.fromBytes(last.get().value());
            }
            committed.read(topics.events(), record -> {
                throw new PublishingStopped(
                        "topic " + record.topic() + " holds events, but " + PublisherProgress.TOPIC
                                + " holds no progress: publishing from the start would double them; restore that topic,"
                                + " or delete all fairlead.* topics to publish afresh",
                        null);
            });
            return PublisherProgress.NONE;
        }
    }

    /**
     * Publishes events in one transaction, all or none.
     *
     * @throws PublishingStopped when one of them was rejected; the transaction is aborted
     * @throws KafkaException when the outcome is unknown; the next session finds out
     */
    void publish(List<StoredEvent> events) {
        var ready = new ArrayList<ProducerRecord<byte[], byte[]>>(events.size());
        events.forEach(event -> ready.add(records.recordOf(event)));
        topics.need(ready.stream().map(ProducerRecord::topic).toList());
        var rejection = new AtomicReference<PublishingStopped>();
        producer.beginTransaction();
        try {
            for (int i = 0; i < ready.size(); i++) {
                var event = events.get(i);
                var topic = ready.get(i).topic();
                producer.send(ready.get(i), (metadata, failure) -> {
                    if (failure != null && rejects(failure)) {
                        rejection.compareAndSet(null, EventRecords.rejected(event, topic, failure));
                    }
                });
            }
            var last = events.getLast();
            var progress = new PublisherProgress(last.position(), last.eventId());
            producer.send(new ProducerRecord<>(
                    PublisherProgress.TOPIC, 0, OWNER.getBytes(StandardCharsets.UTF_8), progress.toBytes()));
            producer.commitTransaction();
        } catch (KafkaException e) {
            var rejected = rejection.get();
            if (rejected == null) {
                throw e;
            }
            producer.abortTransaction();
            throw rejected;
        }
    }

    private static boolean rejects(Exception failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof RecordBatchTooLargeException
                || failure instanceof InvalidTopicException
                || failure instanceof InvalidTimestampException
                || failure instanceof PolicyViolationException;
    }

    @Override
    public void close() {
        producer.close(CLOSE_MAX);
        topics.close();
    }
}
