package io.fairlead.gateway.topics;

import io.fairlead.schema.Subjects;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Counts what stands on all event topics with a fresh read-committed consumer, for {@code verify}: the invariant that each
 * stored event is there once and in order. One thread, one use.
 */
public final class TopicCensus {

    private static final int EXAMPLES_MAX = 10;

    private final Set<String> ids = new HashSet<>();
    private final Map<String, Long> nextSequence = new HashMap<>();
    private final Map<String, Long> perTopic = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();
    private long records;
    private long outOfOrder;

    private TopicCensus() {}

    /**
     * What was found.
     *
     * @param records records on all event topics
     * @param distinctEvents different {@code ce_id}s among them
     * @param outOfOrder records whose {@code ce_sequence} is not the next one of their key, counted from 0
     * @param perTopic records by topic, topics in order of name
     * @param examples up to ten sentences about doubled and misplaced records
     */
    public record Result(
            long records, long distinctEvents, long outOfOrder, Map<String, Long> perTopic, List<String> examples) {

        /** Whether every event is there once and in order. */
        public boolean clean() {
            return records == distinctEvents && outOfOrder == 0;
        }
    }

    /** Counts all event topics as they are now. */
    public static Result of(KafkaConnection kafka) {
        return of(kafka, record -> {});
    }

    /** Told of each record, also of doubled ones. */
    public interface Reader {

        /**
         * @param eventId its {@code ce_id}
         * @param mark all that it says
         */
        void record(String eventId, long mark);
    }

    /** Counts all event topics as they are now and tells what each record says. */
    public static Result of(KafkaConnection kafka, RecordMarks marks, Reader reader) {
        return of(kafka, record -> reader.record(header(record, "ce_id"), marks.of(record)));
    }

    private static Result of(KafkaConnection kafka, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        var census = new TopicCensus();
        try (var committed = new CommittedRecords(kafka)) {
            var topics = committed.topics().stream()
                    .filter(topic -> Subjects.EVENT_TOPICS.matcher(topic).matches())
                    .sorted()
                    .toList();
            committed.read(topics, record -> {
                census.count(record);
                reader.accept(record);
                return true;
            });
        }
        return new Result(
                census.records,
                census.ids.size(),
                census.outOfOrder,
                Collections.unmodifiableMap(census.perTopic),
                List.copyOf(census.examples));
    }

    private void count(ConsumerRecord<byte[], byte[]> record) {
        records++;
        perTopic.merge(record.topic(), 1L, Long::sum);
        var id = header(record, "ce_id");
        if (!ids.add(id)) {
            example("event " + id + " stands twice", record);
        }
        var key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        var sequence = header(record, "ce_sequence");
        long expected = nextSequence.getOrDefault(key, 0L);
        if (sequence.equals(Long.toString(expected))) {
            nextSequence.put(key, expected + 1);
        } else {
            outOfOrder++;
            example("key " + key + ": sequence '" + sequence + "' where " + expected + " was due", record);
        }
    }

    private void example(String what, ConsumerRecord<byte[], byte[]> record) {
        if (examples.size() < EXAMPLES_MAX) {
            examples.add(what + " (" + record.topic() + ", partition " + record.partition() + ", offset "
                    + record.offset() + ")");
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
