package io.fairlead.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to a registry as a stock client sends them. */
final class RegistryCalls implements AutoCloseable {

    static final String V1 = "application/vnd.schemaregistry.v1+json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Supplier<URI> url;
    private final HttpClient http = HttpClient.newHttpClient();

    RegistryCalls(Supplier<URI> url) {
        this.url = url;
    }

    record Answer(int status, JsonNode body, String contentType, String text) {

        int code() {
            return body.path("error_code").asInt();
        }
    }

    static String schema(String name, String fields) {
        return "{\"type\":\"record\",\"name\":\"" + name + "\",\"namespace\":\"n\",\"fields\":[" + fields + "]}";
    }

    static String request(String schema) {
        return JSON.writeValueAsString(Map.of("schema", schema));
    }

    @CanIgnoreReturnValue
    int register(String subject, String schema) {
        var answer = post("/subjects/" + subject + "/versions", request(schema));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().path("id").asInt();
    }

    Answer get(String path) {
        return ask("GET", path, "");
    }

    Answer post(String path, String body) {
        return ask("POST", path, body);
    }

    @CanIgnoreReturnValue
    Answer put(String path, String body) {
        return ask("PUT", path, body);
    }

    Answer delete(String path) {
        return ask("DELETE", path, "");
    }

    Answer ask(String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(url.get() + path))
                .header("Content-Type", V1)
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    Answer postAs(String type, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(url.get() + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    Answer accepting(String type, String path) {
        return send(HttpRequest.newBuilder(URI.create(url.get() + path))
                .header("Accept", type)
                .build());
    }

    private Answer send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            var type = answer.headers().firstValue("Content-Type").orElse("");
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()), type, answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
