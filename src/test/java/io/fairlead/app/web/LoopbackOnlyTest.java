package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackOnlyTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "localhost", "::1", "0:0:0:0:0:0:0:1"})
    void the_loopback_is_fine(String address) {
        assertThatCode(() -> new LoopbackOnly(address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.1", "example.org", "127.0.0.1.example.org", ""})
    void elsewhere_it_does_not_start(String address) {
        assertThatThrownBy(() -> new LoopbackOnly(address))
                .isInstanceOf(LoopbackOnly.NotLoopback.class)
                .hasMessageContaining("no identity provider is configured");
    }
}
