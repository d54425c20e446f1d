package io.fairlead.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fields promise stands in their properties, where machines read it, and in the same words everywhere. */
class ContractPromisesTest {

    private static final List<Schema> CONTRACTS =
            Contracts.all().stream().map(SpecificData.get()::getSchema).toList();

    @Test
    void every_field_tells_machines_what_it_promises() {
        assertThat(CONTRACTS.stream()
                        .flatMap(schema -> Promises.missingIn(schema).stream())
                        .distinct())
                .as("give the field its property in schemas/src/main/avro; src/docs/contracts.md says which")
                .isEmpty();
    }

    @Test
    void every_contract_can_be_read_as_a_whole() {
        assertThat(CONTRACTS).isNotEmpty().allSatisfy(schema -> assertThat(RecordContract.of(schema))
                .isNotNull());
    }

    private static List<String> missing(String type, String doc, String properties) {
        return Promises.missingIn(new Schema.Parser().parse("""
                        {"type":"record","name":"n.E","fields":[
                          {"name":"currency","type":"string","unit":"ISO 4217 code"},
                          {"name":"name","type":"string","unit":"text"},
                          {"name":"f","type":%s,"doc":"%s"%s}]}"""
                .formatted(type, doc, properties.replace('\'', '"'))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '~', value = {
        "HOUR or DAY.                                       @ tells codes in prose only: [DAY, HOUR]",
        "LINE, CONTRACT or PO.                              @ tells codes in prose only: [CONTRACT, LINE, PO]",
        "Category: S, Z, E, AE, G, O; null means none.      @ tells codes in prose only",
        "Level of the row, for example CONTRACT_PERSON.     @ tells codes in prose only: [CONTRACT_PERSON]",
    })
    void codes_that_stand_in_prose_only_are_found(String doc, String message) {
        assertThat(missing("\"string\"", doc, ",'unit':'text'"))
                .singleElement()
                .asString()
                .startsWith("E.f " + message);
    }

    @ParameterizedTest
    @CsvSource({"ISO 4217.", "UTC; from the VAT table.", "An IBAN. Never two.", "By UNCL5305."})
    void prose_with_capitals_is_no_set_of_codes(String doc) {
        assertThat(missing("\"string\"", doc, ",'unit':'text'")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '~', value = {
        "'string' @ '' @ is text and has neither codes nor ref nor unit",
        "{'type':'array','items':'string'} @ '' @ is text and has neither codes nor ref nor unit",
        "['null','string'] @ ,'unit':'prose' @ has a unit that is not in the list for text: prose",
        "'string' @ ,'codes':{'open':false,'values':['B','A']} @ has codes that are not in the order of the alphabet",
        "'int' @ ,'range':'[0,1]' @ is a number and has no unit of the list: null",
        "'long' @ ,'unit':'furlongs','range':'[0,1]' @ is a number and has no unit of the list: furlongs",
        "'int' @ ,'unit':'seconds' @ is a number and has no range",
        "'bytes' @ '' @ holds bytes and has no unit of the list",
        "'int' @ ,'unit':'amount in currency','range':'(,)' @ is not classified MONEY",
        "'int' @ ,'unit':'amount in name','range':'(,)','classification':['MONEY'] @ names a currency field that is none: name",
        "'int' @ ,'unit':'amount in x','range':'(,)','classification':['MONEY'] @ names a currency field that is none: x",
        "'string' @ ,'unit':'text','rnage':'[0,1]' @ has an unknown property rnage",
    })
    void what_a_field_does_not_tell_is_found(String type, String properties, String message) {
        assertThat(missing(type.replace('\'', '"'), "d", properties.equals("''") ? "" : properties))
                .singleElement()
                .asString()
                .startsWith("E.f " + message);
    }

    @Test
    void a_doc_that_tells_other_codes_than_the_set_is_found() {
        assertThat(missing("\"string\"", "DAY, HOUR or WEEK.", ",'codes':{'open':false,'values':['DAY','HOUR']}"))
                .containsExactly("E.f tells codes that its set has not: [WEEK]");
        assertThat(missing("\"string\"", "DAY, HOUR or WEEK.", ",'codes':{'open':true,'values':['DAY','HOUR']}"))
                .isEmpty();
    }

    @Test
    void personal_text_that_is_not_classified_is_found_however_deep() {
        var schema = new Schema.Parser().parse("""
                {"type":"record","name":"n.E","fields":[{"name":"names","type":{"type":"array","items":
                  {"type":"record","name":"io.fairlead.shared.event.PersonalText","fields":[]}}}]}""");
        assertThat(Promises.missingIn(schema))
                .containsExactly("E.names holds personal text and is not classified PERSONAL");
    }
}
