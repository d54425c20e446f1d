package io.fairlead.app.schemas;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.schema.EventCodec;
import io.fairlead.store.AppendRequest;
import io.fairlead.store.EventIds;
import io.fairlead.store.NewEvent;
import io.fairlead.store.StoreLimits;
import io.fairlead.store.StoreUnderTest;
import io.fairlead.store.WriterSchema;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecord;

/** A store on a real PostgreSQL into which tests put what no aggregate would record. */
public final class PlantedLog implements AutoCloseable {

    public static final Instant NOON = StoreUnderTest.NOON;

    public final StoreUnderTest stored;
    private final EventCodec writer = new EventCodec(_ -> "");
    private long no;

    PlantedLog() {
        this(InstantSource.fixed(NOON));
    }

    PlantedLog(InstantSource clock) {
        stored = new StoreUnderTest(StoreLimits.DEFAULT, clock);
    }

    /** The check with one reader or several. */
    ContractVerification check(KnownBreaches known, int readers) {
        var log = stored.store.log();
        return new ContractVerification(log, new EventCodec(log), known, readers);
    }

    /** An item that keeps its contract but for what the test does to it; tells its position. */
    @CanIgnoreReturnValue
    long ready(Consumer<BillingItemReady.Builder> spoil) {
        var builder = sound("billing-item:t" + (no + 1));
        spoil.accept(builder);
        var event = builder.build();
        return put(event.getBillingItemId(), event, writer.encode(event));
    }

    private static BillingItemReady.Builder sound(String id) {
        return BillingItemReady.newBuilder()
                .setBillingItemId(id)
                .setKind("MILESTONE")
                .setContractId("contract:c1")
                .setProjectId("project:p1")
                .setCustomerId("customer:acme")
                .setLegalEntityId("legal-entity:de")
                .setLineNo(1)
                .setDescription("Design")
                .setAmount(new BigDecimal("100.0000"))
                .setCurrency("EUR")
                .setServiceDate(LocalDate.parse("2026-03-02"))
                .setAccountingDate(LocalDate.parse("2026-03-02"))
                .setRuleVersion(1)
                .setAuthor("local|amy");
    }

    /** Lines with these authors. */
    @CanIgnoreReturnValue
    long linesAdded(String... authors) {
        var event = InvoiceLinesAdded.newBuilder()
                .setInvoiceId("invoice:i" + (no + 1))
                .setLines(List.of())
                .setAuthors(List.of(authors))
                .build();
        return put(event.getInvoiceId(), event, writer.encode(event));
    }

    /** Bytes that are no Avro of their schema. */
    @CanIgnoreReturnValue
    long garbled() {
        return put("billing-item:t" + (no + 1), sound("billing-item:garbled").build(), new byte[] {1, 2, 3});
    }

    /** An event whose class is gone. */
    long vanished() {
        var schema = Schema.createRecord("Vanished", "Gone.", "io.fairlead.billing.event", false, List.of());
        return put("billing-item:t" + (no + 1), schema, new byte[0]);
    }

    void sound(int events) {
        for (int i = 0; i < events; i++) {
            ready(_ -> {});
        }
    }

    private long put(String stream, SpecificRecord event, byte[] bytes) {
        return put(stream, event.getSchema(), bytes);
    }

    private long put(String stream, Schema schema, byte[] bytes) {
        no++;
        var json = schema.toString();
        var writerSchema =
                new WriterSchema(SchemaNormalization.fingerprint64(json.getBytes(StandardCharsets.UTF_8)), json);
        var _ = stored.store
                .appender()
                .append(new AppendRequest(
                        stream,
                        "BillingItem",
                        0,
                        List.of(new NewEvent(
                                EventIds.at(NOON.toEpochMilli() + no),
                                schema.getFullName(),
                                writerSchema,
                                Map.of("actor", "local|ann"),
                                bytes)),
                        null));
        return no;
    }

    @Override
    public void close() {
        stored.close();
    }
}
