package io.fairlead.store.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.schema.EventCodec;
import io.fairlead.time.TimeEntry;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeReopened;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.junit.jupiter.api.Test;

/** A saved entry knows its portions, credits and price as the entry did whose events made them. */
class SavedTimeEntryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final String ENTRY = "time-entry:e-1";

    private final StateCodec<TimeEntry> codec = new StateCodec<>(TimeEntry.class, new EventCodec(fingerprint -> {
        throw new java.util.NoSuchElementException();
    }));

    @Test
    void fields_with_money_and_events_in_nested_records_come_back() throws ReflectiveOperationException {
        var entry = fresh();
        var model = AnnotatedAggregateMetaModelFactory.inspectAggregate(TimeEntry.class);
        events().forEach(event -> model.publish(GenericEventMessage.asEventMessage(event), entry));
        var saved = codec.encode(entry);
        var restored = fresh();
        codec.decode(saved, restored);

        assertThat(restored).usingRecursiveComparison().usingOverriddenEquals().isEqualTo(entry);
        assertThat(new String(codec.encode(restored), StandardCharsets.UTF_8))
                .isEqualTo(new String(saved, StandardCharsets.UTF_8))
                .contains("1050.0000", "credit-note:1/REOPEN");
    }

    private static List<SpecificRecord> events() {
        var amount = new BigDecimal("1200.0000");
        return Stream.concat(approvedAndPriced(amount).stream(), billedAndPartlyReopened(amount).stream())
                .toList();
    }

    private static List<SpecificRecord> approvedAndPriced(BigDecimal amount) {
        return List.of(
                TimeApproved.newBuilder()
                        .setTimeEntryId(ENTRY)
                        .setVersion(1)
                        .setPersonId("person:ana")
                        .setProjectId("project:P-1")
                        .setContractId("contract:K-1")
                        .setCustomerId("customer:ACME")
                        .setLegalEntityId("legal-entity:GMBH")
                        .setLineNo(1)
                        .setWorkDate(DAY)
                        .setSeconds(28_800)
                        .setTimeClass("BILLABLE")
                        .setApprovedBy("idp|lead")
                        .setSubmittedAt(Instant.EPOCH)
                        .setApprovedAt(Instant.EPOCH)
                        .build(),
                TimePriced.newBuilder()
                        .setTimeEntryId(ENTRY)
                        .setVersion(1)
                        .setPersonId("person:ana")
                        .setProjectId("project:P-1")
                        .setContractId("contract:K-1")
                        .setCustomerId("customer:ACME")
                        .setLegalEntityId("legal-entity:GMBH")
                        .setLineNo(1)
                        .setRateCardId("rate-card:standard")
                        .setRateId("r1")
                        .setLevel("ENTITY_STANDARD")
                        .setRate(new BigDecimal("150.0000"))
                        .setUnit("HOUR")
                        .setSecondsPerUnit(3600)
                        .setBilledSeconds(28_800)
                        .setRounding("PER_ENTRY")
                        .setAmount(amount)
                        .setCurrency("EUR")
                        .setServiceDate(DAY)
                        .setAccountingDate(DAY)
                        .setRuleVersion(1)
                        .build());
    }

    private static List<SpecificRecord> billedAndPartlyReopened(BigDecimal amount) {
        return List.of(
                TimePutOnDraft.newBuilder()
                        .setTimeEntryId(ENTRY)
                        .setInvoiceId("invoice:1")
                        .setPortionNo(1)
                        .setSeconds(28_800)
                        .setAmount(amount)
                        .setCurrency("EUR")
                        .setContractId("contract:K-1")
                        .setServiceDate(DAY)
                        .build(),
                TimeBilled.newBuilder()
                        .setTimeEntryId(ENTRY)
                        .setInvoiceId("invoice:1")
                        .setInvoiceNumber("N-1")
                        .setInvoiceLineNo(1)
                        .setPortionNo(1)
                        .setSeconds(28_800)
                        .setAmount(amount)
                        .setCurrency("EUR")
                        .setContractId("contract:K-1")
                        .setServiceDate(DAY)
                        .setAccountingDate(DAY)
                        .build(),
                TimeReopened.newBuilder()
                        .setTimeEntryId(ENTRY)
                        .setCreditNoteId("credit-note:1")
                        .setInvoiceId("invoice:1")
                        .setPortionNo(1)
                        .setSeconds(3_600)
                        .setAmount(new BigDecimal("150.0000"))
                        .setCurrency("EUR")
                        .setContractId("contract:K-1")
                        .setServiceDate(DAY)
                        .setAccountingDate(DAY)
                        .build());
    }

    private static TimeEntry fresh() throws ReflectiveOperationException {
        var constructor = TimeEntry.class.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
