package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.faults.HeldConnections;
import io.fairlead.faults.HeldConnections.Held;
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

    @Test
    void whoever_trickles_is_cut_and_told_why_where_an_answer_is_possible() throws Exception {
        var clients = new LinkedHashMap<String, Future<Held>>();
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
            assertThat(end.time()).as(client.getKey()).isLessThanOrEqualTo(CUT_MAX);
            var told = answers.get(client.getKey());
            if (told != null) {
                assertThat(end.status()).as(client.getKey()).isEqualTo(told);
            }
        }
    }

    private static String post(String path, String type) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                + "\r\nContent-Length: 50000\r\n\r\n";
    }

    private Held trickle(String first, String step) {
        return new HeldConnections("http://127.0.0.1:" + port, STEP_MILLIS, CUT_MAX.multipliedBy(2))
                .held(first, 0, step);
    }
}
