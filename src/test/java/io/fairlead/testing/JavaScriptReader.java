package io.fairlead.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads all topics with stock JavaScript clients, as a downstream consumer would. */
public final class JavaScriptReader {

    private static final Path SOURCES = Path.of("test", "js");
    private static final Path INSTALLED = Path.of("target", "js");

    /** What it read: {@code {"records":n,"distinct":n,"types":{...}}}. */
    public static JsonNode read(String bootstrapServers, String registryUrl) throws IOException, InterruptedException {
        return read(List.of(bootstrapServers, registryUrl));
    }

    /** The same from a broker that asks for a login. */
    public static JsonNode readAs(String user, Path passwordFile, String bootstrapServers, String registryUrl)
            throws IOException, InterruptedException {
        return read(List.of(bootstrapServers, registryUrl, user, passwordFile.toString()));
    }

    private static JsonNode read(List<String> arguments) throws IOException, InterruptedException {
        install();
        return JsonMapper.builder()
                .build()
                .readTree(run(
                        INSTALLED,
                        Stream.concat(Stream.of("node", "read-topics.js"), arguments.stream())
                                .toList()));
    }

    /** Skips the test without Node, or fails it when Node is demanded. */
    public static void requireNode() throws InterruptedException {
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
            var _ = run(
                    INSTALLED, List.of("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"));
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

    private JavaScriptReader() {}
}
