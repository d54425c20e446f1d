package io.fairlead.gateway.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testing.KafkaForTests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicCensusTest {

    @TempDir
    Path folder;

    @Test
    void doubled_missing_and_uncommitted_records_are_told_apart() throws Exception {
        try (var kafka = KafkaForTests.started(folder)) {
            assertThat(TopicCensus.of(kafka.connection()).records()).isZero();
            Map<String, Object> config = Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    kafka.bootstrapServers(),
                    ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                    "planted");
            try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) kafka.bootstrapServers()));
                    var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
                admin.createTopics(List.of(topic("fairlead.deal.v1"), topic("fairlead.publisher-progress")))
                        .all()
                        .get();
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(record("fairlead.deal.v1", "a", "deal:1", 0));
                producer.send(record("fairlead.deal.v1", "b", "deal:1", 1));
                producer.send(record("fairlead.publisher-progress", "p", "p", 0));
                producer.commitTransaction();
                assertThat(TopicCensus.of(kafka.connection()))
                        .satisfies(clean -> assertThat(clean.clean()).isTrue())
                        .satisfies(clean -> assertThat(clean.records()).isEqualTo(2));

                producer.beginTransaction();
                producer.send(record("fairlead.deal.v1", "never", "deal:1", 2));
                producer.flush();
                producer.abortTransaction();
                producer.beginTransaction();
                producer.send(record("fairlead.deal.v1", "b", "deal:1", 1));
                producer.send(record("fairlead.deal.v1", "d", "deal:1", 3));
                producer.commitTransaction();
            }
            var census = TopicCensus.of(kafka.connection());
            assertThat(census.clean()).isFalse();
            assertThat(census.records()).isEqualTo(4);
            assertThat(census.distinctEvents()).isEqualTo(3);
            assertThat(census.outOfOrder()).isEqualTo(2);
            assertThat(census.examples())
                    .anyMatch(example -> example.startsWith("event b stands twice"))
                    .anyMatch(example -> example.startsWith("key deal:1: sequence '3' where 2 was due"));
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, 1, (short) 1);
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String id, String key, long sequence) {
        List<Header> headers = List.of(
                new RecordHeader("ce_id", bytes(id)), new RecordHeader("ce_sequence", bytes(Long.toString(sequence))));
        return new ProducerRecord<>(topic, 0, bytes(key), new byte[0], headers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
