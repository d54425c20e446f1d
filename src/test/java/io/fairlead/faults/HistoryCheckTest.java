package io.fairlead.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.faults.Claim.Fate;
import io.fairlead.faults.Violations.Kind;
import io.fairlead.store.Appended;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A sound history is green, and each way of breaking it turns its own count red. */
class HistoryCheckTest {

    /** Two clients, three commands acknowledged, one refused, one open and stored, one open and not. */
    private final List<Claim> claims = new ArrayList<>(List.of(
            claim(1, "a", Fate.ACKNOWLEDGED, 1),
            claim(1, "b", Fate.ACKNOWLEDGED, 3),
            claim(2, "c", Fate.ACKNOWLEDGED, 2),
            claim(2, "d", Fate.REFUSED, 0),
            claim(2, "e", Fate.UNKNOWN, 0),
            claim(2, "f", Fate.UNKNOWN, 0)));

    private final List<Stored> log = new ArrayList<>(List.of(
            new Stored(1, "x", 0, "id-1", "a"),
            new Stored(2, "y", 0, "id-2", "c"),
            new Stored(3, "x", 1, "id-3", "b"),
            new Stored(4, "y", 1, "id-4", "e")));

    private final Map<String, Appended> rows = new HashMap<>(Map.of("a", at(1), "b", at(3), "c", at(2), "e", at(4)));

    private static Claim claim(int client, String key, Fate fate, long position) {
        return new Claim(client, key, fate, position, position);
    }

    private static Appended at(long position) {
        return new Appended(position, position);
    }

    private Violations check() {
        var violations = new Violations();
        new HistoryCheck(log, rows, violations).check(claims);
        return violations;
    }

    private void assertRed(Kind kind, long count) {
        var violations = check();
        assertThat(violations.count(kind)).as(violations.examples().toString()).isEqualTo(count);
    }

    @Test
    void a_sound_history_breaks_nothing() {
        assertThat(check().total()).isZero();
    }

    @Test
    void an_accepted_command_that_changed_nothing_is_sound() {
        claims.add(claim(1, "same", Fate.ACKNOWLEDGED, 0));
        rows.put("same", at(0));
        assertThat(check().total()).isZero();
    }

    @Test
    void an_acknowledged_command_without_a_row_is_lost() {
        rows.remove("b");
        assertRed(Kind.LOST, 1);
    }

    @Test
    void an_acknowledged_command_whose_events_are_gone_is_lost() {
        log.set(2, new Stored(3, "x", 1, "id-3", "e"));
        assertThat(check().count(Kind.LOST)).isEqualTo(1);
    }

    @Test
    void a_command_that_stands_elsewhere_than_acknowledged_is_lost() {
        claims.set(0, claim(1, "a", Fate.ACKNOWLEDGED, 9));
        assertThat(check().count(Kind.LOST)).isEqualTo(1);
    }

    @Test
    void the_last_event_of_the_log_that_is_gone_is_lost() {
        claims.set(4, claim(2, "e", Fate.ACKNOWLEDGED, 4));
        log.removeLast();
        assertRed(Kind.LOST, 1);
    }

    @Test
    void a_command_with_events_twice_is_doubled() {
        log.add(new Stored(5, "x", 2, "id-5", "b"));
        assertRed(Kind.DOUBLED, 1);
    }

    @Test
    void an_event_id_that_is_there_twice_is_doubled() {
        log.set(3, new Stored(4, "y", 1, "id-1", "e"));
        assertRed(Kind.DOUBLED, 1);
    }

    @Test
    void a_refused_command_that_is_stored_is_doubled() {
        rows.put("d", at(5));
        log.add(new Stored(5, "y", 2, "id-5", "d"));
        assertRed(Kind.DOUBLED, 1);
    }

    @Test
    void an_event_of_a_command_that_nobody_sent_is_doubled() {
        log.add(new Stored(5, "y", 2, "id-5", "nobody"));
        assertRed(Kind.DOUBLED, 1);
    }

    @Test
    void positions_that_go_back_are_out_of_order() {
        log.set(1, new Stored(3, "x", 1, "id-3", "b"));
        log.set(2, new Stored(2, "y", 0, "id-2", "c"));
        assertRed(Kind.OUT_OF_ORDER, 1);
    }

    @Test
    void sequences_that_go_back_are_out_of_order() {
        log.set(2, new Stored(3, "x", 0, "id-3", "b"));
        assertRed(Kind.OUT_OF_ORDER, 1);
    }

    @Test
    void a_command_before_one_that_was_acknowledged_to_the_same_client_earlier_is_out_of_order() {
        claims.add(0, claims.remove(1));
        assertRed(Kind.OUT_OF_ORDER, 1);
    }

    @Test
    void a_position_without_an_event_is_a_hole() {
        log.set(3, new Stored(6, "y", 1, "id-4", "e"));
        rows.put("e", at(6));
        assertRed(Kind.HOLES, 2);
    }

    @Test
    void a_sequence_without_an_event_is_a_hole() {
        log.set(3, new Stored(4, "y", 2, "id-4", "e"));
        assertRed(Kind.HOLES, 1);
    }

    @Test
    void events_of_an_open_command_without_its_row_are_half_written() {
        rows.remove("e");
        assertRed(Kind.HALF_WRITTEN, 1);
    }

    @Test
    void a_row_of_an_open_command_without_its_events_is_half_written() {
        rows.put("f", at(5));
        assertRed(Kind.HALF_WRITTEN, 1);
    }

    @Test
    void a_row_that_names_the_events_of_another_is_half_written() {
        rows.put("e", at(2));
        assertRed(Kind.HALF_WRITTEN, 1);
    }
}
