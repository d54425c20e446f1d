package io.fairlead.app.explain;

import io.fairlead.app.explain.Explanation.Node;
import io.fairlead.app.explain.Explanation.Source;
import io.fairlead.app.history.Histories;
import io.fairlead.source.SourceEvent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What one event says, by the names of its fields. Names and not classes, so that an event which learns a field is explained
 * with it and none must be known here before it can be shown.
 *
 * @param stream whose it is
 * @param event as the log has it
 * @param payload of which its fields are; null when it cannot be read
 */
record Told(String stream, Histories.Event event, @Nullable SpecificRecord payload) {

    /** What it says of a billable source; empty when it says nothing. */
    Optional<SourceEvent> ofSource() {
        return payload == null ? Optional.empty() : SourceEvent.of(payload);
    }

    String type() {
        return simpleName(event);
    }

    static String simpleName(Histories.Event event) {
        return event.type().substring(event.type().lastIndexOf('.') + 1);
    }

    boolean is(String type) {
        return type().equals(type);
    }

    /** The field as text; empty when it says nothing. */
    String text(String field) {
        return text(event.content(), field);
    }

    static String text(Map<String, ?> content, String field) {
        var value = content.get(field);
        return value == null ? "" : value.toString();
    }

    @Nullable
    BigDecimal amount(String field) {
        return amount(event.content(), field);
    }

    static @Nullable BigDecimal amount(Map<String, ?> content, String field) {
        var text = text(content, field);
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    /** The values of a field that holds many, as texts. */
    static List<String> texts(Map<String, ?> content, String field) {
        return content.get(field) instanceof List<?> values
                ? values.stream().map(Object::toString).toList()
                : List.of();
    }

    /** The rows of a field that holds many. */
    @SuppressWarnings("unchecked") // ReadableContent makes rows of maps.
    List<Map<String, ?>> rows(String field) {
        return event.content().get(field) instanceof List<?> rows ? (List<Map<String, ?>>) rows : List.of();
    }

    /** The fields of a field that is a record; empty when it says nothing. */
    @SuppressWarnings("unchecked") // ReadableContent makes maps of records.
    Map<String, ?> row(String field) {
        return event.content().get(field) instanceof Map<?, ?> row ? (Map<String, ?>) row : Map.of();
    }

    /** A fact without a figure. */
    Node node(String what, Node... parts) {
        return new Node(what, null, null, source(), List.of(parts));
    }

    /** A figure that the event says. */
    Node node(String what, @Nullable BigDecimal amount, List<Node> parts) {
        var currency = text("currency");
        return new Node(what, amount, amount == null || currency.isEmpty() ? null : currency, source(), parts);
    }

    Source source() {
        return Source.of(stream, event);
    }

    /** What it says in general: its name in words, and those of its fields that people ask for. */
    Node node() {
        var words = new StringBuilder(words());
        for (var field : List.of("invoiceId", "creditNoteId", "portionNo", "seconds", "disposition", "reason")) {
            if (!text(field).isEmpty()) {
                words.append(", ")
                        .append(field.replaceFirst("(Id|No)$", ""))
                        .append(' ')
                        .append(text(field));
            }
        }
        return node(words.toString(), amount("amount"), List.of());
    }

    /** TimePutOnDraft is "time put on draft". */
    private String words() {
        return type().replaceAll("(?<=.)([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
