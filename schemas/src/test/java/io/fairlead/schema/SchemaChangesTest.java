package io.fairlead.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaChangesTest {

    /**
     * What changed; the former and today's field a, or all fields; what is told, a breaking change with an exclamation mark.
     */
    private static final String CHANGES = """
            nothing | "type":"int" | "type":"int" |
            Java's text | "type":"string" | "type":{"type":"string","avro.java.string":"String"} |
            added with default | "type":"int" | {"name":"a","type":"int"},{"name":"b","type":"int","default":0} | ADDED /fields/1
            added without default | "type":"int" | {"name":"a","type":"int"},{"name":"b","type":"string"} | ! FIELD_WITHOUT_DEFAULT /fields/1
            added nullable without default | "type":"int" | {"name":"a","type":"int"},{"name":"b","type":["null","string"]} | ! FIELD_WITHOUT_DEFAULT /fields/1
            removed | {"name":"a","type":"int"},{"name":"b","type":"int","default":0} | {"name":"a","type":"int"} | ! FIELD_REMOVED /fields/1
            removed with what was before it | {"name":"b","type":"string"},{"name":"a","type":"int"} | {"name":"a","type":"int"} | ! FIELD_REMOVED /fields/0
            renamed | {"name":"b","type":"int"} | {"name":"c","type":"int"} | ! FIELD_RENAMED /fields/0
            renamed with default | {"name":"b","type":"int"} | {"name":"c","type":"int","default":0} | ! FIELD_RENAMED /fields/0
            renamed and moved | {"name":"b","doc":"B.","type":"int"},{"name":"a","type":"int"} | {"name":"a","type":"int"},{"name":"c","doc":"B.","type":"int"} | ! FIELD_RENAMED /fields/1
            renamed by alias | {"name":"b","type":"int"} | {"name":"c","type":"int","aliases":["b"]} | RENAMED_BY_ALIAS /fields/0/name; PROPERTY /fields/0/aliases
            renamed by alias with another type | {"name":"b","type":"int"} | {"name":"c","type":"string","aliases":["b"]} | RENAMED_BY_ALIAS /fields/0/name; PROPERTY /fields/0/aliases; ! TYPE /fields/0/type
            alias of two | {"name":"a","type":"int"},{"name":"b","type":"int"} | {"name":"a","type":"int","aliases":["b"]} | ! ALIAS_MISLEADS /fields/0/aliases; PROPERTY /fields/0/aliases
            alias of one that stays | {"name":"a","type":"int"} | {"name":"a","type":"int","default":0},{"name":"b","type":"int","default":0,"aliases":["a"]} | ADDED /fields/0; ! ALIAS_MISLEADS /fields/1/aliases; DEFAULT_ADDED /fields/1/default; PROPERTY /fields/1/aliases
            alias of itself | "type":"int" | "type":"int","aliases":["a"] | ! ALIAS_MISLEADS /fields/0/aliases; PROPERTY /fields/0/aliases
            names swapped by aliases | {"name":"a","type":"int"},{"name":"b","type":"int"} | {"name":"a","type":"int","aliases":["b"]},{"name":"b","type":"int","aliases":["a"]} | ! ALIAS_MISLEADS /fields/0/aliases; PROPERTY /fields/0/aliases; ! ALIAS_MISLEADS /fields/1/aliases; PROPERTY /fields/1/aliases; ORDER /fields
            one alias on two | {"name":"x","type":"int"} | {"name":"b","type":"int","default":0,"aliases":["x"]},{"name":"c","type":"int","aliases":["x"]} | ! ALIAS_MISLEADS /fields/0/aliases; ADDED /fields/0; RENAMED_BY_ALIAS /fields/1/name; PROPERTY /fields/1/aliases
            alias taken away | "type":"int","aliases":["z"] | "type":"int" | PROPERTY /fields/0/aliases
            int to text | "type":"int" | "type":"string" | ! TYPE /fields/0/type
            text to int | "type":"string" | "type":"int" | ! TYPE /fields/0/type
            int to long | "type":"int" | "type":"long" | PROMOTED /fields/0/type
            int to double | "type":"int","default":1 | "type":"double","default":1 | PROMOTED /fields/0/type
            int to float | "type":"int" | "type":"float" | ! TYPE /fields/0/type
            long to int | "type":"long" | "type":"int" | ! TYPE /fields/0/type
            long to double | "type":"long" | "type":"double" | ! TYPE /fields/0/type
            float to double | "type":"float" | "type":"double" | PROMOTED /fields/0/type
            text to bytes | "type":"string" | "type":"bytes" | ! TYPE /fields/0/type
            bytes to text | "type":"bytes" | "type":"string" | ! TYPE /fields/0/type
            one to a list | "type":"int" | "type":{"type":"array","items":"int"} | ! TYPE /fields/0/type
            nullable | "type":"int" | "type":["null","int"] | NULLABLE_ADDED /fields/0/type
            nullable and longer | "type":"int" | "type":["null","long"] | NULLABLE_ADDED /fields/0/type; PROMOTED /fields/0/type/1
            not nullable any more | "type":["null","int"] | "type":"int" | ! NULLABLE /fields/0/type
            only null | "type":"null" | "type":"int" | ! TYPE /fields/0/type
            nothing else than null | "type":["null","int"] | "type":"null" | ! TYPE /fields/0/type
            another type behind null | "type":["null","int"] | "type":["null","string"] | ! TYPE /fields/0/type/1
            types of a union in another order | "type":["null","int"] | "type":["int","null"] | ORDER /fields/0/type
            one more type | "type":["null","int"] | "type":["null","int","string"] | BRANCH_ADDED /fields/0/type/2
            one type less | "type":["null","int","string"] | "type":["null","int"] | ! TYPE /fields/0/type
            a type of the union longer | "type":["int","string"] | "type":["string","long"] | PROMOTED /fields/0/type/1
            default changed | "type":"int","default":1 | "type":"int","default":2 | ! DEFAULT /fields/0/default
            default gone | "type":"int","default":1 | "type":"int" | ! DEFAULT /fields/0/default
            default told | "type":"int" | "type":"int","default":1 | DEFAULT_ADDED /fields/0/default
            default null and not | "type":["null","int"],"default":null | "type":["int","null"],"default":0 | ! DEFAULT /fields/0/default; ORDER /fields/0/type
            fewer digits after the point | "type":{"type":"bytes","logicalType":"decimal","precision":19,"scale":4} | "type":{"type":"bytes","logicalType":"decimal","precision":19,"scale":2} | ! DECIMAL /fields/0/type
            more digits after the point | "type":{"type":"bytes","logicalType":"decimal","precision":19,"scale":4} | "type":{"type":"bytes","logicalType":"decimal","precision":19,"scale":6} | ! DECIMAL /fields/0/type
            fewer digits | "type":{"type":"bytes","logicalType":"decimal","precision":19,"scale":4} | "type":{"type":"bytes","logicalType":"decimal","precision":9,"scale":4} | ! DECIMAL /fields/0/type
            more digits | "type":{"type":"bytes","logicalType":"decimal","precision":9,"scale":4} | "type":{"type":"bytes","logicalType":"decimal","precision":19,"scale":4} | DIGITS_ADDED /fields/0/type
            nullable decimal with other digits | "type":["null",{"type":"bytes","logicalType":"decimal","precision":9,"scale":4}] | "type":["null",{"type":"bytes","logicalType":"decimal","precision":9,"scale":2}] | ! DECIMAL /fields/0/type/1
            decimal to bytes | "type":{"type":"bytes","logicalType":"decimal","precision":19,"scale":4} | "type":"bytes" | ! LOGICAL_TYPE /fields/0/type
            decimal to text | "type":{"type":"bytes","logicalType":"decimal","precision":19,"scale":4} | "type":"string" | ! TYPE /fields/0/type
            micros to millis | "type":{"type":"long","logicalType":"timestamp-micros"} | "type":{"type":"long","logicalType":"timestamp-millis"} | ! LOGICAL_TYPE /fields/0/type
            millis to micros | "type":{"type":"long","logicalType":"timestamp-millis"} | "type":{"type":"long","logicalType":"timestamp-micros"} | ! LOGICAL_TYPE /fields/0/type
            instant to local time | "type":{"type":"long","logicalType":"timestamp-micros"} | "type":{"type":"long","logicalType":"local-timestamp-micros"} | ! LOGICAL_TYPE /fields/0/type
            instant to number | "type":{"type":"long","logicalType":"timestamp-micros"} | "type":"long" | ! LOGICAL_TYPE /fields/0/type
            day to number | "type":{"type":"int","logicalType":"date"} | "type":"int" | ! LOGICAL_TYPE /fields/0/type
            day to instant | "type":{"type":"int","logicalType":"date"} | "type":{"type":"long","logicalType":"timestamp-millis"} | ! LOGICAL_TYPE /fields/0/type
            time of day to seconds | "type":{"type":"int","logicalType":"time-millis"} | "type":"int" | ! LOGICAL_TYPE /fields/0/type
            text to UUID | "type":"string" | "type":{"type":"string","logicalType":"uuid"} | ! LOGICAL_TYPE /fields/0/type
            UUID to text | "type":{"type":"string","logicalType":"uuid"} | "type":"string" | ! LOGICAL_TYPE /fields/0/type
            a logical type that Avro does not know | "type":"string" | "type":{"type":"string","logicalType":"money"} | ! LOGICAL_TYPE /fields/0/type
            elements of a list | "type":{"type":"array","items":"int"} | "type":{"type":"array","items":"string"} | ! TYPE /fields/0/type/items
            values of a map | "type":{"type":"map","values":"long"} | "type":{"type":"map","values":{"type":"long","logicalType":"timestamp-millis"}} | ! LOGICAL_TYPE /fields/0/type/values
            bytes of a fixed | "type":{"type":"fixed","name":"F","size":2} | "type":{"type":"fixed","name":"F","size":3} | ! TYPE /fields/0/type/size
            name of a fixed | "type":{"type":"fixed","name":"F","size":2} | "type":{"type":"fixed","name":"G","size":2} | ! TYPE_RENAMED /fields/0/type/name
            symbol removed | "type":{"type":"enum","name":"K","symbols":["A","B"]} | "type":{"type":"enum","name":"K","symbols":["A"]} | ! SYMBOLS /fields/0/type/symbols
            symbol removed with the field's default | "type":{"type":"enum","name":"K","symbols":["A","B"]},"default":"A" | "type":{"type":"enum","name":"K","symbols":["A"]},"default":"A" | ! SYMBOLS /fields/0/type/symbols
            symbol removed with the enum's default | "type":{"type":"enum","name":"K","symbols":["A","B"],"default":"A"} | "type":{"type":"enum","name":"K","symbols":["A"],"default":"A"} | ! SYMBOLS /fields/0/type/symbols
            symbol added | "type":{"type":"enum","name":"K","symbols":["A"]} | "type":{"type":"enum","name":"K","symbols":["A","B"]} | SYMBOLS_ADDED /fields/0/type/symbols
            symbols in another order | "type":{"type":"enum","name":"K","symbols":["A","B"]} | "type":{"type":"enum","name":"K","symbols":["B","A"]} | ORDER /fields/0/type/symbols
            enum's default changed | "type":{"type":"enum","name":"K","symbols":["A","B"],"default":"A"} | "type":{"type":"enum","name":"K","symbols":["A","B"],"default":"B"} | ! DEFAULT /fields/0/type/default
            enum's default gone | "type":{"type":"enum","name":"K","symbols":["A","B"],"default":"A"} | "type":{"type":"enum","name":"K","symbols":["A","B"]} | ! DEFAULT /fields/0/type/default
            enum's default told | "type":{"type":"enum","name":"K","symbols":["A","B"]} | "type":{"type":"enum","name":"K","symbols":["A","B"],"default":"A"} | DEFAULT_ADDED /fields/0/type/default
            text to enum | "type":"string" | "type":{"type":"enum","name":"K","symbols":["A"]} | ! TYPE /fields/0/type
            deep in a list | "type":{"type":"array","items":{"type":"record","name":"L","fields":[{"name":"x","type":"int"}]}} | "type":{"type":"array","items":{"type":"record","name":"L","fields":[{"name":"x","type":"string"}]}} | ! TYPE /fields/0/type/items/fields/0/type
            inner record renamed | "type":{"type":"record","name":"L","fields":[]} | "type":{"type":"record","name":"M","fields":[]} | ! TYPE_RENAMED /fields/0/type/name
            inner record renamed by alias | "type":{"type":"record","name":"L","fields":[]} | "type":{"type":"record","name":"M","aliases":["L"],"fields":[]} | PROPERTY /fields/0/type/aliases
            inner record in another namespace | "type":{"type":"record","name":"L","fields":[]} | "type":{"type":"record","name":"other.L","fields":[]} | ! TYPE_RENAMED /fields/0/type/name
            field of an inner record | "type":["null",{"type":"record","name":"L","fields":[]}] | "type":["null",{"type":"record","name":"L","fields":[{"name":"x","type":"int"}]}] | ! FIELD_WITHOUT_DEFAULT /fields/0/type/1/fields/0
            codes told | "type":"string" | "type":"string","codes":{"open":false,"values":["A"]} | PROPERTY_ADDED /fields/0/codes
            code removed | "type":"string","codes":{"open":false,"values":["A","B"]} | "type":"string","codes":{"open":false,"values":["A"]} | ! CODES /fields/0/codes
            code added | "type":"string","codes":{"open":false,"values":["A"]} | "type":"string","codes":{"open":false,"values":["A","B"]} | CODES_ADDED /fields/0/codes
            open list longer | "type":"string","codes":{"open":true,"values":["A"]} | "type":"string","codes":{"open":true,"values":["A","B"]} | CODES_LISTED /fields/0/codes
            codes opened | "type":"string","codes":{"open":false,"values":["A"]} | "type":"string","codes":{"open":true,"values":["A"]} | ! CODES /fields/0/codes
            codes closed | "type":"string","codes":{"open":true,"values":["A"]} | "type":"string","codes":{"open":false,"values":["A"]} | ! CODES /fields/0/codes
            open list shorter | "type":"string","codes":{"open":true,"values":["A","B"]} | "type":"string","codes":{"open":true,"values":["A"]} | CODES_LISTED /fields/0/codes
            codes not told any more | "type":"string","codes":{"open":true,"values":["A"]} | "type":"string" | ! CODES /fields/0
            codes malformed | "type":"string" | "type":"string","codes":["A"] | ! PROPERTY_MALFORMED /fields/0
            codes mended | "type":"string","codes":["A"] | "type":"string","codes":{"open":false,"values":["A"]} | PROPERTY /fields/0
            unit told | "type":"int" | "type":"int","unit":"seconds" | PROPERTY_ADDED /fields/0/unit
            unit changed | "type":"int","unit":"seconds" | "type":"int","unit":"minutes" | ! UNIT /fields/0/unit
            unit not told any more | "type":"int","unit":"seconds" | "type":"int" | ! UNIT /fields/0
            range told | "type":"int" | "type":"int","range":"[0,1]" | PROPERTY_ADDED /fields/0/range
            range narrower | "type":"int","range":"[0,10]" | "type":"int","range":"[0,9]" | ! RANGE /fields/0/range
            range without its end | "type":"int","range":"[0,)" | "type":"int","range":"(0,)" | ! RANGE /fields/0/range
            range wider | "type":"int","range":"[0,10]" | "type":"int","range":"[0,11]" | RANGE_WIDER /fields/0/range
            range not told any more | "type":"int","range":"[0,10]" | "type":"int" | ! RANGE /fields/0
            ref told | "type":"string" | "type":"string","ref":"person" | PROPERTY_ADDED /fields/0/ref
            another ref | "type":"string","ref":"person" | "type":"string","ref":"project" | ! REF /fields/0/ref
            one ref more | "type":"string","ref":"person" | "type":"string","ref":["person","project"] | REF_ADDED /fields/0/ref
            one ref less | "type":"string","ref":["person","project"] | "type":"string","ref":"project" | ! REF /fields/0/ref
            ref not told any more | "type":"string","ref":"person" | "type":"string" | ! REF /fields/0
            classification told | "type":"string" | "type":"string","classification":["PAY"] | PROPERTY_ADDED /fields/0/classification
            classification gone | "type":"string","classification":["PAY"] | "type":"string" | ! CLASSIFICATION /fields/0
            classification less | "type":"string","classification":["MONEY","PAY"] | "type":"string","classification":["MONEY"] | ! CLASSIFICATION /fields/0/classification
            classification more | "type":"string","classification":["PAY"] | "type":"string","classification":["MONEY","PAY"] | CLASSIFICATION_ADDED /fields/0/classification
            doc | "type":"int","doc":"A." | "type":"int","doc":"B." | DOC /fields/0/doc
            doc gone | "type":"int","doc":"A." | "type":"int" | DOC /fields/0/doc
            sort order | "type":"int" | "type":"int","order":"descending" | ORDER /fields/0
            fields in another order | {"name":"a","type":"int"},{"name":"b","type":"string"} | {"name":"b","type":"string"},{"name":"a","type":"int"} | ORDER /fields
            another property | "type":"int","x":1 | "type":"int","x":2 | PROPERTY /fields/0
            another property of a type | "type":{"type":"int","x":1} | "type":{"type":"int","x":2} | PROPERTY /fields/0/type
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = CHANGES, quoteCharacter = '`')
    void each_change_is_told_by_kind_and_place(String change, String then, String now, String told)
            throws JsonProcessingException {
        var released = event(then);
        var today = event(now);

        var changes = SchemaChanges.between(released, today);

        assertThat(changes.stream().map(SchemaChangesTest::line))
                .as(change)
                .containsExactlyInAnyOrderElementsOf(told == null ? List.of() : List.of(told.split("; *")));
        for (var each : changes) {
            assertThat(JSON.readTree(today.toString()).at(each.pointer()).isMissingNode()
                            && JSON.readTree(released.toString())
                                    .at(each.pointer())
                                    .isMissingNode())
                    .as(each.pointer() + " points nowhere")
                    .isFalse();
            assertThat(each.event()).isEqualTo("n.Happened");
            assertThat(each.reason()).isNotBlank().doesNotEndWith(".");
            assertThat(each.remedy().isEmpty())
                    .as(each.kind() + " with a remedy")
                    .isNotEqualTo(each.isBreaking());
        }
    }

    @Test
    void an_event_is_added_removed_and_renamed() {
        var event = event("\"type\":\"int\"");
        var renamed = new Schema.Parser()
                .parse(event.toString().replace("\"Happened\"", "\"Occurred\",\"aliases\":[\"Happened\"]"));

        assertThat(SchemaChanges.between(null, null)).isEmpty();
        assertThat(SchemaChanges.between(null, event).stream().map(SchemaChangesTest::line))
                .containsExactly("EVENT_ADDED ");
        assertThat(SchemaChanges.between(event, null).stream().map(SchemaChangesTest::line))
                .containsExactly("! EVENT_REMOVED ");
        assertThat(SchemaChanges.between(event, renamed).stream().map(SchemaChangesTest::line))
                .containsExactly("! EVENT_RENAMED ", "PROPERTY /aliases");
    }

    @Test
    void a_changed_scale_is_told_by_what_an_amount_would_become() {
        var changes = SchemaChanges.between(
                event("\"type\":{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":19,\"scale\":4}"),
                event("\"type\":{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":19,\"scale\":2}"));

        assertThat(changes.getFirst().reason())
                .isEqualTo("stored events have 4 digits after the point; today's class would read 53.8800 as 5388.00");
        assertThat(changes.getFirst().remedy()).isEqualTo("Add a new field beside it and leave this one as it is.");
    }

    @Test
    void instants_and_days_are_told_by_what_they_would_become() {
        assertThat(reason(logical("long", "timestamp-millis"), logical("long", "timestamp-micros")))
                .endsWith("today's class would read 2026-03-02T09:00:00Z as 1970-01-21T12:20:42Z");
        assertThat(reason(logical("long", "timestamp-micros"), "\"type\":\"long\""))
                .endsWith("would hand on the number 1772442000000000 for 2026-03-02T09:00:00Z");
        assertThat(reason(logical("int", "date"), "\"type\":\"int\""))
                .endsWith("would hand on the number 20514 for 2026-03-02");
        assertThat(reason("\"type\":\"string\"", logical("string", "uuid")))
                .isEqualTo("stored events hold text (string) here; today's class would take the same bytes for a UUID"
                        + " (uuid)");
    }

    @Test
    void a_field_in_a_list_is_named_as_readers_name_it() {
        var line = "\"type\":{\"type\":\"array\",\"items\":[\"null\",{\"type\":\"record\",\"name\":\"L\",\"fields\":"
                + "[{\"name\":\"m\",\"type\":{\"type\":\"map\",\"values\":\"%s\"}}]}]}";

        var changes = SchemaChanges.between(event(line.formatted("int")), event(line.formatted("string")));

        assertThat(changes.getFirst().path()).isEqualTo("a[].m{}");
        assertThat(changes.getFirst().pointer()).isEqualTo("/fields/0/type/items/1/fields/0/type/values");
    }

    @Test
    void a_part_that_is_used_twice_is_told_where_it_is_written_out_and_one_that_holds_itself_ends() {
        var fields = "{\"name\":\"a\",\"type\":{\"type\":\"record\",\"name\":\"L\",\"fields\":[{\"name\":\"next\","
                + "\"type\":[\"null\",\"L\"]},{\"name\":\"x\",\"type\":\"%s\"}]}},{\"name\":\"b\",\"type\":\"L\"}";

        var changes = SchemaChanges.between(event(fields.formatted("int")), event(fields.formatted("boolean")));

        assertThat(changes.stream().map(SchemaChangesTest::line))
                .containsExactly("! TYPE /fields/0/type/fields/1/type");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            another scale | "type":{"type":"bytes","logicalType":"decimal","precision":19,"scale":4} | "type":{"type":"bytes","logicalType":"decimal","precision":19,"scale":2}
            micros to millis | "type":{"type":"long","logicalType":"timestamp-micros"} | "type":{"type":"long","logicalType":"timestamp-millis"}
            day to number | "type":{"type":"int","logicalType":"date"} | "type":"int"
            text to UUID | "type":"string" | "type":{"type":"string","logicalType":"uuid"}
            long to double | "type":"long" | "type":"double"
            int to float | "type":"int" | "type":"float"
            bytes to text | "type":"bytes" | "type":"string"
            default changed | "type":"int","default":1 | "type":"int","default":2
            field removed | {"name":"a","type":"int"},{"name":"b","type":"int"} | {"name":"a","type":"int"}
            symbol removed | "type":{"type":"enum","name":"K","symbols":["A","B"]} | "type":{"type":"enum","name":"K","symbols":["A"],"default":"A"}
            alias of one that stays | {"name":"a","type":"int"} | {"name":"a","type":"int"},{"name":"b","type":"int","aliases":["a"]}
            code removed | "type":"string","codes":{"open":false,"values":["A","B"]} | "type":"string","codes":{"open":false,"values":["A"]}
            """)
    void avro_alone_would_let_pass(String change, String then, String now) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(event(now), event(then));

        assertThat(result.getType()).as(change).isEqualTo(SchemaCompatibility.SchemaCompatibilityType.COMPATIBLE);
        assertThat(SchemaChanges.between(event(then), event(now))).anyMatch(SchemaChange::isBreaking);
    }

    @Test
    void no_contract_of_today_differs_from_itself() {
        var all = Contracts.all().stream().map(SpecificData.get()::getSchema).toList();

        assertThat(all).hasSizeGreaterThan(130);
        assertThat(all).allSatisfy(schema -> assertThat(SchemaChanges.between(
                        schema,
                        new Schema.Parser().parse(PortableSchema.of(schema).toString())))
                .isEmpty());
    }

    private static String reason(String then, String now) {
        return SchemaChanges.between(event(then), event(now)).getFirst().reason();
    }

    private static String logical(String type, String logicalType) {
        return "\"type\":{\"type\":\"" + type + "\",\"logicalType\":\"" + logicalType + "\"}";
    }

    private static String line(SchemaChange change) {
        return (change.isBreaking() ? "! " : "") + change.kind() + " " + change.pointer();
    }

    private static Schema event(String fields) {
        var all = fields.startsWith("{") ? fields : "{\"name\":\"a\"," + fields + "}";
        return new Schema.Parser()
                .parse("{\"type\":\"record\",\"namespace\":\"n\",\"name\":\"Happened\",\"fields\":[" + all + "]}");
    }
}
