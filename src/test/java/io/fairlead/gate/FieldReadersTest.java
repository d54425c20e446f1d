package io.fairlead.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.gate.SourceTreeForTests.Kept;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.resource.event.CostRateSet;
import io.fairlead.schema.EventCodec;
import io.fairlead.time.event.TimePriced;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reads a field is found in what is compiled, on every way that code of ours has to it. */
class FieldReadersTest {

    /** Planted: reads one field by itself and parts of another by whom it calls; hands a third on unread. */
    static final class PlantedProjection implements Projection {

        @Override
        public String name() {
            return "planted";
        }

        @Override
        public List<TableBuffer<?>> tables() {
            return List.of();
        }

        @EventHandler
        void on(TimePriced event, EventMetadata facts) {
            var _ = Stream.of(event).map(TimePriced::getCurrency).toList();
            below(event);
        }

        @EventHandler
        void on(CostRateSet event, EventMetadata facts) {}

        private static void below(TimePriced event) {
            var fx = event.getFx();
            if (fx != null) {
                var _ = fx.getRate();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CostRateSet       | rate                | projection resource
            TimePriced        | rate                | projection time-entry
            TimePriced        | fx.rate             | projection time-entry
            TimePriced        | amount              | projection unbilled-work
            TimePriced        | contractId          | projection unbilled-work
            TimePriced        | amount              | aggregate TimeEntry
            TimePriced        | amount              | verify WorkAccount
            ExpenseLowered    | amount              | projection revenue
            PaymentReceived   | amount              | process WhenPaymentReceivedThenApply
            InvoiceIssued     | number              | gateway WhenInvoiceApprovedOrIssuedThenDeliver
            TimeApproved      | approvedAt          | projection time-entry
            """)
    void a_reader_is_found(String event, String path, String reader) {
        assertThat(Kept.READERS.of(schema(event), path))
                .extracting(Reader::toString)
                .contains(reader);
    }

    @Test
    void what_costs_an_hour_is_read_by_no_process_and_no_gateway() {
        assertThat(Kept.READERS.of(schema("CostRateSet"), "rate"))
                .extracting(Reader::toString)
                .containsExactly("projection resource");
    }

    @Test
    void topics_and_the_lab_are_no_readers() {
        assertThat(Kept.CONTRACTS.events().values())
                .flatMap(event -> Kept.READERS.takers(event.getFullName()))
                .isNotEmpty()
                .noneMatch(reader -> reader.name().contains("Topic"))
                .extracting(Reader::kind)
                .doesNotContain("bench", "demo", "faults", "gate", "idp", "sandbox", "topics");
    }

    @Test
    void an_event_is_taken_by_whoever_is_handed_it() {
        assertThat(Kept.READERS.takers(schema("CostRateSet").getFullName()))
                .extracting(Reader::toString)
                .contains("aggregate Resource", "projection resource");
    }

    @Test
    void a_planted_reader_reads_what_it_calls_and_nothing_else() {
        var code = new CodeGraph(EventCodec.class, FieldReadersTest.class);
        var readers = new FieldReaders(new ReadingCode(code, List.of(new PlantedProjection())).ways());
        var priced = schema("TimePriced");
        var planted = new Reader("projection", "planted");

        assertThat(readers.of(priced, "currency")).contains(planted);
        assertThat(readers.of(priced, "fx")).contains(planted);
        assertThat(readers.of(priced, "fx.rate")).contains(planted);
        assertThat(readers.of(priced, "fx.base")).doesNotContain(planted);
        assertThat(readers.of(priced, "amount")).doesNotContain(planted);
        assertThat(readers.of(schema("CostRateSet"), "rate")).doesNotContain(planted);
        assertThat(readers.takers(schema("CostRateSet").getFullName())).contains(planted);
    }

    @Test
    void a_field_that_the_contract_has_not_is_read_by_nobody() {
        assertThat(Kept.READERS.of(schema("CostRateSet"), "weather")).isEmpty();
        assertThat(Kept.READERS.of(schema("CostRateSet"), "rate.weather")).isEmpty();
    }

    @Test
    void every_field_has_a_getter_by_the_name_that_is_looked_for() throws ReflectiveOperationException {
        for (var record : Kept.CONTRACTS.records().values()) {
            var type = Class.forName(record.getFullName());
            for (var field : record.getFields()) {
                var _ = type.getMethod(
                        FieldReaders.Getter.of(record, field.name()).name());
            }
        }
    }

    private static Schema schema(String name) {
        return Kept.CONTRACTS.events().values().stream()
                .filter(event -> event.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
