package io.fairlead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Jars of the same sources are the same: nothing in them tells when they were built. The whole proof is
 * {@code test --reproducible}.
 */
class ReproducibleJarTest {

    private static final Pattern TIME =
            Pattern.compile("<project.build.outputTimestamp>([^<]+)</project.build.outputTimestamp>");

    @Test
    void entries_of_our_jars_have_the_one_time_that_the_pom_gives() throws IOException {
        var found = TIME.matcher(Files.readString(Sources.ROOT.resolve("pom.xml")));
        assertThat(found.find()).as("a time in the pom").isTrue();
        var time = LocalDateTime.ofInstant(Instant.parse(found.group(1)), ZoneOffset.UTC);

        for (var jar : jars()) {
            try (var read = new JarFile(jar.toFile())) {
                assertThat(read.stream())
                        .as("%s is older than its pom, or tells when it was built", jar)
                        .allSatisfy(entry -> assertThat(entry.getTimeLocal())
                                .as(entry.getName())
                                .isEqualTo(time));
            }
        }
    }

    /** Those that the build has made by now; this module's come after its tests. */
    private static List<Path> jars() throws IOException {
        var jars = Stream.<Path>builder();
        for (var module : List.of("schemas", "domain", "projections", "gateways", "src")) {
            var target = Sources.ROOT.resolve(module).resolve("target");
            if (Files.isDirectory(target)) {
                try (var files = Files.newDirectoryStream(target, "*.jar")) {
                    files.forEach(jars::add);
                }
            }
        }
        return jars.build().toList();
    }
}
