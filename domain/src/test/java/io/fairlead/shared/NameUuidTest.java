package io.fairlead.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NameUuidTest {

    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void the_example_of_rfc_9562_appendix_a4_comes_out() {
        assertThat(NameUuid.in(DNS, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void version_and_variant_are_those_of_a_name_with_sha1() {
        var id = NameUuid.of("toggl", "Ana", "Bürö");

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void the_same_parts_give_the_same_id_for_ever() {
        assertThat(NameUuid.of("a", "bc")).hasToString("856c0b5d-360a-54a9-8755-302597a6d9e8");
    }

    @Test
    void borders_between_parts_count() {
        assertThat(NameUuid.of("a", "bc"))
                .isNotEqualTo(NameUuid.of("ab", "c"))
                .isNotEqualTo(NameUuid.of("abc"))
                .isNotEqualTo(NameUuid.of("a", "bc", ""));
    }

    @Test
    void a_name_without_parts_is_refused() {
        assertThatThrownBy(NameUuid::of).isInstanceOf(IllegalArgumentException.class);
    }
}
