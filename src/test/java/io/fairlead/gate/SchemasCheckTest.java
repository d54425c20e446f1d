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

/** What the check says of a small checkout. */
class SchemasCheckTest {

    private static final String THING = """
            namespace io.fairlead.thing.event;
            /** Something happened. */
            record ThingDone {
              /** Stream key. */
              string thingId;
              /** What it cost. */
              decimal(19,4) amount;
              /** How many. */
              int @range("[0,9]") count;
              /** Of which kind. */
              string @codes({"open": false, "values": ["A"]}) kind;
            }
            """;

    @TempDir
    private Path folder;

    private SourceTree small;

    @BeforeEach
    void one_event_is_released() {
        small = SourceTreeForTests.released(folder, new TreeMap<>(Map.of("thing.avdl", THING)));
    }

    @Test
    void check_of_what_was_released_ends_with_0() {
        var green = SourceTreeForTests.fairlead(small, "schemas", "check");
        assertThat(green.err()).isEmpty();
        assertThat(green.code()).isZero();
        assertThat(green.out()).contains("Events that can be read as they were released: 1");
        assertThat(SourceTreeForTests.fairlead(small, "schemas", "check", "--json")
                        .out())
                .isEqualToNormalizingNewlines("{\"events\":1,\"findings\":[],\"accepted\":[],\"told\":[],"
                        + "\"descriptions\":0,\"open\":true}\n");
    }

    @Test
    void check_of_what_breaks_ends_with_1_and_says_what_the_build_says() {
        write(THING.replace("(19,4)", "(19,2)"));
        var red = SourceTreeForTests.fairlead(small, "schemas", "check");
        assertThat(red.code()).isEqualTo(1);
        assertThat(red.out())
                .isEqualTo(GateReport.of(small).table().asText())
                .contains("io.fairlead.thing.event.ThingDone", "/fields/1/type", "DECIMAL", "nobody");
        assertThat(SourceTreeForTests.fairlead(small, "schemas", "check", "--json")
                        .out())
                .contains("\"path\":\"amount\"", "\"breaking\":true", "\"readBy\":[]", "\"open\":false");
        assertThat(SourceTreeForTests.fairlead(small, "schemas", "check", "--csv")
                        .out())
                .startsWith("verdict,event,path,pointer,kind,reason,remedy,read by");
    }

    @Test
    void check_tells_what_was_accepted_and_ends_with_0() throws Exception {
        write(THING.replace("(19,4)", "(19,2)"));
        accept("/fields/1/type", "DECIMAL");
        var green = SourceTreeForTests.fairlead(small, "schemas", "check");
        assertThat(green.code()).isZero();
        assertThat(green.out())
                .contains(
                        "Events that can be read as they were released: 1, 1 accepted: ThingDone DECIMAL /fields/1/type")
                .containsPattern(
                        "accepted +io.fairlead.thing.event.ThingDone .* accepted on 2026-11-29: nothing stored");
        assertThat(SourceTreeForTests.fairlead(small, "schemas", "check", "--json")
                        .out())
                .contains(
                        "\"accepted\":[{\"event\"", "\"date\":\"2026-11-29\"", "\"kind\":\"DECIMAL\"", "\"open\":true");
    }

    @Test
    void an_accepted_change_that_excuses_nothing_is_red_under_a_header_of_its_own() throws Exception {
        accept("/fields/1/type", "DECIMAL");
        var red = SourceTreeForTests.fairlead(small, "schemas", "check");
        assertThat(red.code()).isEqualTo(1);
        assertThat(red.out())
                .contains("Accepted changes that excuse nothing: 1. Take them out of accepted-changes.json")
                .containsPattern("idle +io.fairlead.thing.event.ThingDone .*/fields/1/type +EXCEPTION_IDLE")
                .doesNotContain("Changes that break");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            string thingId                | string @aliases(["thingId"]) id | RENAMED_BY_ALIAS
            int @range("[0,9]") count     | int @range("[0,99]") count      | RANGE_WIDER
            int @range("[0,9]") count     | long @range("[0,9]") count      | PROMOTED
            string @codes({"open": false, "values": ["A"]}) kind | string @codes({"open": false, "values": ["A", "B"]}) kind | CODES_ADDED
            decimal(19,4) amount          | decimal(21,4) amount            | DIGITS_ADDED
            decimal(19,4) amount          | decimal(19,4)? amount           | NULLABLE_ADDED
            """)
    void check_tells_what_readers_of_the_last_release_have_to_be_told(String from, String to, String kind) {
        assertThat(THING).contains(from);
        write(THING.replace(from, to).replace("What it cost", "What it was worth"));
        var green = SourceTreeForTests.fairlead(small, "schemas", "check");
        assertThat(green.code()).as(green.out()).isZero();
        assertThat(green.out())
                .contains("Changes that readers of the last release have to be told before: 1")
                .contains("Descriptions changed: 1; read them: ./fairlead schemas diff")
                .containsPattern("tell +io.fairlead.thing.event.ThingDone .*" + kind);
        assertThat(SourceTreeForTests.fairlead(small, "schemas", "check", "--json")
                        .out())
                .contains("\"descriptions\":1", "\"told\":[{", "\"kind\":\"" + kind + "\"");
        var _ = SourceTreeForTests.fairlead(small, "schemas", "release");
        assertThat(SourceTreeForTests.fairlead(small, "schemas", "check").out())
                .as("told until it is released")
                .doesNotContain("told before", "Descriptions");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            string thingId;               | strin thingId;
            string thingId;               | string thingId
            string thingId;               | string thingId = 3;
            record ThingDone {            | record ThingDone { string amount;
            decimal(19,4) amount          | decimal(3,4) amount
            """)
    void a_fault_of_a_text_names_its_file_and_no_class_of_avro(String from, String to) {
        write(THING.replace(from, to));
        var failed = SourceTreeForTests.fairlead(small, "schemas", "check");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err())
                .contains("thing.avdl is no Avro IDL")
                .doesNotContain("org.apache", "java.", "Exception", "memory:");
    }

    @Test
    void a_text_that_is_no_contract_is_named_with_line_and_column() {
        write(THING.replace("record ThingDone {", "record ThingDone ["));
        var failed = SourceTreeForTests.fairlead(small, "schemas", "check");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err()).contains("thing.avdl", "line 3");
    }

    private void accept(String pointer, String kind) throws IOException {
        Files.writeString(
                folder.resolve("schemas/src/main/resources/io/fairlead/schema/accepted-changes.json"),
                """
                [{"event": "io.fairlead.thing.event.ThingDone", "pointer": "%s", "kind": "%s", "date": "2026-11-29",
                "reason": "nothing stored"}]""".formatted(pointer, kind));
    }

    private void write(String text) {
        SourceTreeForTests.write(small, Map.of("thing.avdl", text));
    }
}
