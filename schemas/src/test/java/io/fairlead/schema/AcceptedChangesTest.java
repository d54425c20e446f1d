package io.fairlead.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fairlead.schema.SchemaChange.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedChangesTest {

    private static final String ENTRY = """
            {"event": "n.E", "pointer": "/fields/1", "kind": "FIELD_REMOVED", "date": "2026-11-29", "reason": "never written"}""";

    @Test
    void an_exception_excuses_its_event_place_and_kind_and_nothing_else() {
        var accepted = AcceptedChanges.parse("[" + ENTRY + "]");

        assertThat(accepted.all())
                .containsExactly(new AcceptedChange(
                        "n.E", "/fields/1", Kind.FIELD_REMOVED, LocalDate.parse("2026-11-29"), "never written"));
        assertThat(accepted.accepts(change("n.E", "/fields/1", Kind.FIELD_REMOVED)))
                .isTrue();
        assertThat(accepted.accepts(change("n.F", "/fields/1", Kind.FIELD_REMOVED)))
                .isFalse();
        assertThat(accepted.accepts(change("n.E", "/fields/10", Kind.FIELD_REMOVED)))
                .isFalse();
        assertThat(accepted.accepts(change("n.E", "/fields/1", Kind.TYPE))).isFalse();
        assertThat(AcceptedChanges.none().accepts(change("n.E", "/fields/1", Kind.FIELD_REMOVED)))
                .isFalse();
    }

    @Test
    void an_exception_that_excuses_nothing_is_idle() {
        var accepted = AcceptedChanges.parse("[" + ENTRY + "]");

        assertThat(accepted.idle(List.of())).hasSize(1);
        assertThat(accepted.idle(List.of(change("n.E", "/fields/1", Kind.FIELD_REMOVED))))
                .isEmpty();
    }

    @Test
    void those_of_the_build_are_read() {
        assertThat(AcceptedChanges.bundled().all())
                .allMatch(accepted -> accepted.kind().isBreaking());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"event\": \"n.E\"; \"event\": \"\"; accepted-changes.json[0].event is empty",
                "\"event\": \"n.E\",; ''; accepted-changes.json[0].event is missing",
                "\"reason\": \"never written\"; \"reason\": \" \"; accepted-changes.json[0].reason is empty",
                "\"reason\": \"never written\"; \"reason\": 1; accepted-changes.json[0].reason is missing",
                "\"/fields/1\"; \"fields/1\"; accepted-changes.json[0].pointer is no JSON pointer",
                "\"FIELD_REMOVED\"; \"DOC\"; accepted-changes.json[0].kind is no breaking kind",
                "\"FIELD_REMOVED\"; \"EXCEPTION_IDLE\"; accepted-changes.json[0].kind is no breaking kind",
                "\"FIELD_REMOVED\"; \"ELSE\"; accepted-changes.json[0].kind is no breaking kind",
                "\"2026-11-29\"; \"29.11.2026\"; accepted-changes.json[0].date is no day",
                "\"2026-11-29\"; \"2026-02-30\"; accepted-changes.json[0].date is no day",
                "\"reason\"; \"by\": \"me\", \"reason\"; accepted-changes.json[0].by is unknown",
            })
    void what_is_malformed_is_named(String part, String instead, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AcceptedChanges.parse("[" + ENTRY.replace(part, instead) + "]"))
                .withMessageStartingWith(message);
    }

    @Test
    void a_file_that_is_no_list_of_objects_is_refused_and_so_is_an_entry_said_twice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AcceptedChanges.parse("[" + ENTRY + "," + ENTRY + "]"))
                .withMessage("accepted-changes.json[1] accepts what another entry accepts: delete one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AcceptedChanges.parse("{"))
                .withMessageStartingWith("accepted-changes.json is not JSON");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AcceptedChanges.parse("{}"))
                .withMessageStartingWith("accepted-changes.json has to be a list");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AcceptedChanges.parse("[1]"))
                .withMessageStartingWith("accepted-changes.json[0] has to be an object");
    }

    private static SchemaChange change(String event, String pointer, Kind kind) {
        return new SchemaChange(event, "a", pointer, kind, "because", "Do not.");
    }
}
