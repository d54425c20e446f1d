package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PartLookTest {

    private static String address(Part part, int port) {
        return switch (part) {
            case POSTGRES -> "jdbc:postgresql://127.0.0.1:" + port + "/fairlead";
            case KAFKA -> "127.0.0.1:" + port;
            case SANDBOX, APPLICATION -> "http://127.0.0.1:" + port;
        };
    }

    @ParameterizedTest
    @EnumSource
    void a_port_that_takes_connections_and_answers_nothing_is_no_part_that_serves(Part part) throws IOException {
        try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var address = address(part, socket.getLocalPort());
            assertThat(PartLook.at(part, address)).isEqualTo(new PartLook(false, "no answer within 2 s"));
            assertThat(PartLook.listening(address)).isEqualTo(new PartLook(true, "answers"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void where_nobody_listens_that_is_told(Part part) {
        assertThat(PartLook.at(part, address(part, 1))).isEqualTo(new PartLook(false, "nobody listens"));
        assertThat(PartLook.listening(address(part, 1))).isEqualTo(new PartLook(false, "nobody listens"));
    }

    @Test
    void a_stranger_at_the_port_is_no_part() throws IOException {
        try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var _ = Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) {
                    try (var caller = socket.accept()) {
                        caller.getOutputStream().write("220 mail, who is there?\r\n".getBytes("US-ASCII"));
                        caller.getOutputStream().flush();
                        var _ = caller.getInputStream().readAllBytes();
                    } catch (IOException e) {
                        return;
                    }
                }
            });
            for (var part : new Part[] {Part.POSTGRES, Part.KAFKA}) {
                assertThat(PartLook.at(part, address(part, socket.getLocalPort()))
                                .saw())
                        .isEqualTo("somebody else answers at its port");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db.example:6432/fairlead?x=y, db.example:6432",
        "jdbc:postgresql://db/fairlead, db:5432",
        "'broker-1:9092,broker-2:9093', broker-1:9092",
        "https://erp.example/path, erp.example:443",
        "http://erp.example, erp.example:80",
        "http://[::1]:8080/x, ::1:8080",
        "broker, ",
        "broker:70000, ",
        "'', "
    })
    void host_and_port_are_found_in_each_kind_of_address(String address, String place) {
        var found = PartLook.place(address).map(at -> at.getHostString() + ":" + at.getPort());
        assertThat(found.orElse(null)).isEqualTo(place);
    }
}
