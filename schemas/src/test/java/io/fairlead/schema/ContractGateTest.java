package io.fairlead.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.schema.SchemaChange.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractGateTest {

    private static final String INT = "{\"name\":\"a\",\"type\":\"int\"}";
    private static final String TEXT = "{\"name\":\"a\",\"type\":\"string\"}";
    private static final String MORE = INT + ",{\"name\":\"b\",\"type\":\"int\",\"default\":0}";

    @TempDir
    Path history;

    @Test
    void what_stays_readable_passes_and_an_event_that_is_new_is_free() throws IOException {
        release(1, INT);
        release(2, MORE);

        assertThat(findings(AcceptedChanges.none(), event("Happened", MORE), event("New", INT)))
                .isEmpty();
    }

    @Test
    void a_finding_is_told_once_with_the_versions_that_it_hurts() throws IOException {
        release(1, INT);
        release(2, MORE);
        release(3, TEXT);

        var findings = findings(AcceptedChanges.none(), event("Happened", TEXT));

        assertThat(findings.stream().map(SchemaChange::kind)).containsExactly(Kind.TYPE, Kind.FIELD_REMOVED);
        assertThat(findings.getFirst().reason()).endsWith("(released versions 1, 2)");
        assertThat(findings.getLast().reason()).endsWith("(released version 2)");
        assertThat(findings.getLast().pointer()).isEqualTo("/fields/1");
    }

    @Test
    void a_version_that_says_something_else_is_a_finding_of_its_own() throws IOException {
        release(1, decimal(4));
        release(2, decimal(3));

        assertThat(findings(AcceptedChanges.none(), event("Happened", decimal(2))).stream()
                        .map(SchemaChange::reason))
                .containsExactly(
                        "stored events have 4 digits after the point; today's class would read 53.8800 as 5388.00"
                                + " (released version 1)",
                        "stored events have 3 digits after the point; today's class would read 53.880 as 538.80"
                                + " (released version 2)");
    }

    @Test
    void an_event_that_is_gone_or_has_another_name_is_found() throws IOException {
        release(1, INT);
        var renamed = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"n.Occurred\",\"aliases\":[\"n.Happened\"]," + "\"fields\":["
                        + INT + "]}");

        assertThat(findings(AcceptedChanges.none()).getFirst().kind()).isEqualTo(Kind.EVENT_REMOVED);
        assertThat(findings(AcceptedChanges.none(), renamed).stream().map(SchemaChange::kind))
                .containsExactly(Kind.EVENT_RENAMED);
    }

    @Test
    void an_accepted_change_is_no_finding_and_one_that_excuses_nothing_is_one() throws IOException {
        release(1, INT);
        var accepted = AcceptedChanges.parse("""
                [{"event": "n.Happened", "pointer": "/fields/0/type", "kind": "TYPE", "date": "2026-11-29", "reason": "no event"}]
                """);

        assertThat(findings(accepted, event("Happened", TEXT))).isEmpty();
        assertThat(verdict(accepted, event("Happened", TEXT)).accepted()).isEqualTo(accepted.all());
        assertThat(verdict(accepted, event("Happened", INT)).accepted()).isEmpty();
        assertThat(findings(accepted, event("Happened", INT)))
                .containsExactly(new SchemaChange(
                        "n.Happened",
                        "",
                        "/fields/0/type",
                        Kind.EXCEPTION_IDLE,
                        "accepted on 2026-11-29 as TYPE, but nothing of today's contract needs it",
                        "Take the entry out of accepted-changes.json."));
    }

    @Test
    void what_hurts_readers_of_the_last_version_only_is_no_finding_and_is_told() throws IOException {
        release(1, INT);
        release(2, INT.replace("int", "long"));
        var longer = INT.replace("}", ",\"doc\":\"A.\"}").replace("int", "long");
        var digits = decimal(4).replace("19", "9");

        assertThat(verdict(AcceptedChanges.none(), event("Happened", longer)))
                .returns(List.of(), ContractGate.Verdict::findings)
                .extracting(verdict ->
                        verdict.told().stream().map(SchemaChange::kind).toList())
                .isEqualTo(List.of(Kind.DOC));
        release(1, digits);
        release(2, digits);
        assertThat(verdict(AcceptedChanges.none(), event("Happened", decimal(4))))
                .returns(List.of(), ContractGate.Verdict::findings)
                .extracting(verdict ->
                        verdict.told().stream().map(SchemaChange::kind).toList())
                .isEqualTo(List.of(Kind.DIGITS_ADDED));
    }

    private List<SchemaChange> findings(AcceptedChanges accepted, Schema... today) {
        return verdict(accepted, today).findings();
    }

    private ContractGate.Verdict verdict(AcceptedChanges accepted, Schema... today) {
        return ContractGate.verdict(ReleasedContracts.read(history), List.of(today), accepted);
    }

    private void release(int version, String fields) throws IOException {
        var folder = Files.createDirectories(history.resolve("n.Happened"));
        Files.writeString(
                folder.resolve(version + ".avsc"), event("Happened", fields).toString());
    }

    private static Schema event(String name, String fields) {
        return new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"n." + name + "\",\"fields\":[" + fields + "]}");
    }

    private static String decimal(int scale) {
        return "{\"name\":\"a\",\"type\":{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":19,\"scale\":"
                + scale + "}}";
    }
}
