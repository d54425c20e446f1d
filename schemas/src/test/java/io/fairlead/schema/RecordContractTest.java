package io.fairlead.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class RecordContractTest {

    private static final Schema EVENT = new Schema.Parser().parse("""
            {"type":"record","name":"n.Event","fields":[
              {"name":"kind","type":"string","codes":{"open":false,"values":["A","B"]}},
              {"name":"on","type":{"type":"int","logicalType":"date"},"range":"[1970-01-01,2199-12-31]"},
              {"name":"rate","type":["null",{"type":"bytes","logicalType":"decimal","precision":19,"scale":4}],
               "range":"[0,)","default":null},
              {"name":"lines","type":{"type":"array","items":{"type":"record","name":"n.Line","fields":[
                {"name":"amount","type":{"type":"bytes","logicalType":"decimal","precision":19,"scale":4},
                 "range":"(0,)"},
                {"name":"under","type":{"type":"array","items":"n.Line"}}]}}},
              {"name":"rates","type":{"type":"map","values":["null","int"]},"range":"[1,2]"},
              {"name":"who","type":["null",{"type":"record","name":"n.Who","fields":[
                {"name":"code","type":"string","ref":"person"}]}],"classification":["PERSONAL"]}]}""");
    private static final Schema LINE = EVENT.getField("lines").schema().getElementType();
    private static final RecordContract CONTRACT = RecordContract.of(EVENT);

    private static GenericRecord event() {
        var event = new GenericData.Record(EVENT);
        event.put("kind", "A");
        event.put("on", LocalDate.EPOCH);
        event.put("lines", List.of());
        event.put("rates", Map.of());
        return event;
    }

    private static GenericRecord line(Object amount, GenericRecord... under) {
        var line = new GenericData.Record(LINE);
        line.put("amount", amount);
        line.put("under", Arrays.asList(under));
        return line;
    }

    private static ByteBuffer bytes(int unscaled) {
        return ByteBuffer.wrap(BigInteger.valueOf(unscaled).toByteArray());
    }

    private static List<String> told(GenericRecord event) {
        return CONTRACT.violations(event).stream()
                .map(ContractViolation::sentence)
                .toList();
    }

    @Test
    void a_record_that_keeps_its_contract_breaks_nothing() {
        assertThat(CONTRACT.violations(event())).isEmpty();
    }

    @Test
    void what_lies_deep_is_told_by_its_path() {
        var event = event();
        event.put("kind", "C");
        event.put("lines", List.of(line(BigDecimal.ONE), line(BigDecimal.ONE, line(BigDecimal.ZERO)), line(new BigDecimal("-1.0000"))));
        event.put("rates", Map.of("EUR", 3));
        assertThat(told(event))
                .containsExactly(
                        "kind: text 'C' is none of A, B",
                        "lines[1].under[0].amount: decimal 0 is not in (0,)",
                        "lines[2].amount: decimal -1.0000 is not in (0,)",
                        "rates[EUR]: number 3 is not in [1,2]");
        assertThat(CONTRACT.violations(event).getLast())
                .isEqualTo(new ContractViolation("rates[EUR]", "range", "number", "3", "is not in [1,2]"));
    }

    @Test
    void values_that_their_reader_left_as_stored_are_understood() {
        var event = event();
        event.put("on", 0);
        event.put("rate", bytes(0));
        event.put("lines", List.of(line(bytes(1))));
        assertThat(told(event)).isEmpty();
        event.put("on", -1);
        event.put("rate", bytes(-15_000));
        assertThat(told(event))
                .containsExactly(
                        "on: day 1969-12-31 is not in [1970-01-01,2199-12-31]",
                        "rate: decimal -1.5000 is not in [0,)");
    }

    @Test
    void what_is_about_a_person_is_left_out_however_deep() {
        var who = new GenericData.Record(EVENT.getField("who").schema().getTypes().getLast());
        who.put("code", "Ann Example");
        var event = event();
        event.put("who", who);
        assertThat(told(event)).containsExactly("who.code: text is no id of person");
        assertThat(CONTRACT.violations(event).getFirst().value()).isNull();
    }

    @Test
    void null_in_a_map_and_an_array_is_the_types_affair() {
        var rates = new HashMap<String, Integer>();
        rates.put("EUR", null);
        var event = event();
        event.put("rates", rates);
        assertThat(told(event)).isEmpty();
    }

    @Test
    void a_record_of_another_schema_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CONTRACT.violations(line(BigDecimal.ONE)))
                .withMessage("a record of another schema than n.Event; make a contract for its schema");
    }

    @Test
    void the_same_schema_read_again_is_no_other() {
        var again = new Schema.Parser().parse(EVENT.toString());
        assertThat(RecordContract.of(again).violations(event())).isEmpty();
    }

    @Test
    void a_malformed_property_names_record_and_field_however_deep() {
        var schema = new Schema.Parser().parse("""
                {"type":"record","name":"n.Outer","fields":[{"name":"inner","type":{"type":"record","name":"n.Inner",
                  "fields":[{"name":"x","type":"int","range":"[2,1]"}]}}]}""");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordContract.of(schema))
                .withMessageContaining("n.Inner, field 'x': range '[2,1]': nothing lies in it");
    }

    @Test
    void what_is_no_record_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordContract.of(Schema.create(Schema.Type.INT)))
                .withMessageContaining("INT is no record");
    }
}
