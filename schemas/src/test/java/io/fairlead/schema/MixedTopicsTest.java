package io.fairlead.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

class MixedTopicsTest {

    /** Stored events keep their topic; whoever reads it may see both. */
    private static final List<MixedTopics.Accepted> ACCEPTED = List.of(new MixedTopics.Accepted(
            "person",
            Set.of("CostRateSet"),
            LocalDate.of(2026, 11, 29),
            "stored on the person's stream from the first"));

    private static final Schema COST =
            event("CostSet", "person", "{\"name\":\"rate\",\"type\":\"int\",\"classification\":[\"PAY\"]}");
    private static final Schema NAME = event("Named", "person", "{\"name\":\"name\",\"type\":\"string\"}");

    @Test
    void pay_lies_on_topics_of_its_own() {
        assertThat(MixedTopics.in(events(), ACCEPTED)).isEmpty();
    }

    @Test
    void a_new_topic_with_pay_beside_other_things_is_refused() {
        assertThat(MixedTopics.in(List.of(COST, NAME), List.of()))
                .containsExactly("topic of person: [CostSet] tell pay and lie beside [Named];"
                        + " give them an aggregate of their own");
    }

    @Test
    void another_event_of_pay_on_a_topic_that_was_accepted_is_refused() {
        var bonus = event(
                "BonusSet",
                "person",
                "{\"name\":\"all\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"n.Bonus\",\"fields\":["
                        + "{\"name\":\"amount\",\"type\":\"int\",\"classification\":[\"PAY\"]}]}}}");
        assertThat(MixedTopics.in(List.of(COST, NAME, bonus), List.of(accepted("CostSet"))))
                .singleElement()
                .asString()
                .contains("[BonusSet]");
    }

    @Test
    void pay_alone_on_its_topic_is_right() {
        var other = event("Named", "project", "{\"name\":\"name\",\"type\":\"string\"}");
        assertThat(MixedTopics.in(List.of(COST, other), List.of())).isEmpty();
    }

    @Test
    void what_is_accepted_and_mixes_nothing_any_more_is_told() {
        assertThat(MixedTopics.in(List.of(COST), List.of(accepted("CostSet"))))
                .containsExactly("topic of person: [CostSet] accepted on 2026-11-29 lie beside nothing else;"
                        + " take them off the list");
    }

    @Test
    void every_event_names_the_one_kind_whose_topic_it_lies_on() {
        assertThat(events()).isNotEmpty().allSatisfy(event -> assertThat(
                        FieldContract.of(event.getFields().getFirst()).refs())
                .as(event.getFullName())
                .hasSize(1));
    }

    private static MixedTopics.Accepted accepted(String event) {
        return new MixedTopics.Accepted("person", Set.of(event), LocalDate.of(2026, 11, 29), "planted");
    }

    /** Records that stand in no other. */
    private static List<Schema> events() {
        var all = Contracts.all().stream().map(SpecificData.get()::getSchema).toList();
        var parts = new HashSet<String>();
        all.forEach(record -> record.getFields().forEach(field -> parts(field.schema(), parts)));
        return all.stream()
                .filter(record -> !parts.contains(record.getFullName()))
                .toList();
    }

    private static void parts(Schema schema, Set<String> parts) {
        switch (schema.getType()) {
            case RECORD -> {
                if (parts.add(schema.getFullName())) {
                    schema.getFields().forEach(field -> parts(field.schema(), parts));
                }
            }
            case ARRAY -> parts(schema.getElementType(), parts);
            case MAP -> parts(schema.getValueType(), parts);
            case UNION -> schema.getTypes().forEach(type -> parts(type, parts));
            case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
        }
    }

    private static Schema event(String name, String kind, String field) {
        return new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"n." + name + "\",\"fields\":["
                        + "{\"name\":\"id\",\"type\":\"string\",\"ref\":\"" + kind + "\"}," + field + "]}");
    }
}
