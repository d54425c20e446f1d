package io.fairlead.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractValuesTest {

    private static Schema.Field field(String type, String properties) {
        var schema = """
                {"type":"record","name":"n.Event","fields":[{"name":"f","type":%s%s}]}"""
                .formatted(type, properties.isEmpty() ? "" : "," + properties);
        return new Schema.Parser().parse(schema).getField("f");
    }

    private static FieldContract contract(String properties) {
        return FieldContract.of(field("\"string\"", properties));
    }

    @Test
    void a_field_tells_all_it_promises() {
        var told = contract("""
                "codes":{"open":false,"values":["A","B"]},"unit":"seconds","range":"[1,86400]",
                "ref":["contract","project"],"classification":["PAY","PERSONAL"]""");
        assertThat(told)
                .isEqualTo(new FieldContract(
                        new Codes(false, List.of("A", "B")),
                        "seconds",
                        Range.parse("[1,86400]"),
                        new TreeSet<>(List.of("contract", "project")),
                        new TreeSet<>(List.of(Classification.PERSONAL, Classification.PAY))));
        assertThat(contract("\"ref\":\"person\"").refs()).containsExactly("person");
    }

    @Test
    void a_field_without_properties_promises_nothing() {
        var nothing = contract("");
        assertThat(nothing.promisesNothing()).isTrue();
        assertThat(nothing.violations("anything")).isEmpty();
        assertThat(nothing.violations(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '~', value = {
        "'codes':['A']                                @ codes is [A]; write",
        "'codes':{'open':false}                       @ codes is {open=false}; write",
        "'codes':{'open':'no','values':['A']}         @ codes is",
        "'codes':{'open':false,'values':[]}           @ codes has no values",
        "'codes':{'open':false,'values':[1]}          @ codes.values is 1, not a text",
        "'codes':{'open':false,'values':['A','A']}    @ codes names 'A' twice",
        "'codes':{'open':false,'values':[' ']}        @ codes.values is  , not a text",
        "'unit':7                                     @ unit is 7, not a text",
        "'unit':''                                    @ unit is , not a text",
        "'range':[1,2]                                @ range is [1, 2], not a text",
        "'range':'1..2'                               @ range '1..2' is no interval",
        "'ref':[]                                     @ ref is an empty list",
        "'ref':'person:'                              @ ref 'person:' is no kind of aggregate",
        "'ref':['person','person']                    @ ref names 'person' twice",
        "'classification':'PAY'                       @ classification is PAY; write a list",
        "'classification':['SECRET']                  @ classification 'SECRET' is not known",
        "'classification':['PAY','PAY']               @ classification names PAY twice",
    })
    void a_malformed_property_names_field_and_remedy(String properties, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contract(properties.replace('\'', '"')))
                .withMessageStartingWith("field 'f': " + message);
    }

    @Test
    void a_closed_set_refuses_what_an_open_one_takes() {
        var closed = contract("\"codes\":{\"open\":false,\"values\":[\"DAY\",\"HOUR\"]}");
        assertThat(closed.violations("HOUR")).isEmpty();
        assertThat(closed.violations("hour")).containsExactly("text 'hour' is none of DAY, HOUR");
        assertThat(closed.violations("")).containsExactly("empty text '' is none of DAY, HOUR");
        assertThat(closed.violations(null)).isEmpty();
        assertThat(contract("\"codes\":{\"open\":true,\"values\":[\"DAY\"]}").violations("WEEK"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "[0,1]; 0; true", "[0,1]; 1; true", "[0,1]; 1.0001; false", "[0,1]; -0.0001; false",
        "(0,1); 0; false", "(0,1); 0.0001; true", "(0,1); 1.0000; false",
        "(0,); 1000000000000; true", "(0,); 0; false", "(,0); -1; true", "(,0]; 0.0000; true",
        "(,); -7; true", "[1,1]; 1; true", "[-5,-1]; -3; true", "[-5,-1]; 0; false",
    })
    void a_range_of_numbers_holds_its_ends_as_its_brackets_say(String range, BigDecimal number, boolean holds) {
        assertThat(Range.parse(range).contains(number)).isEqualTo(holds);
    }

    @Test
    void a_range_of_numbers_takes_whole_numbers_and_nothing_else() {
        var seconds = Range.parse("[1,86400]");
        assertThat(List.of(1, 86_400, 1L, 86_400L)).allMatch(seconds::contains);
        assertThat(List.of(0, 86_401, 0L, "1", LocalDate.EPOCH, 1.0)).noneMatch(seconds::contains);
        assertThat(seconds.contains(null)).isFalse();
    }

    @Test
    void a_range_of_days_takes_days_and_instants_by_their_day_in_utc() {
        var days = Range.parse("[1970-01-01,2199-12-31]");
        assertThat(List.of(
                        LocalDate.EPOCH,
                        LocalDate.of(2199, 12, 31),
                        Instant.EPOCH,
                        Instant.parse("2199-12-31T23:59:59.999999Z")))
                .allMatch(days::contains);
        assertThat(List.of(
                        LocalDate.of(1969, 12, 31),
                        LocalDate.of(2200, 1, 1),
                        Instant.parse("1969-12-31T23:59:59.999999Z"),
                        Instant.parse("2200-01-01T00:00:00Z"),
                        7))
                .noneMatch(days::contains);
        assertThat(Range.parse("(1970-01-01,1970-01-03)").contains(LocalDate.of(1970, 1, 2)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[2,1]", "(1,1)", "[1,1)", "(1,1]", "[2199-12-31,1970-01-01]", "(1970-01-01,1970-01-02)",
            })
    void a_range_in_which_nothing_lies_is_refused(String range) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Range.parse(range))
                .withMessage("range '" + range + "': nothing lies in it; put the lesser end first");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', value = {
        "[1]@is no interval", "1,2@is no interval", "[1, 2]@is no interval", "[a,b]@is no interval",
        "[1e3,)@is no interval", "[1.,2]@is no interval",
        "[,1]@takes a round bracket", "[1,]@takes a round bracket",
        "[1970-01-01,5]@mixes a day and a number", "[5,1970-01-01]@mixes a day and a number",
        "[1970-02-30,)@Invalid date",
    })
    void what_is_no_interval_is_refused(String range, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Range.parse(range))
                .withMessageContaining("range '" + range + "'")
                .withMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0,1]", "(0,)", "(,0.5]", "(,)", "[-1,86400]", "[1970-01-01,2199-12-31]", "(,1970-01-01)"})
    void a_range_is_told_as_it_was_read(String range) {
        assertThat(Range.parse(range)).hasToString(range);
    }

    @ParameterizedTest
    @CsvSource({
        "'[0,10]', '[0,10]', true", "'[0,10]', '(0,10)', true", "'(0,10)', '[0,10]', false",
        "'(0,)', '[1,5]', true", "'(0,)', '[0,5]', false", "'[1,5]', '(0,)', false", "'(,5]', '(,6]', false",
        "'[0,10]', '[0,11]', false", "'(,)', '[0,1]', true", "'(,)', '[1970-01-01,)', true", "'[0,1]', '(,)', false",
        "'[0,30000]', '[1970-01-01,1970-01-02]', false",
    })
    void a_range_covers_what_lies_wholly_in_it(String wider, String narrower, boolean covers) {
        assertThat(Range.parse(wider).covers(Range.parse(narrower))).isEqualTo(covers);
    }

    @Test
    void an_id_is_of_one_of_the_kinds_and_has_a_key() {
        var ref = contract("\"ref\":[\"contract\",\"project\"]");
        assertThat(ref.violations("contract:eng-31")).isEmpty();
        assertThat(ref.violations("project:p")).isEmpty();
        for (var other : List.of("person:ann", "contract:", "contract", "", ":x", "contracts:x")) {
            assertThat(ref.violations(other)).as(other).singleElement().asString().endsWith("is no id of contract or project");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "issuer|subject, local|ann, true", "issuer|subject, ann, false", "issuer|subject, '', false",
        "issuer|subject, |ann, false", "issuer|subject, local|, false",
        "ISO 4217 code, EUR, true", "ISO 4217 code, eur, false", "ISO 4217 code, '', false",
        "ISO 3166-1 alpha-2 code, DE, true", "ISO 3166-1 alpha-2 code, DEU, false",
        "stream key, contract:eng-31, true", "stream key, contract, false",
        "identifier, x, true", "identifier, ' ', false", "text, '', true", "a word nobody knows, '', true",
    })
    void a_text_looks_as_its_unit_promises(String unit, String text, boolean fits) {
        assertThat(contract("\"unit\":\"" + unit + "\"").violations(text).isEmpty()).isEqualTo(fits);
    }

    @Test
    void each_element_of_an_array_and_a_map_keeps_the_promise() {
        var seconds = FieldContract.of(
                field("{\"type\":\"array\",\"items\":\"int\"}", "\"unit\":\"seconds\",\"range\":\"[0,86400]\""));
        assertThat(seconds.violations(List.of(0, 86_400))).isEmpty();
        assertThat(seconds.violations(List.of())).isEmpty();
        assertThat(seconds.violations(List.of(0, -1, 86_401)))
                .containsExactly("number -1 is not in [0,86400]", "number 86401 is not in [0,86400]");
        assertThat(seconds.violations(Map.of("a", -1))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PERSONAL", "PAY"})
    void values_about_people_and_pay_are_left_out(String classification) {
        var told = contract("\"ref\":\"person\",\"classification\":[\"" + classification + "\"]");
        assertThat(told.violations("Ann Example")).containsExactly("text is no id of person");
    }

    @Test
    void a_long_value_is_shortened() {
        var told = contract("\"ref\":\"person\"").violations("x".repeat(1_000));
        assertThat(told).singleElement().asString().hasSizeLessThan(130).contains("xxx...'");
    }

    @Test
    void all_that_a_value_breaks_is_told() {
        assertThat(contract("\"ref\":\"person\",\"unit\":\"ISO 4217 code\"").violations("x"))
                .hasSize(2);
    }
}
