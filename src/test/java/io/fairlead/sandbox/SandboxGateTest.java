package io.fairlead.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Web pages stay out of the sandbox's books. */
@SuppressWarnings("NullAway.Init")
class SandboxGateTest {

    private static final String PAYMENT = "{\"externalRef\":\"p\",\"invoice\":\"X\",\"amount\":\"1.00\"}";

    @TempDir
    Path directory;

    private Sandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(0, directory);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Host: evil.example, 421, HOST_UNKNOWN",
        "Host: localhost\\r\\nOrigin: http://evil.example, 403, ORIGIN_FOREIGN",
        "Host: localhost\\r\\nOrigin: null, 403, ORIGIN_FOREIGN",
        "Host: localhost\\r\\nSec-Fetch-Site: cross-site, 403, ORIGIN_FOREIGN",
        "Host: localhost\\r\\nContent-Type: text/plain, 415, MEDIA_TYPE_UNSUPPORTED",
        "Host: localhost\\r\\nContent-Type: application/x-www-form-urlencoded, 415, MEDIA_TYPE_UNSUPPORTED"
    })
    void what_a_page_can_send_is_refused(String headers, int status, String code) throws IOException {
        for (var path : new String[] {"/payments", "/faults"}) {
            var answer = sent("POST " + path, headers.replace("\\r\\n", "\r\n"), PAYMENT);
            assertThat(answer).as(path).startsWith("HTTP/1.1 " + status).contains(code);
        }
    }

    @Test
    void the_books_are_not_read_under_another_name() throws IOException {
        assertThat(sent("GET /ledger", "Host: evil.example", ""))
                .startsWith("HTTP/1.1 421")
                .doesNotContain("invoices");
        assertThat(sent("GET /%6cedger", "Host: localhost", "")).startsWith("HTTP/1.1 400");
    }

    @Test
    void programs_are_answered_and_told_not_to_guess() throws IOException {
        var answer = sent("GET /ledger", "Host: 127.0.0.1:" + sandbox.uri().getPort(), "");
        assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase("X-Content-Type-Options: nosniff");
    }

    private String sent(String target, String headers, String body) throws IOException {
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), sandbox.uri().getPort())) {
            var request = target + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
