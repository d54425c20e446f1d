package io.fairlead.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * Asks a Confluent-compatible schema registry, for publishers and readers of topics. Ids never change, so answers are kept
 * for good and known schemas work while the registry is away. Thread-safe.
 */
public final class RegistryClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int ATTEMPTS_MAX = 3;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final String baseUrl;
    private final Duration timeout;
    private final String token;
    private final HttpClient http;
    private final Map<Subject, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    private record Subject(String name, String schema) {}

    /** A client with a time-out of 5 s per request. */
    public RegistryClient(URI baseUrl) {
        this(baseUrl, TIMEOUT);
    }

    /** A client with a time-out of 5 s per request, which shows a bearer token; none where it is empty. */
    public RegistryClient(URI baseUrl, String token) {
        this(baseUrl, TIMEOUT, token);
    }

    /**
     * A client.
     *
     * @param baseUrl where {@code /subjects} stands, with or without a slash at the end
     * @param timeout of connecting and of each request
     */
    public RegistryClient(URI baseUrl, Duration timeout) {
        this(baseUrl, timeout, "");
    }

    private RegistryClient(URI baseUrl, Duration timeout, String token) {
        this.baseUrl = baseUrl.toString().replaceAll("/+$", "");
        this.timeout = timeout;
        this.token = token;
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    /**
     * The schema's id, registering it under the subject when it is new there. {@code avro.java.string} is left out.
     *
     * @throws RegistryRefused when the schema is bad or not compatible with the subject's former versions
     * @throws RegistryUnavailable when the registry does not answer
     */
    public int register(String subject, Schema schema) {
        var text = PortableSchema.of(schema).toString();
        var key = new Subject(subject, text);
        var known = ids.get(key);
        if (known != null) {
            return known;
        }
        var body = JSON.createObjectNode().put("schema", text).toString();
        var answer = ask("POST", "/subjects/" + encoded(subject) + "/versions", body);
        int id = answer.path("id").asInt();
        if (id <= 0) {
            throw new RegistryUnavailable("POST " + subject, "its answer names no id", null);
        }
        ids.put(key, id);
        return id;
    }

    /**
     * The schema of an id.
     *
     * @throws RegistryRefused with code 40403 when the registry does not know it
     * @throws RegistryUnavailable when the registry does not answer
     */
    public Schema byId(int id) {
        var known = schemas.get(id);
        if (known != null) {
            return known;
        }
        var request = "/schemas/ids/" + id;
        var answer = ask("GET", request, "");
        try {
            var schema = new Schema.Parser().parse(answer.path("schema").asText());
            schemas.put(id, schema);
            return schema;
        } catch (SchemaParseException e) {
            throw new RegistryUnavailable("GET " + request, "its answer holds no Avro schema", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private JsonNode ask(String method, String path, String body) {
        var asked = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(timeout)
                .header("Accept", CONTENT_TYPE)
                .header("Content-Type", CONTENT_TYPE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            asked.header("Authorization", "Bearer " + token);
        }
        var request = asked.build();
        var name = method + " " + path;
        for (int attempt = 1; ; attempt++) {
            try {
                var answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() < 500) {
                    return read(name, answer);
                }
                if (attempt == ATTEMPTS_MAX) {
                    throw new RegistryUnavailable(name, "status " + answer.statusCode(), null);
                }
            } catch (IOException e) {
                if (attempt == ATTEMPTS_MAX) {
                    throw new RegistryUnavailable(name, String.valueOf(e), e);
                }
            } catch (InterruptedException e) {
                throw interrupted(name, e);
            }
            pause(name, attempt);
        }
    }

    private static JsonNode read(String name, HttpResponse<String> answer) {
        JsonNode body;
        try {
            body = JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new RegistryUnavailable(name, "status " + answer.statusCode() + " with a body that is not JSON", e);
        }
        if (answer.statusCode() >= 300) {
            int code = body.path("error_code").asInt(answer.statusCode());
            throw new RegistryRefused(
                    name, answer.statusCode(), code, body.path("message").asText("no message"));
        }
        return body;
    }

    private static void pause(String name, int attempt) {
        try {
            Thread.sleep(PAUSE.multipliedBy(attempt));
        } catch (InterruptedException e) {
            throw interrupted(name, e);
        }
    }

    private static RegistryUnavailable interrupted(String name, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new RegistryUnavailable(name, "interrupted", cause);
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
