package io.fairlead.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testing.CommandLineRun;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of the sample firm of 400 entries are those that are kept, also when each of its requests goes through a client that
 * is generated from the description of the API.
 */
class DemoByGeneratedClientTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path data;

    @TempDir
    static Path files;

    @Test
    void a_generated_client_plays_the_demo_to_the_figures_that_are_kept() throws Exception {
        var up = CommandLineRun.of(data, "up", "--detach", "--json");
        assertThat(up.exitCode()).as(up.errors()).isZero();
        var application = JSON.readTree(up.output()).path("url").asString();
        try (var door = new GeneratedDoor(application, files)) {
            var demo = CommandLineRun.of(
                    data, Map.of("FAIRLEAD_URL", door.address()), "demo", "--once", "--json", "--entries", "400");

            assertThat(door.notPassed()).isEmpty();
            assertThat(demo.exitCode()).as(demo.output() + demo.errors()).isZero();
            System.out.println("The demo called " + door.used().size() + " operations of the generated client");
            assertThat(door.used()).hasSizeGreaterThan(60);
            var document = JSON.readTree(demo.output());
            assertThat(DemoFigures400.of(document)).isEqualTo(DemoFigures400.kept(document));
        } finally {
            assertThat(CommandLineRun.of(data, "down").exitCode()).isZero();
        }
    }
}
