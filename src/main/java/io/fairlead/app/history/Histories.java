package io.fairlead.app.history;

import io.fairlead.log.EventLog;
import io.fairlead.log.MetadataKeys;
import io.fairlead.log.StoredEvent;
import io.fairlead.resource.event.CostRateSet;
import io.fairlead.schema.EventCodec;
import io.fairlead.schema.UnreadableEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads histories from the log itself. Thread-safe. */
public final class Histories {

    /** The kinds of things that have one. */
    static final List<String> KINDS = List.of(
            "legal-entity",
            "customer",
            "person",
            "identity",
            "holiday-calendar",
            "rate-card",
            "tax-rates",
            "reference-rates",
            "transfer-rates",
            "deal",
            "contract",
            "project",
            "time-entry",
            "expense",
            "labour-cost",
            "billing-item",
            "billing-run",
            "invoice",
            "credit-note",
            "customer-credit",
            "retainer",
            "instalment-plan",
            "number-series",
            "receipt",
            "receivable-policy",
            "exception",
            "obligation",
            "accounting-period",
            "funding",
            "operator-action",
            "break-glass");

    private static final String LABOUR_COST = "labour-cost:";
    private static final String COST_NOTE = "tells what people cost; readers are restricted";

    private final EventLog log;
    private final EventCodec codec;

    public Histories(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /**
     * What happened to one thing.
     *
     * @param state its fields after the last of the events, with the event that set each; only with a time
     */
    public record History(
            String id,
            @Nullable Instant asOf,
            List<Event> events,
            @Nullable Map<String, Setting> state) {}

    /**
     * One event.
     *
     * @param actor who acted, issuer|subject
     * @param note who may read it; null when there is nothing to say
     * @param content its fields, readable
     */
    public record Event(
            long sequence,
            long position,
            Instant recordedAt,
            String eventId,
            String type,
            @Nullable String actor,
            @Nullable String commandId,
            @Nullable String correlationId,
            @Nullable String causationId,
            @Nullable String note,
            Map<String, @Nullable Object> content) {}

    /**
     * One event as people read it and as it is stored.
     *
     * @param payload null when it cannot be read
     */
    public record Opened(Event event, @Nullable SpecificRecord payload) {}

    /**
     * One event wherever it is.
     *
     * @param stream whose it is
     */
    public record Found(String stream, Opened opened) {}

    /** The last value of a field and the event that set it. */
    public record Setting(@Nullable Object value, String type, long sequence, Instant recordedAt) {}

    /** A key as it is stored: without blanks around it, its kind in small letters. */
    public static String spelled(String given) {
        var text = given.strip();
        int at = text.indexOf(':');
        return at < 0 ? text : text.substring(0, at).toLowerCase(Locale.ROOT) + text.substring(at);
    }

    /** Keys of the things that the text may mean: itself, or all with that key whatever their kind. */
    public List<String> meant(String given) {
        var text = spelled(given);
        var candidates = text.contains(":")
                ? List.of(text)
                : KINDS.stream().map(kind -> kind + ":" + text).toList();
        var known =
                candidates.stream().filter(key -> !log.stream(key, 0).isEmpty()).toList();
        // A cost has its time entry's key; who gives a bare key means the entry.
        return known.size() == 1
                ? known
                : known.stream().filter(key -> !key.startsWith(LABOUR_COST)).toList();
    }

    /**
     * Its events in order.
     *
     * @param asOf only those recorded until then; null means all
     */
    public History of(String streamKey, @Nullable Instant asOf) {
        var events = opened(streamKey, asOf).stream().map(Opened::event).toList();
        return new History(streamKey, asOf, events, asOf == null ? null : state(events));
    }

    /**
     * Its events in order, with what is stored.
     *
     * @param asOf only those recorded until then; null means all
     */
    public List<Opened> opened(String streamKey, @Nullable Instant asOf) {
        return log.stream(streamKey, 0).stream()
                .filter(event -> asOf == null || !event.recordedAt().isAfter(asOf))
                .map(this::open)
                .toList();
    }

    /** The event at a place in the log; empty where there is none. */
    public Optional<Found> at(long position) {
        return log.after(position - 1, 1).stream()
                .filter(event -> event.position() == position)
                .map(event -> new Found(event.aggregateId(), open(event)))
                .findFirst();
    }

    static Map<String, Setting> state(List<Event> events) {
        var state = new LinkedHashMap<String, Setting>();
        for (var event : events) {
            event.content().forEach((field, value) -> {
                var before = state.get(field);
                if (before == null || !Objects.equals(before.value(), value)) { // Saying it again sets nothing.
                    state.put(field, new Setting(value, event.type(), event.sequence(), event.recordedAt()));
                }
            });
        }
        return state;
    }

    private Opened open(StoredEvent event) {
        try {
            var payload = codec.decode(event);
            return new Opened(readable(event, ReadableContent.of(payload)), payload);
        } catch (UnreadableEvent unreadable) {
            return new Opened(readable(event, Map.of("unreadable", String.valueOf(unreadable.getMessage()))), null);
        }
    }

    private static Event readable(StoredEvent event, Map<String, @Nullable Object> content) {
        var said = event.metadata();
        return new Event(
                event.sequence(),
                event.position(),
                event.recordedAt(),
                event.eventId(),
                event.type(),
                said.get(MetadataKeys.ACTOR),
                said.get(MetadataKeys.COMMAND_ID),
                said.get(MetadataKeys.CORRELATION_ID),
                said.get(MetadataKeys.CAUSATION_ID),
                isCost(event) ? COST_NOTE : null,
                content);
    }

    private static boolean isCost(StoredEvent event) {
        return event.aggregateId().startsWith(LABOUR_COST) || event.type().equals(CostRateSet.class.getName());
    }
}
