package io.fairlead.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

class ContractDocsTest {

    @Test
    void every_record_and_field_is_explained() {
        var contracts =
                Contracts.all().stream().map(SpecificData.get()::getSchema).toList();
        assertThat(contracts).as("generated records on the class path").isNotEmpty();
        assertThat(contracts.stream()
                        .flatMap(schema -> Docs.missingIn(schema).stream())
                        .distinct())
                .as("records and fields without doc; write one in schemas/src/main/avro, with unit and range")
                .isEmpty();
    }

    @Test
    void an_unexplained_record_and_field_are_found_however_deep() {
        var schema = new Schema.Parser().parse("""
                        {"type":"record","name":"n.Outer","doc":"d","fields":[
                          {"name":"told","type":"int","doc":"d"},
                          {"name":"untold","type":"int"},
                          {"name":"blank","type":"int","doc":" "},
                          {"name":"deep","doc":"d","type":["null",{"type":"array","items":
                            {"type":"record","name":"n.Inner","fields":[{"name":"x","type":"int"}]}}]},
                          {"name":"kind","doc":"d","type":{"type":"enum","name":"n.Kind","symbols":["A"]}}]}""");
        assertThat(Docs.missingIn(schema))
                .containsExactly("n.Outer.untold", "n.Outer.blank", "n.Inner", "n.Inner.x", "n.Kind");
    }

    @Test
    void a_record_that_holds_itself_ends() {
        var schema = new Schema.Parser().parse("""
                        {"type":"record","name":"n.Node","doc":"d","fields":[
                          {"name":"next","type":["null","n.Node"],"doc":"d"}]}""");
        assertThat(Docs.missingIn(schema)).isEmpty();
    }
}
