package io.fairlead.gateway.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairlead.schema.RegistryClient;
import io.fairlead.testing.JavaScriptReader;
import io.fairlead.testing.KafkaForTests;
import io.fairlead.testing.RegistryForTests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stock JavaScript clients read our topics and talk to our registry. Skipped without Node, unless Node is demanded. */
class JavaScriptReaderTest {

    private static final int EVENTS = 1_000;

    @TempDir
    Path folder;

    @Test
    void kafkajs_with_its_registry_client_decodes_every_event() throws Exception {
        JavaScriptReader.requireNode();
        try (var kafka = KafkaForTests.started(folder);
                var registry = RegistryForTests.started(_ -> List.of(LogInMemory.SCHEMA));
                var client = new RegistryClient(registry.url())) {
            var log = new LogInMemory().filled(EVENTS);
            var settings = PublisherSettings.of(kafka.connection());
            try (var publisher = new TopicPublisher(log, log, client, settings)) {
                publisher.start();
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> publisher.state().position() == EVENTS);
            }
            var told = JavaScriptReader.read(
                    kafka.bootstrapServers(), registry.url().toString());
            assertThat(told.path("records").asInt()).isEqualTo(EVENTS);
            assertThat(told.path("distinct").asInt()).isEqualTo(EVENTS);
            assertThat(told.path("types").path(LogInMemory.TYPE).asInt()).isEqualTo(EVENTS);
        }
    }
}
