package io.fairlead.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Faults on one topic: it is emptied and written anew with them; closing writes it as it was. */
final class PlantedRecords implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> kafka;
    private final List<TopicPartition> partitions;
    private final List<ProducerRecord<byte[], byte[]>> before;
    private final List<ProducerRecord<byte[], byte[]>> now;
    private final Set<String> taken = new HashSet<>();

    PlantedRecords(DemoStack stack, String topic) throws Exception {
        this.kafka = stack.kafka();
        try (var consumer = new KafkaConsumer<>(
                with(Map.of("isolation.level", "read_committed", "enable.auto.commit", false)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            this.partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            this.before = read(consumer);
        }
        this.now = new ArrayList<>(before);
    }

    private List<ProducerRecord<byte[], byte[]>> read(KafkaConsumer<byte[], byte[]> consumer) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var ends = consumer.endOffsets(partitions);
        var all = new ArrayList<ProducerRecord<byte[], byte[]>>();
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            consumer.poll(POLL).forEach(record -> all.add(copy(record)));
        }
        return all;
    }

    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(
                record.topic(), record.partition(), record.timestamp(), record.key(), record.value(), record.headers());
    }

    private Map<String, Object> with(Map<String, Object> more) {
        var settings = new HashMap<>(kafka);
        settings.putAll(more);
        return settings;
    }

    /** The last record of some key with several, of which nothing was changed yet. */
    private int next() {
        for (int at = now.size() - 1; at > 0; at--) {
            var key = key(now.get(at));
            if (key(now.get(at - 1)).equals(key) && taken.add(key)) {
                return at;
            }
        }
        throw new IllegalStateException("the topic has too few keys");
    }

    /** Puts another record in place of one; returns the id of its event. */
    String replace(UnaryOperator<ProducerRecord<byte[], byte[]>> change) {
        int at = next();
        var id = header(now.get(at), "ce_id");
        now.set(at, change.apply(now.get(at)));
        return id;
    }

    String leaveOut() {
        return header(now.remove(next()), "ce_id");
    }

    String twice() {
        int at = next();
        now.add(at + 1, now.get(at));
        return header(now.get(at), "ce_id");
    }

    /** Two of one key change places; returns the key. */
    String swap() {
        int at = next();
        var last = now.get(at);
        now.set(at, now.get(at - 1));
        now.set(at - 1, last);
        return key(last);
    }

    private static ProducerRecord<byte[], byte[]> saying(
            ProducerRecord<byte[], byte[]> record, byte[] key, long time, byte[] value) {
        return new ProducerRecord<>(record.topic(), record.partition(), time, key, value, record.headers());
    }

    /** With another value of a header; null leaves it out. */
    private static ProducerRecord<byte[], byte[]> heading(
            ProducerRecord<byte[], byte[]> record, String name, String value) {
        var headers = new RecordHeaders();
        record.headers().forEach(header -> {
            if (!header.key().equals(name)) {
                headers.add(header);
            } else if (!value.isEmpty()) {
                headers.add(name, value.getBytes(StandardCharsets.UTF_8));
            }
        });
        return new ProducerRecord<>(
                record.topic(), record.partition(), record.timestamp(), record.key(), record.value(), headers);
    }

    private static String header(ProducerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static String key(ProducerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    /** A fault of each kind, each in records of another key. */
    List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        var otherwise = "says something else than what is stored";
        faults.add(new Fault("record missing", "I6", leaveOut() + " is stored but on no topic"));
        faults.add(new Fault("record doubled", "I6", twice() + " stands twice"));
        faults.add(new Fault("records out of order", "I6", "key " + swap() + ": sequence"));
        faults.add(new Fault(
                "other content",
                "I6",
                replace(record -> saying(record, record.key(), record.timestamp(), otherEnd(record.value()))),
                otherwise));
        faults.add(new Fault(
                "other schema",
                "I6",
                replace(record -> saying(record, record.key(), record.timestamp(), otherSchema(record.value()))),
                otherwise));
        faults.add(new Fault(
                "other time",
                "I6",
                replace(record -> saying(record, record.key(), record.timestamp() + 1, record.value())),
                otherwise));
        faults.add(new Fault(
                "other key",
                "I6",
                replace(record -> saying(
                        record,
                        "time-entry:planted".getBytes(StandardCharsets.UTF_8),
                        record.timestamp(),
                        record.value())),
                otherwise));
        faults.add(new Fault(
                "header of the type",
                "I6",
                replace(record -> heading(record, "ce_type", "io.fairlead.time.event.Planted")),
                otherwise));
        faults.add(new Fault(
                "header of the position", "I6", replace(record -> heading(record, "ce_position", "1")), otherwise));
        faults.add(new Fault("header left out", "I6", replace(record -> heading(record, "ce_time", "")), otherwise));
        var _ = replace(record -> heading(record, "ce_id", "planted"));
        faults.add(new Fault("record of no event", "I6", "event planted is on a topic but not stored"));
        return faults;
    }

    private static byte[] otherEnd(byte[] value) {
        var other = value.clone();
        other[other.length - 1] ^= 1;
        return other;
    }

    private static byte[] otherSchema(byte[] value) {
        return ByteBuffer.wrap(value.clone())
                .putInt(1, ByteBuffer.wrap(value).getInt(1) == 1 ? 2 : 1)
                .array();
    }

    void plant() throws Exception {
        write(now);
    }

    private void write(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        try (var admin = Admin.create(kafka)) {
            var all = new HashMap<TopicPartition, RecordsToDelete>();
            partitions.forEach(partition -> all.put(partition, RecordsToDelete.beforeOffset(-1))); // To the end.
            admin.deleteRecords(all).all().get();
        }
        try (var producer = new KafkaProducer<>(
                with(Map.of("enable.idempotence", true)), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var record : records) {
                producer.send(record);
            }
            producer.flush();
        }
    }

    @Override
    public void close() throws Exception {
        write(before);
    }
}
