package io.fairlead.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireFormatTest {

    @Test
    void header_is_a_zero_byte_and_the_id_big_endian() {
        assertThat(WireFormat.encode(0x01020304, new byte[] {9})).containsExactly(0, 1, 2, 3, 4, 9);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 255, 65_536, Integer.MAX_VALUE})
    void what_was_encoded_is_decoded(int id) {
        var framed = WireFormat.decode(WireFormat.encode(id, new byte[] {0, -1, 7}));
        assertThat(framed.schemaId()).isEqualTo(id);
        assertThat(framed.payload()).containsExactly(0, -1, 7);
    }

    @Test
    void an_empty_payload_is_fine() {
        assertThat(WireFormat.decode(WireFormat.encode(1, new byte[0])).payload())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void an_id_below_one_is_refused(int id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WireFormat.encode(id, new byte[0]))
                .withMessageContaining("not positive");
    }

    @Test
    void a_short_value_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WireFormat.decode(new byte[4]))
                .withMessageContaining("4 bytes is too short");
    }

    @Test
    void another_first_byte_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WireFormat.decode(new byte[] {'{', 0, 0, 0, 1}))
                .withMessageContaining("byte 123, not 0");
    }

    @Test
    void a_value_with_id_zero_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WireFormat.decode(new byte[5]))
                .withMessageContaining("schema id 0");
    }
}
