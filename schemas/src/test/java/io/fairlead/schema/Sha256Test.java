package io.fairlead.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {

    /** FIPS 180-4, one-block message. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void the_standards_own_value_comes_out() {
        assertThat(Sha256.hex("abc")).isEqualTo(ABC);
        assertThat(Sha256.hex("abc", 8)).isEqualTo(ABC.substring(0, 16));
        assertThat(Sha256.of(bytes("abc"))).hasSize(32);
    }

    @Test
    void parts_hash_as_what_they_make_together() {
        assertThat(Sha256.hex(bytes("a"), bytes(""), bytes("bc"))).isEqualTo(ABC);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
