package io.fairlead.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever releases a new event has told readers of topics of it. */
class ToldInChangelogTest {

    private static final String EVENT = """
            namespace n;
            /** %s */
            record %s {
              /** Which. */
              string id;
            }
            """;
    private static final String BEFORE = """
            # Changelog

            ## Unreleased
            - Something else.

            ## 1.0.0
            - The first.
            """;

    @TempDir
    private Path folder;

    private SourceTree checkout;

    @BeforeEach
    void an_event_is_released_before_there_is_a_changelog() throws IOException {
        checkout = SourceTreeForTests.released(folder, Map.of("a.avdl", EVENT.formatted("It ended.", "Ended")));
        Files.createDirectories(changelog().getParent());
        Files.writeString(changelog(), BEFORE);
    }

    private Path changelog() {
        return folder.resolve("src/docs/changelog.md");
    }

    private String told(String... arguments) throws IOException {
        assertThat(SourceTreeForTests.fairlead(checkout, arguments).code()).isZero();
        return Files.readString(changelog());
    }

    @Test
    void a_new_event_stands_on_top_in_the_words_of_its_contract_and_once() throws IOException {
        SourceTreeForTests.write(
                checkout, Map.of("b.avdl", EVENT.formatted("It began; the last beginning counts.", "Begun")));
        var after =
                BEFORE.replace("- Something", "- New event `Begun`: It began; the last beginning counts.\n- Something");

        assertThat(told("schemas", "release")).isEqualTo(after);
        assertThat(told("schemas", "release")).isEqualTo(after);
    }

    @Test
    void a_long_doc_goes_on_below_itself() throws IOException {
        SourceTreeForTests.write(
                checkout, Map.of("b.avdl", EVENT.formatted("word ".repeat(40).strip(), "Begun")));

        assertThat(told("schemas", "release").lines().filter(line -> line.contains("word")))
                .containsExactly(
                        "- New event `Begun`:" + " word".repeat(24),
                        "  " + "word ".repeat(16).strip());
    }

    @Test
    void a_trial_and_a_new_version_of_a_known_event_tell_nothing() throws IOException {
        SourceTreeForTests.write(checkout, Map.of("a.avdl", EVENT.formatted("It ended at last.", "Ended")));
        assertThat(told("schemas", "release")).isEqualTo(BEFORE);

        SourceTreeForTests.write(checkout, Map.of("b.avdl", EVENT.formatted("It began.", "Begun")));
        assertThat(told("schemas", "release", "--dry-run")).isEqualTo(BEFORE);
    }
}
