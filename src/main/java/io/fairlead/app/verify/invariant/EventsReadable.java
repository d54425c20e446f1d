package io.fairlead.app.verify.invariant;

import io.fairlead.log.EventLog;
import io.fairlead.log.StoredEvent;
import io.fairlead.schema.EventCodec;
import io.fairlead.schema.SchemaFault;
import io.fairlead.schema.StoredContracts;
import io.fairlead.schema.UnreadableEvent;
import io.fairlead.store.StoredSchemas;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** I10: today's classes read every stored event as it was written. */
public final class EventsReadable implements Invariant {

    private static final int PAGE_SIZE = 5_000;

    private final EventLog log;
    private final Supplier<StoredSchemas> schemas;
    private final EventCodec codec;

    /** @param schemas as they are stored now, not as somebody remembers them */
    public EventsReadable(EventLog log, Supplier<StoredSchemas> schemas, EventCodec codec) {
        this.log = log;
        this.schemas = schemas;
        this.codec = codec;
    }

    @Override
    public String id() {
        return "I10";
    }

    @Override
    public String sentence() {
        return "today's classes read every stored event, with the values that were written";
    }

    @Override
    public Finding check() {
        long head = log.head();
        var pass = new Pass(schemas.get()); // After the head: each event up to there has its schema by now.
        long reached = 0;
        while (reached < head) {
            var page = log.after(reached, (int) Math.min(PAGE_SIZE, head - reached));
            if (page.isEmpty()) {
                throw new IllegalStateException("the log ends at " + reached + ", before its head " + head);
            }
            page.forEach(pass::read);
            reached = page.getLast().position();
        }
        return pass.finding();
    }

    private final class Pass {

        private final Map<Long, String> faults = new HashMap<>();
        private final Map<String, Unread> unread = new LinkedHashMap<>();
        private final Finding.Tally tally = new Finding.Tally();

        Pass(StoredSchemas stored) {
            var contracts = StoredContracts.bundled();
            for (var schema : stored.all()) {
                var found = contracts.faults(schema.fingerprint(), schema.json());
                faults.put(
                        schema.fingerprint(),
                        found.stream().map(SchemaFault::place).collect(Collectors.joining("; ")));
            }
        }

        void read(StoredEvent event) {
            tally.examined();
            var fault = faults.get(event.schemaFingerprint());
            if (fault == null) {
                count(event, "schema %s: it is not stored".formatted(schemaOf(event)));
            } else if (fault.isEmpty()) {
                decode(event);
            } else {
                count(event, fault);
            }
        }

        private void decode(StoredEvent event) {
            try {
                var _ = codec.decode(event);
            } catch (UnreadableEvent e) {
                var reason = String.valueOf(e.getMessage()).replace(event.type() + ": ", "");
                count(event, "schema %s: %s".formatted(schemaOf(event), reason));
            }
        }

        private static String schemaOf(StoredEvent event) {
            return Long.toHexString(event.schemaFingerprint());
        }

        private void count(StoredEvent event, String reason) {
            unread.computeIfAbsent(event.type() + ", " + reason, _ -> new Unread(event.position())).events++;
        }

        Finding finding() {
            unread.forEach((what, found) -> tally.differs(
                    found.events, "%d events, the first at position %d: %s", found.events, found.first, what));
            return tally.finding();
        }
    }

    /** Events that one reason keeps from being read. */
    private static final class Unread {

        private final long first;
        private long events;

        Unread(long first) {
            this.first = first;
        }
    }
}
