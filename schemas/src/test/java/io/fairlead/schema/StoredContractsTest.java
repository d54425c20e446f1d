package io.fairlead.schema;

import static io.fairlead.testing.OtherBuild.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.resource.event.CostRateSet;
import io.fairlead.testing.OtherBuild;
import io.fairlead.time.event.TimeRejected;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredContractsTest {

    private static final String EVENT = TimeRejected.class.getName();

    private final StoredContracts contracts = new StoredContracts(AcceptedChanges.none());

    private static final OtherBuild TODAY = new OtherBuild(TimeRejected.getClassSchema());

    /** Wrote the number of the version as text. */
    private static final OtherBuild TEXT = OtherBuild.of(
            TimeRejected.getClassSchema(), event -> field(event, "version").put("type", "string"));

    private List<SchemaFault> faults(OtherBuild build) {
        return contracts.faults(build.fingerprint(), build.json());
    }

    @Test
    void what_this_build_writes_it_reads_as_it_was_written() {
        assertThat(faults(TODAY)).isEmpty();
    }

    @Test
    void another_doc_changes_no_value() {
        var doc = OtherBuild.of(
                TimeRejected.getClassSchema(), event -> field(event, "reason").put("doc", "Said otherwise."));
        assertThat(doc.fingerprint()).isNotEqualTo(TODAY.fingerprint());
        assertThat(faults(doc)).isEmpty();
    }

    @Test
    void another_type_is_named_with_schema_field_pointer_reason_and_remedy() {
        assertThat(faults(TEXT)).singleElement().satisfies(fault -> {
            assertThat(fault.event()).isEqualTo(EVENT);
            assertThat(fault.path()).isEqualTo("version");
            assertThat(fault.pointer()).startsWith("/fields/1");
            assertThat(fault.remedy()).isNotBlank();
            assertThat(fault.place())
                    .startsWith("schema " + Long.toHexString(TEXT.fingerprint()) + ", field version at /fields/1")
                    .contains(fault.reason());
        });
    }

    @Test
    void a_decimal_of_another_scale_is_a_fault_though_avro_reads_it() {
        var coarse = OtherBuild.of(CostRateSet.getClassSchema(), event -> {
            var type = (com.fasterxml.jackson.databind.node.ObjectNode)
                    field(event, "rate").path("type");
            type.put("scale", type.path("scale").asInt() - 2);
        });
        assertThat(faults(coarse)).singleElement().satisfies(fault -> {
            assertThat(fault.path()).isEqualTo("rate");
            assertThat(fault.reason()).isNotBlank();
        });
    }

    @Test
    void a_field_that_only_the_writer_knows_is_a_fault_but_leaves_the_event_to_be_read() {
        var more = OtherBuild.of(TimeRejected.getClassSchema(), event -> event.withArray("fields")
                .addObject()
                .put("name", "hint")
                .put("doc", "More.")
                .put("type", "string"));
        assertThat(faults(more)).singleElement().satisfies(fault -> assertThat(fault.path())
                .isEqualTo("hint"));
        var codec = new EventCodec(_ -> more.json());
        assertThat(codec.decode(EVENT, more.fingerprint(), more.payload("time-entry:1")))
                .isInstanceOfSatisfying(
                        TimeRejected.class, read -> assertThat(read.getReason()).isEqualTo("text"));
    }

    @Test
    void an_event_whose_class_is_gone_is_a_fault() {
        var gone = OtherBuild.of(TimeRejected.getClassSchema(), event -> event.put("name", "TimeForgotten"));
        assertThat(faults(gone)).singleElement().satisfies(fault -> {
            assertThat(fault.event()).isEqualTo("io.fairlead.time.event.TimeForgotten");
            assertThat(fault.pointer()).isEmpty();
        });
    }

    @Test
    void a_changed_or_broken_text_of_a_stored_schema_is_a_fault() {
        assertThat(contracts.faults(TODAY.fingerprint() + 1, TODAY.json()))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.reason()).contains("not the one that events were written with");
                    assertThat(fault.remedy()).contains("store.es_schema").contains("backup");
                });
        var broken = "{\"type\":";
        var fingerprint = org.apache.avro.SchemaNormalization.fingerprint64(
                broken.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(contracts.faults(fingerprint, broken)).singleElement().satisfies(fault -> assertThat(fault.reason())
                .contains("no Avro schema"));
    }

    @Test
    void an_accepted_change_is_excused() {
        var fault = SchemaChanges.between(TEXT.schema(), TimeRejected.getClassSchema()).stream()
                .filter(SchemaChange::isBreaking)
                .findFirst()
                .orElseThrow();
        var accepted = AcceptedChanges.parse("""
                [{"event": "%s", "pointer": "%s", "kind": "%s", "date": "2026-11-29", "reason": "never stored"}]""".formatted(EVENT, fault.pointer(), fault.kind()));
        assertThat(new StoredContracts(accepted).faults(TEXT.fingerprint(), TEXT.json()))
                .isEmpty();
    }

    @Test
    void the_codec_names_schema_and_field_of_an_event_that_it_does_not_read() {
        assertThatThrownBy(() -> new EventCodec(_ -> TEXT.json())
                        .decode(EVENT, TEXT.fingerprint(), TEXT.payload("time-entry:1")))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageStartingWith(
                        "%s: schema %s, field version at ".formatted(EVENT, Long.toHexString(TEXT.fingerprint())));
        var gone = OtherBuild.of(TimeRejected.getClassSchema(), event -> event.put("name", "TimeForgotten"));
        assertThatThrownBy(() -> new EventCodec(_ -> gone.json())
                        .decode(gone.schema().getFullName(), gone.fingerprint(), gone.payload("time-entry:1")))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageContaining("schema " + Long.toHexString(gone.fingerprint()))
                .hasMessageContaining("no class of this name");
    }
}
