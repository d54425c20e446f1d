package io.fairlead.gateway.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairlead.schema.RegistryClient;
import io.fairlead.testing.KafkaForTests;
import io.fairlead.testing.RegistryForTests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Stock JavaScript clients read our topics and talk to our registry. Skipped without Node, unless Node is demanded. */
class JavaScriptReaderTest {

    private static final Path SOURCES = Path.of("test", "js");
    private static final Path INSTALLED = Path.of("target", "js");
    private static final int EVENTS = 1_000;

    @TempDir
    Path folder;

    @Test
    void kafkajs_with_its_registry_client_decodes_every_event() throws Exception {
        requireNode();
        install();
        try (var kafka = KafkaForTests.started(folder);
                var registry = RegistryForTests.started();
                var client = new RegistryClient(registry.url())) {
            var log = new LogInMemory().filled(EVENTS);
            var settings = PublisherSettings.of(kafka.bootstrapServers());
            try (var publisher = new TopicPublisher(log, log, client, settings)) {
                publisher.start();
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> publisher.state().position() == EVENTS);
            }
            var printed = run(
                    INSTALLED,
                    List.of(
                            "node",
                            "read-topics.js",
                            kafka.bootstrapServers(),
                            registry.url().toString()));

            var told = JsonMapper.builder().build().readTree(printed);
            assertThat(told.path("records").asInt()).isEqualTo(EVENTS);
            assertThat(told.path("distinct").asInt()).isEqualTo(EVENTS);
            assertThat(told.path("types").path(LogInMemory.TYPE).asInt()).isEqualTo(EVENTS);
        }
    }

    private static void requireNode() throws InterruptedException {
        boolean there;
        try {
            there = new ProcessBuilder("node", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            there = false;
        }
        if ("true".equals(System.getenv("FAIRLEAD_DEMAND_NODE"))) {
            assertThat(there)
                    .as("FAIRLEAD_DEMAND_NODE is true: node must be on the PATH")
                    .isTrue();
        }
        Assumptions.assumeTrue(there, "node is not on the PATH: install Node.js 18 or later to run this test");
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        var lock = INSTALLED.resolve("node_modules").resolve("installed-lock.json");
        var wanted = SOURCES.resolve("package-lock.json");
        for (var name : List.of("package.json", "package-lock.json", "read-topics.js")) {
            Files.copy(SOURCES.resolve(name), INSTALLED.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(lock) || Files.mismatch(lock, wanted) >= 0) {
            run(INSTALLED, List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"));
            Files.copy(wanted, lock, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        var errors = Files.createTempFile("fairlead-js", ".txt");
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(errors.toFile())
                    .start();
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean ended = process.waitFor(2, TimeUnit.MINUTES);
            process.destroyForcibly();
            assertThat(ended && process.exitValue() == 0)
                    .as("%s: %s%s", command, printed, Files.readString(errors))
                    .isTrue();
            return printed;
        } finally {
            Files.delete(errors);
        }
    }
}
