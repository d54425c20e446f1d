package io.fairlead.gateway.topics;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads what is committed on topics, without a consumer group and without leaving a trace. One thread. */
final class CommittedRecords implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SILENCE_MAX = Duration.ofSeconds(90); // longer than a dead producer's transaction
    private static final long STEP_BACK = 16;

    private final Consumer<byte[], byte[]> consumer;
    private final Admin admin;

    CommittedRecords(KafkaConnection kafka) {
        this.admin = Admin.create(kafka.with(Map.of()));
        this.consumer = new KafkaConsumer<>(
                kafka.with(Map.of(
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000,
                        ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        15_000)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Names of all topics. */
    Collection<String> topics() {
        return consumer.listTopics().keySet();
    }

    /**
     * Hands on the records of topics from their beginning to what stands there now, in order per partition. Waits until
     * transactions in flight are decided: a commit is told to its producer before readers may see it.
     *
     * @param more told each record; false ends the reading
     */
    void read(Collection<String> topics, Predicate<ConsumerRecord<byte[], byte[]>> more) {
        var partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (!partitions.isEmpty()) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            readTo(endsOf(partitions), more);
        }
    }

    /** The last record of a topic with one partition. */
    Optional<ConsumerRecord<byte[], byte[]>> last(String topic) {
        var partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        var ends = endsOf(List.of(partition));
        long end = ends.getOrDefault(partition, 0L);
        long begin = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        // Near the end there may be only marks of transactions: look further back each time.
        for (long back = STEP_BACK; ; back *= 16) {
            consumer.seek(partition, Math.max(begin, end - back));
            var found = new Last();
            readTo(ends, found);
            if (found.record != null || end - back <= begin) {
                return Optional.ofNullable(found.record);
            }
        }
    }

    private Map<TopicPartition, Long> endsOf(Collection<TopicPartition> partitions) {
        var latest =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        var ends = new HashMap<TopicPartition, Long>();
        Topics.get(admin.listOffsets(latest).all()).forEach((partition, found) -> ends.put(partition, found.offset()));
        return ends;
    }

    private static final class Last implements Predicate<ConsumerRecord<byte[], byte[]>> {

        private @Nullable ConsumerRecord<byte[], byte[]> record;

        @Override
        public boolean test(ConsumerRecord<byte[], byte[]> next) {
            record = next;
            return true;
        }
    }

    private void readTo(Map<TopicPartition, Long> ends, Predicate<ConsumerRecord<byte[], byte[]>> more) {
        long silentSince = System.nanoTime();
        long reached = -1;
        while (true) {
            long now = ends.keySet().stream().mapToLong(consumer::position).sum();
            if (ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                return;
            }
            if (now != reached) {
                reached = now;
                silentSince = System.nanoTime();
            } else if (System.nanoTime() - silentSince > SILENCE_MAX.toNanos()) {
                throw new TimeoutException("topics did not answer for " + SILENCE_MAX.toSeconds() + " s");
            }
            for (var record : consumer.poll(POLL)) {
                var end = ends.get(new TopicPartition(record.topic(), record.partition()));
                if (end != null && record.offset() < end && !more.test(record)) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
        admin.close(Duration.ofSeconds(1));
    }
}
