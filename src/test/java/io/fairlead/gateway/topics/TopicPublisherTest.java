package io.fairlead.gateway.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairlead.gateway.topics.PublisherState.Phase;
import io.fairlead.schema.RegistryClient;
import io.fairlead.schema.WireFormat;
import io.fairlead.testing.KafkaForTests;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicPublisherTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final RegistryStub stub = new RegistryStub();
    private final RegistryClient registry = new RegistryClient(stub.url());
    private final List<TopicPublisher> publishers = new ArrayList<>();
    private KafkaForTests kafka;

    @BeforeEach
    void prepare() {
        kafka = KafkaForTests.stopped(folder);
    }

    @AfterEach
    void close() {
        publishers.forEach(TopicPublisher::close);
        kafka.close();
        registry.close();
        stub.close();
    }

    @Test
    void every_event_stands_once_in_order_with_its_headers() {
        kafka.start();
        var log = new LogInMemory().filled(5_000);
        publishedBy(publisher(log), 5_000);
        var first = log.after(0, 1).getFirst();

        var census = TopicCensus.of(kafka.connection());
        assertThat(census.records()).isEqualTo(5_000);
        assertThat(census.clean()).as(census.examples().toString()).isTrue();
        assertThat(census.perTopic()).containsOnlyKeys("fairlead.deal.v1", "fairlead.time-entry.v1");
        var record = recordsOf("fairlead.deal.v1").stream()
                .filter(one -> "1".equals(headers(one).get("ce_position")))
                .findFirst()
                .orElseThrow();
        assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("deal:0");
        assertThat(WireFormat.decode(record.value()).schemaId()).isEqualTo(11);
        assertThat(WireFormat.decode(record.value()).payload()).isEqualTo(first.payload());
        assertThat(headers(record))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", first.eventId()),
                        Map.entry("ce_type", LogInMemory.TYPE),
                        Map.entry("ce_source", "/fairlead"),
                        Map.entry("ce_subject", "deal:0"),
                        Map.entry("ce_time", "2026-03-01T08:00:00.124456Z"),
                        Map.entry("ce_sequence", "0"),
                        Map.entry("ce_position", "1"),
                        Map.entry("ce_correlationid", "c-1"),
                        Map.entry("ce_causationid", "k-1"),
                        Map.entry("content-type", "application/avro")));
        assertThat(stub.paths)
                .contains("/subjects/fairlead.deal.v1-io.fairlead.test.event.Noted/versions")
                .hasSize(2);
    }

    @Test
    void a_process_killed_again_and_again_publishes_each_event_once() throws IOException {
        kafka.start();
        int events = 10_000;
        for (int batches : new int[] {1, 4}) {
            killAfter(batches, events);
        }
        publishedBy(publisher(new LogInMemory().filled(events)), events);

        var census = TopicCensus.of(kafka.connection());
        assertThat(census.records()).isEqualTo(events);
        assertThat(census.clean()).as(census.examples().toString()).isTrue();
    }

    @Test
    void a_second_publisher_fences_the_first_and_goes_on_where_it_was() {
        kafka.start();
        var log = new LogInMemory().filled(1_000);
        var first = publisher(log);
        publishedBy(first, 1_000);
        var second = publisher(log);
        publishedBy(second, 1_000);
        log.filled(1_000);
        publishedBy(second, 2_000);

        await().atMost(LONG).until(() -> first.state().phase() == Phase.FENCED);
        assertThat(second.state().phase()).isEqualTo(Phase.PUBLISHING);
        var census = TopicCensus.of(kafka.connection());
        assertThat(census.records()).isEqualTo(2_000);
        assertThat(census.clean()).as(census.examples().toString()).isTrue();
    }

    @Test
    void kafka_away_at_start_and_later_only_delays() {
        var log = new LogInMemory().filled(300);
        var publisher = publisher(log);
        await().atMost(LONG).until(() -> publisher.state().phase() == Phase.RETRYING);
        assertThat(publisher.state().lastError())
                .isEqualTo("nobody listens at %s, which FAIRLEAD_KAFKA names"
                        .formatted(kafka.connection().bootstrapServers()));
        assertThat(publisher.state().lag()).isEqualTo(300);
        assertThat(Objects.requireNonNull(publisher.waitsFor()).topic()).isEqualTo("all topics");
        kafka.start();
        await().atMost(LONG).until(() -> publisher.state().position() == 300);

        kafka.stop();
        log.filled(300);
        kafka.start();
        await().atMost(LONG).until(() -> publisher.state().position() == 600);
        assertThat(publisher.waitsFor()).isNull();
        assertThat(publisher.state().lag()).isZero();
        var census = TopicCensus.of(kafka.connection());
        assertThat(census.records()).isEqualTo(600);
        assertThat(census.clean()).as(census.examples().toString()).isTrue();
    }

    @Test
    void a_rejected_event_stops_the_publisher_and_is_not_skipped() {
        kafka.start();
        var log = new LogInMemory().filled(10);
        var publisher = publisher(log);
        publishedBy(publisher, 10);
        var tooLarge = log.append("deal:0", new byte[2_000_000]);
        log.append("deal:0", LogInMemory.payload("after it"));

        await().atMost(LONG).until(() -> publisher.state().phase() == Phase.STOPPED);
        assertThat(publisher.state().lastError()).contains(tooLarge.eventId(), "position 11", "was rejected");
        assertThat(Objects.requireNonNull(publisher.waitsFor()).topic()).isEqualTo("fairlead.deal.v1");
        assertThat(Objects.requireNonNull(publisher.waitsFor()).remedy()).contains("start the application process");
        publisher.close();
        assertThat(publisher.waitsFor()).isNull();
        assertThat(publisher.state().position()).isEqualTo(10);
        assertThat(publisher.state().lag()).isEqualTo(2);
        assertThat(TopicCensus.of(kafka.connection()).records()).isEqualTo(10);
    }

    @Test
    void a_registry_that_refuses_or_is_away_only_delays_and_is_told() {
        kafka.start();
        stub.status = 503;
        var log = new LogInMemory().filled(20);
        var waiting = publisher(log);
        await().atMost(LONG).until(() -> waiting.state().phase() == Phase.RETRYING);
        for (int refusal : new int[] {409, 422, 403}) {
            stub.status = refusal;
            await().atMost(LONG)
                    .until(() -> String.valueOf(waiting.state().lastError()).contains("answered " + refusal));
            assertThat(waiting.state().lastError()).contains("incompatible", LogInMemory.TYPE, "position 1");
            assertThat(waiting.state().phase()).isEqualTo(Phase.RETRYING);
            var wait = Objects.requireNonNull(waiting.waitsFor());
            assertThat(wait.topic()).isEqualTo("fairlead.deal.v1");
            assertThat(wait.reason()).contains("answered " + refusal, "position 1");
            assertThat(wait.remedy()).contains("the registry", "by itself");
            assertThat(waiting.state().lag()).isEqualTo(20);
        }
        stub.status = 200;
        publishedBy(waiting, 20);
        assertThat(waiting.state().lag()).isZero();
        assertThat(waiting.waitsFor()).isNull();
        assertThat(TopicCensus.of(kafka.connection()).clean()).isTrue();
    }

    @Test
    void topics_that_do_not_fit_the_log_are_refused() throws Exception {
        kafka.start();
        var log = new LogInMemory().filled(100);
        var first = publisher(log);
        publishedBy(first, 100);
        first.close();

        assertThat(stopOf(publisher(new LogInMemory()))).contains("topics are ahead of the log", "up to position 100");
        assertThat(stopOf(publisher(new LogInMemory().filled(99)))).contains("the log ends at 99");
        var other = new LogInMemory().filled(100);
        var elsewhere = new Elsewhere(other);
        var publisher = new TopicPublisher(elsewhere, other, registry, settings());
        publishers.add(publisher);
        publisher.start();
        assertThat(stopOf(publisher)).contains("different stories", "position 100");

        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) kafka.bootstrapServers()))) {
            admin.deleteTopics(List.of(PublisherProgress.TOPIC)).all().get();
        }
        assertThat(stopOf(publisher(log))).contains("holds no progress");
        assertThat(TopicCensus.of(kafka.connection()).records()).isEqualTo(100);
    }

    private PublisherSettings settings() {
        return new PublisherSettings(kafka.connection(), 2_000, 3, Duration.ofMillis(100), Duration.ofSeconds(1), LONG);
    }

    private TopicPublisher publisher(LogInMemory log) {
        var publisher = new TopicPublisher(log, log, registry, settings());
        publishers.add(publisher);
        publisher.start();
        return publisher;
    }

    private static void publishedBy(TopicPublisher publisher, long position) {
        await().atMost(LONG)
                .alias("position " + position)
                .until(() -> publisher.state().phase() == Phase.PUBLISHING
                        && publisher.state().position() == position);
    }

    private static String stopOf(TopicPublisher publisher) {
        await().atMost(LONG).until(() -> publisher.state().phase() == Phase.STOPPED);
        return String.valueOf(publisher.state().lastError());
    }

    private void killAfter(int batches, int events) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        var process = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        classPath,
                        PublisherToKill.class.getName(),
                        kafka.bootstrapServers(),
                        stub.url().toString(),
                        Integer.toString(events))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int seen = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches("\\d+") && ++seen > batches) {
                    break;
                }
            }
            assertThat(seen).as("batches begun before the kill").isGreaterThan(batches);
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> recordsOf(String topic) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var committed = new CommittedRecords(kafka.connection())) {
            committed.read(List.of(topic), records::add);
        }
        return records;
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        var headers = new TreeMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
