package io.fairlead.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.fairlead.shared.event.PersonalText;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRecorded;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoriesTest {

    @Test
    void amounts_and_days_are_readable_and_what_is_unknown_stays_empty() {
        var priced = new TimePriced();
        set(priced, "amount", new BigDecimal("1200.0000"));
        set(priced, "rate", new BigDecimal("12.3450"));
        set(priced, "serviceDate", LocalDate.parse("2026-03-01"));
        assertThat(ReadableContent.of(priced))
                .contains(entry("amount", "1200.00"), entry("rate", "12.345"), entry("serviceDate", "2026-03-01"))
                .containsEntry("contractId", null);
    }

    @Test
    void amounts_have_the_digits_of_their_currency() {
        var priced = new TimePriced();
        set(priced, "amount", new BigDecimal("1200.0000"));
        set(priced, "currency", "JPY");
        assertThat(ReadableContent.of(priced)).containsEntry("amount", "1200");
        set(priced, "currency", "KWD");
        assertThat(ReadableContent.of(priced)).containsEntry("amount", "1200.000");
    }

    @Test
    void a_note_is_shown_while_it_is_not_encrypted() {
        assertThat(ReadableContent.of(recorded(0))).containsEntry("note", "Workshop");
        assertThat(ReadableContent.of(recorded(1))).containsEntry("note", "(encrypted)");
    }

    @Test
    void the_state_is_the_last_value_of_each_field_and_names_the_event_that_set_it() {
        var state = Histories.state(List.of(
                event(0, "Recorded", Map.of("seconds", 3600, "project", "project:P1")),
                event(1, "Corrected", Map.of("seconds", 7200))));
        assertThat(state.get("seconds")).isEqualTo(new Histories.Setting(7200, "Corrected", 1, Instant.EPOCH));
        assertThat(state.get("project")).isEqualTo(new Histories.Setting("project:P1", "Recorded", 0, Instant.EPOCH));
    }

    private static void set(SpecificRecord record, String field, Object value) {
        record.put(record.getSchema().getField(field).pos(), value);
    }

    private static TimeRecorded recorded(int keyNo) {
        var note = new PersonalText();
        set(note, "keyNo", keyNo);
        set(note, "bytes", ByteBuffer.wrap("Workshop".getBytes(StandardCharsets.UTF_8)));
        var event = new TimeRecorded();
        set(event, "note", note);
        return event;
    }

    private static Histories.Event event(long sequence, String type, Map<String, @Nullable Object> content) {
        return new Histories.Event(
                sequence, sequence + 1, Instant.EPOCH, "e" + sequence, type, null, null, null, null, null, content);
    }
}
