package io.fairlead.gateway.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairlead.schema.RegistryClient;
import io.fairlead.testing.CertificateForTests;
import io.fairlead.testing.KafkaForTests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The publisher at a real broker that encrypts, proves who it is and asks who comes. */
class TopicsOverTlsTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static CertificateForTests server;
    private static CertificateForTests stranger;
    private static KafkaForTests kafka;

    private final RegistryStub stub = new RegistryStub();

    @BeforeAll
    static void start() {
        server = CertificateForTests.made(folder, "server", "127.0.0.1");
        stranger = CertificateForTests.made(folder, "stranger", "127.0.0.1");
        kafka = KafkaForTests.secured(folder.resolve("log"), server);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void events_are_published_and_read_by_whoever_has_certificate_and_login() {
        var connection = new KafkaConnection(kafka.secureServers(), security(server, KafkaForTests.PASSWORD));
        try (var registry = new RegistryClient(stub.url());
                var publisher = publisher(registry, connection)) {
            publisher.start();
            await().atMost(LONG).until(() -> publisher.state().position() == 20);
            assertThat(publisher.waitsFor()).isNull();
        } finally {
            stub.close();
        }
        var census = TopicCensus.of(connection);
        assertThat(census.records()).isEqualTo(20);
        assertThat(census.clean()).isTrue();
    }

    @Test
    void a_broker_with_another_certificate_is_refused_and_told_as_such() {
        assertWaits(security(stranger, KafkaForTests.PASSWORD), "SSL", "ssl.truststore");
    }

    @Test
    void a_wrong_password_is_told_as_such() {
        assertWaits(security(server, "wrong"), "Sasl", "sasl.jaas.config");
    }

    /** Nothing is published, and whoever asks is told why and which setting to look at, but no secret. */
    private void assertWaits(Map<String, String> security, String reason, String remedy) {
        var connection = new KafkaConnection(kafka.secureServers(), security);
        try (var registry = new RegistryClient(stub.url());
                var publisher = publisher(registry, connection)) {
            publisher.start();
            await().atMost(LONG)
                    .until(() -> publisher.waitsFor() != null
                            && Objects.requireNonNull(publisher.waitsFor())
                                    .remedy()
                                    .contains(remedy));
            var wait = Objects.requireNonNull(publisher.waitsFor());
            assertThat(wait.topic()).isEqualTo("all topics");
            assertThat(wait.reason()).contains(reason).doesNotContain(KafkaForTests.PASSWORD, "wrong");
            assertThat(publisher.state().position()).isEqualTo(-1);
        } finally {
            stub.close();
        }
    }

    private static TopicPublisher publisher(RegistryClient registry, KafkaConnection connection) {
        var log = new LogInMemory().filled(20);
        var settings = new PublisherSettings(connection, 2_000, 3, Duration.ofMillis(100), Duration.ofSeconds(1), LONG);
        return new TopicPublisher(log, log, registry, settings);
    }

    private static Map<String, String> security(CertificateForTests trusted, String password) {
        return new HashMap<>(Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + KafkaForTests.USER
                        + "\" password=\"" + password + "\";",
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                trusted.certificate().toString()));
    }
}
