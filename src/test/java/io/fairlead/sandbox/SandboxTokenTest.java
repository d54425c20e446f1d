package io.fairlead.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox as the launcher starts it: whoever does not know its token is told nothing. */
class SandboxTokenTest {

    private Sandbox sandbox;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        sandbox = Sandbox.start(0, directory, "known");
    }

    @AfterEach
    void end() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /ledger",
        "POST, /payments",
        "POST, /invoices",
        "PUT, /faults",
        "GET, /faults",
        "GET, /changes",
        "GET, /none"
    })
    void strangers_are_refused_at_every_path(String method, String path) throws Exception {
        for (var sent : new String[] {"", "Bearer", "Bearer other", "bearer known", "known", "Basic known"}) {
            assertThat(status(method, path, sent)).as(sent).isEqualTo(401);
        }
    }

    @Test
    void who_knows_the_token_is_served() throws Exception {
        assertThat(status("GET", "/ledger", "Bearer known")).isEqualTo(200);
        assertThat(status("PUT", "/faults", "Bearer known")).isEqualTo(200);
    }

    @Test
    void everybody_may_ask_whether_it_runs() throws Exception {
        assertThat(status("GET", "/health", "")).isEqualTo(200);
    }

    private int status(String method, String path, String authorization) throws Exception {
        var request = HttpRequest.newBuilder(sandbox.uri().resolve(path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{}"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
