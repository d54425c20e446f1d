package io.fairlead.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was released stays as it was released; each way to meddle with it is planted once. */
class ReleasedFilesTest {

    private static final String EVENT = """
            namespace n;
            /** It. */
            record %s {
              /** Which. */
              string id;
            }
            """;
    private static final String HISTORY = "schemas/src/test/resources/history/";

    @TempDir
    private Path folder;

    private SourceTree checkout;

    @BeforeEach
    void two_events_are_released_one_of_them_twice() {
        var texts = new TreeMap<>(Map.of("a.avdl", EVENT.formatted("Ended"), "b.avdl", EVENT.formatted("Begun")));
        checkout = SourceTreeForTests.released(folder, texts);
        SourceTreeForTests.write(
                checkout, Map.of("a.avdl", EVENT.formatted("Ended").replace("Which", "Which one")));
        Release.write(checkout, Release.of(checkout, checkout.worktree()));
    }

    @Test
    void a_release_lists_what_it_wrote_sorted_by_path() throws IOException {
        assertThat(Files.readString(list())).matches("""
                [0-9a-f]{64}  n.Begun/1.avsc
                [0-9a-f]{64}  n.Ended/1.avsc
                [0-9a-f]{64}  n.Ended/2.avsc
                """);
        var before = Files.readString(list());
        assertThat(Release.of(checkout, checkout.worktree())).isEmpty();
        Release.write(checkout, Release.of(checkout, checkout.worktree()));
        assertThat(Files.readString(list())).isEqualTo(before);
        assertThat(SourceTreeForTests.fairlead(checkout, "schemas", "check").code())
                .isZero();
    }

    @Test
    void a_changed_version_is_red() throws IOException {
        var file = checkout.history().resolve("n.Ended/1.avsc");
        Files.writeString(file, Files.readString(file).replace("Which", "Whose"));
        assertRed(
                "FILE_CHANGED",
                "n.Ended/1.avsc has another SHA-256",
                "git checkout HEAD -- " + HISTORY + "n.Ended/1.avsc " + HISTORY + "released.sha256");
    }

    @ParameterizedTest
    @CsvSource({"n.Ended/1.avsc", "n.Ended/2.avsc"})
    void a_deleted_version_is_red(String path) throws IOException {
        Files.delete(checkout.history().resolve(path));
        assertRed("FILE_MISSING", path + " was released and is gone", "git checkout HEAD -- " + HISTORY + path);
    }

    @Test
    void a_deleted_folder_is_red() throws IOException {
        Files.delete(checkout.history().resolve("n.Begun/1.avsc"));
        Files.delete(checkout.history().resolve("n.Begun"));
        assertRed("FILE_MISSING", "n.Begun/1.avsc was released and is gone", "git checkout HEAD -- " + HISTORY);
    }

    @ParameterizedTest
    @CsvSource({"n.Ended/3.avsc", "n.New/1.avsc", "n.Ended/notes.txt"})
    void a_version_that_was_added_by_hand_is_red(String path) throws IOException {
        var file = checkout.history().resolve(path);
        Files.createDirectories(file.getParent());
        Files.copy(checkout.history().resolve("n.Ended/1.avsc"), file);
        assertRed("FILE_ADDED", path + " is not in released.sha256", "./fairlead schemas release writes versions");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            .{8}(.{56}  n.Begun)        | 00000000$1    | FILE_CHANGED | n.Begun/1.avsc
            .{64}  n.Begun/1.avsc.      | ''            | FILE_ADDED   | n.Begun/1.avsc
            n.Begun/1.avsc              | n.Zero/1.avsc | LIST_EDITED  | n.Ended/1.avsc
            n.Begun/1.avsc              | one           | LIST_EDITED  | one
            n.Ended/2.avsc              | n.Ended/1.avsc| LIST_EDITED  | n.Ended/1.avsc
            """)
    void a_list_that_was_edited_is_red(String from, String to, String kind, String named) throws IOException {
        var text = Files.readString(list());
        var edited = text.replaceFirst("(?s)" + from, to);
        assertThat(edited).isNotEqualTo(text);
        Files.writeString(list(), edited);
        assertRed(kind, named, "git checkout HEAD -- " + HISTORY);
    }

    @Test
    void a_list_that_names_a_file_too_many_or_is_gone_is_red() throws IOException {
        Files.writeString(list(), Files.readString(list()) + "0".repeat(64) + "  n.Zero/1.avsc\n");
        assertRed("FILE_MISSING", "n.Zero/1.avsc was released and is gone", "git checkout HEAD -- ");
        Files.delete(list());
        assertRed("LIST_EDITED", "released.sha256 is missing", HISTORY + "released.sha256");
    }

    @Test
    void a_release_is_refused_and_mends_nothing_over_a_history_that_was_meddled_with() throws IOException {
        Files.delete(checkout.history().resolve("n.Ended/2.avsc"));
        var before = Files.readString(list());
        var refused = SourceTreeForTests.fairlead(checkout, "schemas", "release");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("n.Ended/2.avsc was released and is gone");
        assertThat(checkout.history().resolve("n.Ended/2.avsc")).doesNotExist();
        assertThat(Files.readString(list())).isEqualTo(before);
    }

    private void assertRed(String kind, String reason, String remedy) {
        var report = GateReport.of(checkout);
        assertThat(report.isOpen()).isFalse();
        assertThat(report.findings()).hasSize(1);
        assertThat(report.findings().getFirst().kind()).isEqualTo(kind);
        var red = SourceTreeForTests.fairlead(checkout, "schemas", "check");
        assertThat(red.code()).isEqualTo(1);
        assertThat(red.out())
                .contains("Released versions that are not as they were released: 1")
                .contains("history", kind, reason, remedy);
    }

    private Path list() {
        return checkout.history().resolve("released.sha256");
    }
}
