package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands send, and what they make of refusals. */
class ApiTest {

    private final List<String> seen = new ArrayList<>();
    private final List<Integer> statuses = new ArrayList<>();
    private String answer = "{}";
    private HttpServer server = newServer();

    private static HttpServer newServer() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void serve() {
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + headers.getFirst("Fairlead-Actor") + " " + headers.getFirst("Idempotency-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Fairlead-Position", "17");
            exchange.sendResponseHeaders(statuses.isEmpty() ? 200 : statuses.removeFirst(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private Api api() {
        return Api.local(
                Map.of("FAIRLEAD_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "ftp://host", "http://", "http://a b"})
    void an_address_that_is_none_is_a_usage_error(String url) {
        var failed = catchThrowableOfType(CommandFailed.class, () -> Api.local(Map.of("FAIRLEAD_URL", url)));
        assertThat(failed.code()).isEqualTo(ExitCode.USAGE);
        assertThat(failed).hasMessageStartingWith("FAIRLEAD_URL is no address");
    }

    @Test
    void a_command_names_actor_and_key() {
        answer = "{\"id\":\"a\"}";
        var accepted = api().as("ann").post("/v1/x", Map.of("n", 1), "key-1");
        assertThat(seen).containsExactly("POST /v1/x ann key-1 {\"n\":1}");
        assertThat(accepted.body().get("id").asString()).isEqualTo("a");
        assertThat(accepted.headers()).containsEntry("fairlead-position", "17");
    }

    @Test
    void a_refusal_is_told_with_code_field_and_hint() {
        statuses.add(422);
        answer = "{\"title\":\"refused\",\"detail\":\"nobody approves their own time\",\"code\":\"T-03\","
                + "\"field\":\"approvedBy\",\"hint\":\"ask the lead\"}";
        var failed = catchThrowableOfType(CommandFailed.class, () -> api().get("/v1/x"));
        assertThat(failed).hasMessage("T-03: nobody approves their own time (field approvedBy); ask the lead");
        assertThat(failed.code()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.problem()).containsEntry("code", "T-03");
    }

    @ParameterizedTest
    @CsvSource({
        "400,FAILED",
        "401,AUTHENTICATION",
        "403,AUTHENTICATION",
        "404,NOT_FOUND",
        "409,CONFLICT",
        "412,CONFLICT",
        "422,FAILED",
        "429,RETRY_LATER",
        "500,FAILED",
        "503,RETRY_LATER"
    })
    void each_status_has_its_exit_code(int status, ExitCode code) {
        statuses.add(status);
        answer = "no problem document";
        var failed = catchThrowableOfType(CommandFailed.class, () -> api().get("/v1/x"));
        assertThat(failed.code()).isEqualTo(code);
        assertThat(failed).hasMessageContaining("answered " + status);
    }

    @Test
    void with_patience_a_command_is_repeated_under_the_same_key() {
        statuses.addAll(List.of(503, 429, 200));
        var _ = api().withPatience(Duration.ofMinutes(1)).post("/v1/x", Map.of());
        assertThat(seen).hasSize(3);
        assertThat(seen.stream().distinct()).hasSize(1);
    }

    @Test
    void a_further_process_takes_the_call_under_the_same_key_when_nobody_listens_at_the_first() {
        var gone = newServer();
        var away = "http://127.0.0.1:" + gone.getAddress().getPort();
        gone.start();
        gone.stop(0);
        var there = "http://127.0.0.1:" + server.getAddress().getPort();
        var _ = new Api(away, "ann", Duration.ZERO, () -> List.of(away, there))
                .post("/v1/x?a=%20b", Map.of("n", 1), "key-1");
        assertThat(seen).containsExactly("POST /v1/x?a=%20b ann key-1 {\"n\":1}");
        statuses.add(503);
        var failed = catchThrowableOfType(
                CommandFailed.class, () -> new Api(there, "ann", Duration.ZERO, () -> List.of(there)).get("/v1/x"));
        assertThat(failed.code()).isEqualTo(ExitCode.RETRY_LATER);
        assertThat(seen).hasSize(2);
    }

    @Test
    void who_waits_is_told_once_in_a_while_and_gives_up_with_retry_later() {
        var lines = new ArrayList<String>();
        answer = "{\"code\":\"STORE_UNAVAILABLE\",\"detail\":\"away\"}";
        statuses.addAll(List.of(503, 200));
        var _ = api().withPatience(Duration.ofMinutes(1)).telling(lines::add).get("/v1/x");
        assertThat(lines).containsExactly("waiting since 0 s, at most 60 s: STORE_UNAVAILABLE: away");
        statuses.addAll(List.of(503, 503, 503));
        var failed = catchThrowableOfType(CommandFailed.class, () -> api().withPatience(Duration.ofMillis(600))
                .get("/v1/x"));
        assertThat(failed.code()).isEqualTo(ExitCode.RETRY_LATER);
    }

    @Test
    void an_application_that_is_away_means_retry_later() {
        var api = api();
        server.stop(0);
        var failed = catchThrowableOfType(CommandFailed.class, () -> api.get("/v1/x"));
        assertThat(failed.code()).isEqualTo(ExitCode.RETRY_LATER);
        assertThat(failed).hasMessageContaining("fairlead status");
    }
}
