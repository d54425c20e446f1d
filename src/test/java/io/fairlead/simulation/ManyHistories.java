package io.fairlead.simulation;

import io.fairlead.log.EventLog;
import io.fairlead.log.MetadataKeys;
import io.fairlead.log.StoredEvent;
import io.fairlead.schema.EventCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Histories of several seeds in one log, one behind the other, each in a firm of its own. */
final class ManyHistories implements EventLog {

    private static final Instant BEGIN = Instant.parse("2026-05-01T08:00:00Z");
    private static final Pattern KEY = Pattern.compile("([a-z]+(?:-[a-z]+)*):([A-Za-z0-9._-]+)");

    private final Map<Long, String> schemas = new HashMap<>();
    private final EventCodec codec = new EventCodec(print -> Objects.requireNonNull(schemas.get(print)));
    private final List<StoredEvent> events = new ArrayList<>();
    private final Map<String, List<StoredEvent>> streams = new HashMap<>();

    EventCodec codec() {
        return codec;
    }

    /**
     * Appends the history; its keys become those of the seed's own firm.
     *
     * @return what was appended, as it was appended
     */
    List<Recorded> append(long seed, List<Recorded> history) {
        var own = history.stream()
                .map(each -> new Recorded(
                        each.position(), renamed(each.stream(), seed).toString(), copy(each.event(), seed)))
                .toList();
        own.forEach(each -> store(each.stream(), each.event()));
        return own;
    }

    private void store(String stream, SpecificRecord event) {
        var print = codec.fingerprint(event.getSchema());
        schemas.putIfAbsent(print, event.getSchema().toString());
        long position = events.size() + 1L;
        var of = streams.computeIfAbsent(stream, _ -> new ArrayList<>());
        var stored = new StoredEvent(
                position,
                new UUID(11, position).toString(),
                stream,
                "Any",
                of.size(),
                event.getSchema().getFullName(),
                print,
                BEGIN.plusSeconds(position),
                Map.of(MetadataKeys.ACTOR, "idp|somebody"),
                codec.encode(event));
        of.add(stored);
        events.add(stored);
    }

    private static SpecificRecord copy(SpecificRecord event, long seed) {
        var copy = SpecificData.getForClass(event.getClass()).deepCopy(event.getSchema(), event);
        rename(copy, seed);
        return copy;
    }

    private static void rename(SpecificRecord event, long seed) {
        for (var field : event.getSchema().getFields()) {
            var value = event.get(field.pos());
            if (value != null) {
                event.put(field.pos(), renamed(value, seed));
            }
        }
    }

    /** Keys of streams get the seed in front of what stands behind the kind. */
    private static Object renamed(Object value, long seed) {
        return switch (value) {
            case SpecificRecord nested -> {
                rename(nested, seed);
                yield nested;
            }
            case List<?> many -> {
                var renamed = new ArrayList<Object>();
                many.forEach(each -> renamed.add(renamed(each, seed)));
                yield renamed;
            }
            case CharSequence text -> {
                var key = KEY.matcher(text);
                yield key.matches() ? key.group(1) + ":s" + seed + "." + key.group(2) : text.toString();
            }
            default -> value;
        };
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        int from = (int) Math.min(position, events.size());
        return List.copyOf(events.subList(from, Math.min(events.size(), from + limit)));
    }

    @Override
    public long head() {
        return events.size();
    }

    @Override
    public long awaitBeyond(long position, Duration timeout) {
        return events.size();
    }

    @Override
    public List<StoredEvent> stream(String aggregateId, long fromSequence) {
        var all = streams.getOrDefault(aggregateId, List.of());
        return all.subList((int) Math.min(fromSequence, all.size()), all.size());
    }
}
