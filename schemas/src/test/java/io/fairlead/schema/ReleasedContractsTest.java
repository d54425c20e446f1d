package io.fairlead.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasedContractsTest {

    @TempDir
    Path history;

    @Test
    void versions_are_read_in_their_order() throws IOException {
        for (int version = 1; version <= 11; version++) {
            write("n.E", version + ".avsc", record("n.E", "f" + version));
        }
        write("n.B", "1.avsc", record("n.B", "x"));
        Files.writeString(history.resolve("README.md"), "what this is");
        Files.writeString(history.resolve("n.B/.gitattributes"), "");

        var released = ReleasedContracts.read(history);

        assertThat(released.events()).containsExactly("n.B", "n.E");
        assertThat(released.versionsOf("n.E").stream()
                        .map(schema -> schema.getFields().getFirst().name()))
                .containsExactly("f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11");
        assertThat(released.latestOf("n.E")).isEqualTo(new Schema.Parser().parse(record("n.E", "f11")));
        assertThat(released.versionsOf("n.Unknown")).isEmpty();
        assertThat(released.latestOf("n.Unknown")).isNull();
    }

    @Test
    void an_empty_history_has_no_events_and_a_missing_one_is_told() {
        assertThat(ReleasedContracts.read(history).events()).isEmpty();
        assertRefused(history.resolve("none"), "none is no folder");
    }

    @Test
    void a_gap_is_told() throws IOException {
        write("n.E", "1.avsc", record("n.E", "x"));
        write("n.E", "3.avsc", record("n.E", "x"));

        assertRefused(history, "n.E/3.avsc has no version 2 before it");
    }

    @Test
    void a_history_that_does_not_begin_with_1_is_told() throws IOException {
        write("n.E", "2.avsc", record("n.E", "x"));

        assertRefused(history, "n.E/2.avsc has no version 1 before it");
    }

    @Test
    void what_is_no_schema_no_record_or_another_record_is_told() throws IOException {
        write("n.E", "1.avsc", "{\"type\":");
        assertRefused(history, "n.E/1.avsc is no Avro schema");
        write("n.E", "1.avsc", "\"int\"");
        assertRefused(history, "n.E/1.avsc holds int");
        write("n.E", "1.avsc", record("n.F", "x"));
        assertRefused(history, "n.E/1.avsc holds n.F");
    }

    @Test
    void a_file_that_is_no_version_and_a_folder_without_one_are_told() throws IOException {
        write("n.E", "1.avsc", record("n.E", "x"));
        write("n.E", "01.avsc", record("n.E", "x"));
        assertRefused(history, "n.E/01.avsc is no released version");
        Files.delete(history.resolve("n.E/01.avsc"));
        Files.createDirectory(history.resolve("n.F"));
        assertRefused(history, "n.F holds no version");
    }

    private static void assertRefused(Path folder, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReleasedContracts.read(folder))
                .withMessageContaining(message);
    }

    private void write(String event, String file, String text) throws IOException {
        Files.createDirectories(history.resolve(event));
        Files.writeString(history.resolve(event).resolve(file), text);
    }

    private static String record(String name, String field) {
        return "{\"type\":\"record\",\"name\":\"" + name + "\",\"fields\":[{\"name\":\"" + field
                + "\",\"type\":\"int\"}]}";
    }
}
