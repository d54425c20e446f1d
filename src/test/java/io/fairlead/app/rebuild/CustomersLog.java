package io.fairlead.app.rebuild;

import io.fairlead.log.EventLog;
import io.fairlead.log.MetadataKeys;
import io.fairlead.log.StoredEvent;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.schema.EventCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;

/** A log in memory of customers' registrations; a test says what happens when it is read. */
public final class CustomersLog implements EventLog {

    /** Events in a page, so that a rebuild reads several. */
    static final int PAGE = 100;

    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");
    private static final String SCHEMA = CustomerRegistered.getClassSchema().toString();

    private final EventCodec codec = new EventCodec(_ -> SCHEMA);
    private final List<StoredEvent> events = new ArrayList<>();
    private volatile int broken;
    private volatile LongConsumer atRead = _ -> {};

    public CustomersLog(int customers) {
        for (int no = 1; no <= customers; no++) {
            events.add(registered(no));
        }
    }

    private StoredEvent registered(int no) {
        var event = CustomerRegistered.newBuilder()
                .setCustomerId("customer:" + no)
                .setName("Customer " + no)
                .setCountry("DE")
                .setCurrency("EUR")
                .setTaxCategory("S")
                .setStreet("1 Street")
                .setCity("Town")
                .setPostalCode("12345")
                .setPaymentTermsDays(30)
                .setAliases(List.of())
                .build();
        return new StoredEvent(
                no,
                new UUID(7, no).toString(),
                event.getCustomerId(),
                "Customer",
                0,
                CustomerRegistered.class.getName(),
                codec.fingerprint(event.getSchema()),
                BEGIN.plusMillis(no),
                Map.of(MetadataKeys.ACTOR, "local|tester"),
                codec.encode(event));
    }

    public EventCodec codec() {
        return codec;
    }

    /** What is done with the position before each page is read. */
    public void atRead(LongConsumer action) {
        atRead = action;
    }

    /** From now on the customer's registration is read as bytes that are no Avro of their schema. */
    public void breakBytes(int no) {
        broken = no;
    }

    /** All events are as they were stored. */
    public void mend() {
        broken = 0;
    }

    private StoredEvent read(StoredEvent event) {
        return event.position() != broken
                ? event
                : new StoredEvent(
                        event.position(),
                        event.eventId(),
                        event.aggregateId(),
                        event.aggregateType(),
                        event.sequence(),
                        event.type(),
                        event.schemaFingerprint(),
                        event.recordedAt(),
                        event.metadata(),
                        new byte[] {2, 3, 5});
    }

    @Override
    public List<StoredEvent> after(long position, int limit) {
        atRead.accept(position);
        int from = (int) Math.min(position, events.size());
        return events.subList(from, Math.min(events.size(), from + Math.min(limit, PAGE))).stream()
                .map(this::read)
                .toList();
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
        return events.stream()
                .filter(event -> event.aggregateId().equals(aggregateId))
                .toList();
    }
}
