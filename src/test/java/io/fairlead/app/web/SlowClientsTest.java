package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that hold a connection by sending little: each is cut by the whole time that it took, all at once here. */
@Timeout(90)
class SlowClientsTest extends HttpTest {

    private static final Duration CUT_MAX = Duration.ofSeconds(30);
    private static final int STEP_MILLIS = 500;

    /** How long it held, and what it was told, if anything. */
    private record End(Duration held, String answer) {}

    @Test
    void whoever_trickles_is_cut_and_told_why_where_an_answer_is_possible() throws Exception {
        var clients = new LinkedHashMap<String, Future<End>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            clients.put("a header", threads.submit(() -> trickle("GET /v1/customers HTTP/1.1\r\nX-A: ", "a")));
            clients.put("many headers", threads.submit(() -> trickle("GET /v1/customers HTTP/1.1\r\n", "X-A: b\r\n")));
            clients.put("a body", threads.submit(() -> trickle(post("/v1/time-entries", "application/json"), "x")));
            clients.put(
                    "a body that stands still",
                    threads.submit(() -> trickle(post("/v1/time-entries", "application/json") + "{", "")));
            clients.put("a refused body", threads.submit(() -> trickle(post("/v1/time-entries", "text/plain"), "x")));
            clients.put(
                    "a file",
                    threads.submit(() ->
                            trickle(post("/v1/imports/time", "multipart/form-data; boundary=b") + "--b\r\n", "x")));
        }
        var answers = Map.of("a body", "408", "a body that stands still", "408", "a refused body", "415");
        for (var client : clients.entrySet()) {
            var end = client.getValue().get();
            assertThat(end.held()).as(client.getKey()).isLessThanOrEqualTo(CUT_MAX);
            var told = answers.get(client.getKey());
            if (told != null) {
                assertThat(end.answer()).as(client.getKey()).startsWith("HTTP/1.1 " + told);
            }
        }
    }

    private static String post(String path, String type) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                + "\r\nContent-Length: 50000\r\n\r\n";
    }

    /** Sends the first, then the step again and again, until the server ends the connection. */
    private End trickle(String first, String step) throws IOException {
        var begin = System.nanoTime();
        var answer = new ByteArrayOutputStream();
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(STEP_MILLIS);
            var out = socket.getOutputStream();
            out.write(first.getBytes(StandardCharsets.US_ASCII));
            while (isOpen(socket.getInputStream(), answer)) {
                out.write(step.getBytes(StandardCharsets.US_ASCII));
                if (held(begin).compareTo(CUT_MAX.multipliedBy(2)) > 0) {
                    break;
                }
            }
        } catch (IOException _) {
            // It was cut while it sent.
        }
        return new End(held(begin), answer.toString(StandardCharsets.US_ASCII));
    }

    private static Duration held(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Waits a step for the server's word; whether more may be sent. */
    private static boolean isOpen(InputStream in, ByteArrayOutputStream answer) throws IOException {
        try {
            var piece = new byte[4_096];
            int count = in.read(piece);
            if (count > 0) {
                answer.write(piece, 0, count);
            }
            return count >= 0;
        } catch (SocketTimeoutException _) {
            return true;
        }
    }
}
