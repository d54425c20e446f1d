package io.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonShapesTest {

    private final JsonShapes shapes = new JsonShapes();

    @Test
    void fields_are_told_with_their_types_and_data_as_keys_is_not() {
        shapes.see(
                "status",
                "status --all",
                0,
                "{\"parts\":[{\"name\":\"a\",\"pid\":1},{\"name\":\"b\"}],\"sums\":{\"EUR\":\"1.00\"}}");
        assertThat(shapes.seen().get("fairlead status --all"))
                .containsEntry(".parts[].name", Set.of("string"))
                .containsEntry(".parts[].pid", Set.of("integer", "absent"))
                .containsEntry(".sums.*", Set.of("string"))
                .doesNotContainKey(".sums.EUR");
    }

    @Test
    void what_is_new_or_gone_or_of_another_type_is_told() {
        shapes.see("status", "status", 0, "{\"name\":1,\"more\":true}");
        assertThat(shapes.differences(Map.of(
                        "fairlead status",
                        Map.of(".", Set.of("object"), ".name", Set.of("string"), ".url", Set.of("string")))))
                .containsExactlyInAnyOrder(
                        "fairlead status --json: .name is integer",
                        "fairlead status --json: .more is boolean",
                        "fairlead status --json: .url is gone");
    }

    @Test
    void what_an_empty_list_would_hold_is_not_missed() {
        shapes.see("parked list", "parked list", 0, "{\"parked\":[]}");
        assertThat(shapes.differences(Map.of(
                        "fairlead parked list",
                        Map.of(
                                ".", Set.of("object"),
                                ".parked", Set.of("array"),
                                ".parked[]", Set.of("object"),
                                ".parked[].name", Set.of("string")))))
                .isEmpty();
    }

    @Test
    void a_refusal_has_a_form_of_its_own_and_is_not_missed() {
        shapes.see("work show", "work show x", 6, "{\"code\":\"NOT_FOUND\"}");
        assertThat(shapes.seen()).isEmpty();
        assertThat(shapes.differences(Map.of("fairlead work show", Map.of(".", Set.of("object")))))
                .isEmpty();
    }

    @Test
    void what_is_shown_of_all_firms_may_have_more_or_less_and_no_other_type() {
        shapes.see("work list", "work list", 0, "{\"items\":[{\"amount\":1,\"more\":true}]}");
        assertThat(shapes.differences(Map.of(
                        "fairlead work list",
                        Map.of(
                                ".", Set.of("object"),
                                ".items", Set.of("array"),
                                ".items[]", Set.of("object"),
                                ".items[].code", Set.of("string"),
                                ".items[].amount", Set.of("string")))))
                .containsExactly("fairlead work list --json: .items[].amount is integer");
    }
}
