package io.fairlead.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistryClientTest {

    private static final Schema SCHEMA = new Schema.Parser().parse("""
                    {"type":"record","name":"R","namespace":"n","doc":"d","fields":[{"name":"t","doc":"text",
                     "type":{"type":"string","avro.java.string":"String"}}]}""");

    private record Answer(int status, String body) {}

    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private HttpServer server;
    private RegistryClient registry;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath() + " " + body);
            var answer = answers.remove();
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/registry/");
        registry = new RegistryClient(url, Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        registry.close();
        server.stop(0);
    }

    @Test
    void registering_leaves_out_what_only_java_needs_and_asks_once() {
        answers.add(new Answer(200, "{\"id\":7,\"more\":1}"));
        assertThat(registry.register("t/x-n.R", SCHEMA)).isEqualTo(7);
        assertThat(registry.register("t/x-n.R", SCHEMA)).isEqualTo(7);
        assertThat(requests).singleElement().satisfies(request -> assertThat(request)
                .startsWith("POST /registry/subjects/t%2Fx-n.R/versions")
                .contains("\\\"type\\\":\\\"string\\\"")
                .doesNotContain("avro.java.string"));
    }

    @Test
    void an_id_is_looked_up_once() {
        answers.add(new Answer(200, "{\"schema\":\"\\\"string\\\"\"}"));
        assertThat(registry.byId(3)).isEqualTo(Schema.create(Schema.Type.STRING));
        assertThat(registry.byId(3)).isEqualTo(Schema.create(Schema.Type.STRING));
        assertThat(requests).hasSize(1);
    }

    @Test
    void an_error_of_the_server_is_tried_again() {
        answers.add(new Answer(503, ""));
        answers.add(new Answer(500, "{}"));
        answers.add(new Answer(200, "{\"id\":7}"));
        assertThat(registry.register("s", SCHEMA)).isEqualTo(7);
    }

    @Test
    void three_errors_of_the_server_mean_not_available() {
        for (int i = 0; i < 3; i++) {
            answers.add(new Answer(503, ""));
        }
        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> registry.register("s", SCHEMA))
                .withMessageContaining("status 503");
    }

    @Test
    void a_refusal_is_told_with_its_code_and_not_tried_again() {
        answers.add(new Answer(409, "{\"error_code\":409,\"message\":\"incompatible\"}"));
        assertThatExceptionOfType(RegistryRefused.class)
                .isThrownBy(() -> registry.register("s", SCHEMA))
                .withMessageContaining("incompatible")
                .satisfies(refused -> assertThat(refused.errorCode()).isEqualTo(409));
        assertThat(requests).hasSize(1);
    }

    @Test
    void a_refusal_is_not_remembered() {
        answers.add(new Answer(404, "{\"error_code\":40403,\"message\":\"no\"}"));
        answers.add(new Answer(200, "{\"schema\":\"\\\"int\\\"\"}"));
        assertThatExceptionOfType(RegistryRefused.class).isThrownBy(() -> registry.byId(1));
        assertThat(registry.byId(1)).isEqualTo(Schema.create(Schema.Type.INT));
    }

    @Test
    void an_answer_that_is_not_json_means_not_available() {
        answers.add(new Answer(200, "<html>"));
        assertThatExceptionOfType(RegistryUnavailable.class)
                .isThrownBy(() -> registry.byId(1))
                .withMessageContaining("not JSON");
    }

    @Test
    void nobody_listening_means_not_available() {
        server.stop(0);
        assertThatExceptionOfType(RegistryUnavailable.class).isThrownBy(() -> registry.byId(1));
    }
}
