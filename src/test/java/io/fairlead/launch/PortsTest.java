package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which port a part gets, at the first start and later. */
class PortsTest {

    private static final String KEY = "FAIRLEAD_PORT";

    @TempDir
    private Path folder;

    private Ports ports(Map<String, String> environment) {
        var data = new DataFolder(folder);
        data.create();
        return new Ports(data, environment);
    }

    @Test
    void a_port_once_chosen_is_used_again() {
        var first = ports(Map.of()).claim("application", KEY);
        assertThat(ports(Map.of()).claim("application", KEY)).isEqualTo(first);
        assertThat(ports(Map.of()).claim("kafka", "FAIRLEAD_KAFKA_PORT")).isNotEqualTo(first);
    }

    @Test
    void a_port_a_stranger_took_is_replaced() throws IOException {
        var first = ports(Map.of()).claim("application", KEY);
        try (var _ = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            var second = ports(Map.of()).claim("application", KEY);
            assertThat(second).isNotEqualTo(first);
            assertThat(ports(Map.of()).remembered("application")).hasValue(second);
        }
    }

    @Test
    void a_port_that_had_to_be_another_is_told_and_kept_until_the_next_start() throws IOException {
        var data = new DataFolder(folder);
        data.create();
        var said = new ArrayList<String>();
        var first = new Ports(data, Map.of(), said::add).claim("application", KEY);
        assertThat(said).isEmpty();
        try (var _ = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            var second = new Ports(data, Map.of(), said::add).claim("application", KEY);
            assertThat(said)
                    .containsExactly("application: port %d is taken by another process; it has %d from now on"
                            .formatted(first, second));
            assertThat(ports(Map.of()).taken("application")).hasValue(first);
            assertThat(ports(Map.of()).moves()).isEqualTo(said);
        }
        var _ = new Ports(data, Map.of(), said::add).claim("application", KEY);
        assertThat(said).hasSize(1);
        assertThat(ports(Map.of()).taken("application")).isEmpty();
    }

    @Test
    void a_default_port_that_is_taken_at_the_first_start_is_told_too() throws IOException {
        var preferred = ports(Map.of()).claim("application", KEY);
        var other = new DataFolder(folder);
        Files.delete(other.ports());
        var said = new ArrayList<String>();
        try (var _ = new ServerSocket(preferred, 1, InetAddress.getLoopbackAddress())) {
            var port = new Ports(other, Map.of(), said::add).claim("application", KEY);
            assertThat(said)
                    .containsExactly("application: port %d is taken by another process; it has %d from now on"
                            .formatted(preferred, port));
        }
    }

    @Test
    void a_configured_port_wins_and_is_remembered() {
        var free = ports(Map.of()).claim("other", "OTHER");
        assertThat(ports(Map.of(KEY, Integer.toString(free))).claim("application", KEY))
                .isEqualTo(free);
        assertThat(ports(Map.of()).claim("application", KEY)).isEqualTo(free);
    }

    @Test
    void a_configured_port_that_is_taken_is_refused() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            assertThatThrownBy(() -> ports(Map.of(KEY, port)).claim("application", KEY))
                    .isInstanceOf(LaunchFailed.class)
                    .hasMessageContaining("port " + port + " of FAIRLEAD_PORT is taken");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65536", "http", "80 80"})
    void what_is_no_port_is_refused(String text) {
        assertThatThrownBy(() -> ports(Map.of(KEY, text)).claim("application", KEY))
                .isInstanceOf(LaunchFailed.class)
                .hasMessage("FAIRLEAD_PORT=%s is no port; give a number from 1 to 65535", text);
    }
}
