package io.fairlead.cases;

import io.fairlead.testing.FuzzValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls each operation of an OpenAPI description again and again, and holds each answer against that description. */
final class FuzzedApi {

    /** Operations that are minutes of work where they are accepted; they are sent with a parameter that is none. */
    private static final Set<String> LONG =
            Set.of("GET /v1/verification", "POST /v1/rebuilds", "GET /v1/schemas/verification");

    private static final List<String> ACCEPTS =
            List.of("text/html", "application/xml", "bogus", "*/*;q=x", "*/*", "application/json", "text/csv");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=b",
            "application/yaml",
            "*/*",
            "application/*+json");
    private static final String STALE = "\"999999999999\"";
    private static final List<String> ORIGINS = List.of("http://evil.example", "null", "http://127.0.0.1:1");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final String base;
    private final JsonNode description;

    FuzzedApi(String base) {
        this.base = base;
        this.description =
                JsonMapper.shared().readTree(text(HttpRequest.newBuilder(URI.create(base + "/openapi.json"))));
    }

    /** One method on one path. */
    record Operation(String method, String path, JsonNode told) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** What came back, and under which correlation it was sent. */
    record Answered(Operation operation, String correlation, int status, String type, String body, String sent) {

        boolean isRefused() {
            return status >= 400;
        }

        /** What is wrong with the answer; null when nothing is. */
        @Nullable
        String fault() {
            if (status >= 500) {
                return "answered " + status;
            }
            if (!isRefused() && sent.startsWith(STALE)) {
                return "answered " + status + " although its entity tag is stale";
            }
            if (!operation.told().path("responses").has(Integer.toString(status))) {
                return "answered " + status + ", which is not described";
            }
            return isRefused() ? faultOfProblem() : null;
        }

        private @Nullable String faultOfProblem() {
            try {
                var problem = JsonMapper.shared().readTree(body);
                var whole = type.startsWith("application/problem+json")
                        && problem.path("status").asInt() == status
                        && !problem.path("code").asString("").isEmpty()
                        && !problem.path("detail").asString("").isEmpty();
                return whole ? null : "answered " + status + " with something that is no problem document";
            } catch (JacksonException noJson) {
                return "answered " + status + " with something that is no JSON";
            }
        }

        @Override
        public String toString() {
            return operation + ": " + sent + " -> " + status + " " + body;
        }
    }

    List<Operation> operations() {
        var all = new ArrayList<Operation>();
        description.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> all.add(
                        new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return all;
    }

    /** Ids of what is listed. */
    List<String> knownIds() {
        var ids = new TreeSet<String>();
        for (var operation : operations()) {
            if (operation.method().equals("GET")
                    && !operation.path().contains("{")
                    && !LONG.contains(operation.toString())) {
                var answer = text(HttpRequest.newBuilder(URI.create(base + operation.path())));
                if (answer.startsWith("{")) {
                    JsonMapper.shared().readTree(answer).path("items").forEach(item -> item.properties().stream()
                            .filter(field -> field.getValue().isString())
                            .map(field -> field.getValue().stringValue())
                            .filter(value -> value.matches("[a-z-]+:.+"))
                            .forEach(value -> ids.add(value.substring(value.indexOf(':') + 1))));
                }
            }
        }
        return List.copyOf(ids);
    }

    /** Sends requests to one operation, each under a correlation of its own. */
    List<Answered> fuzz(Operation operation, int requests, long seed, List<String> ids) {
        var random = new Random(seed * 31 + operation.toString().hashCode());
        var values = new FuzzValues(random, description.path("components").path("schemas"), ids);
        var answers = new ArrayList<Answered>(requests);
        for (var i = 0; i < requests; i++) {
            answers.add(send(
                    operation,
                    values,
                    random,
                    "fuzz-" + seed + "-" + Math.abs(operation.toString().hashCode()) + "-" + i));
        }
        return answers;
    }

    /**
     * Sends a command that was accepted again and again, each time with another id and one field that is odd: what comes through is
     * taken, and must stop nobody.
     */
    List<Answered> spoil(FirmApi.Sent sent, int requests, long seed) {
        var operation = operationOf(sent.path());
        var random = new Random(seed * 31 + sent.hashCode());
        var answers = new ArrayList<Answered>(requests);
        for (var i = 0; i < requests; i++) {
            var body = FuzzValues.spoilt(sent.body(), "-f" + i, random);
            var correlation = "spoilt-" + seed + "-" + Math.abs(sent.hashCode()) + "-" + i;
            var request = HttpRequest.newBuilder(URI.create(base + sent.path()))
                    .header("Fairlead-Correlation", correlation)
                    .header("Fairlead-Actor", "ann")
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            answers.add(answered(operation, correlation, request, sent.path() + " " + body));
        }
        return answers;
    }

    private Operation operationOf(String path) {
        return operations().stream()
                .filter(each -> each.method().equals("POST"))
                .filter(each -> path.matches(each.path().replaceAll("\\{[^}]*}", "[^/]+")))
                .min(Comparator.comparingInt(each -> each.path().split("\\{", -1).length))
                .orElseThrow(() -> new IllegalStateException("no operation has the path " + path));
    }

    private Answered send(Operation operation, FuzzValues values, Random random, String correlation) {
        var target = target(operation, values, random);
        var request = HttpRequest.newBuilder(URI.create(base + target)).timeout(Duration.ofSeconds(60));
        request.header("Fairlead-Correlation", correlation);
        request.header("Fairlead-Actor", List.of("ann", "bob", "CLERK").get(random.nextInt(3)));
        var accept = random.nextInt(10) == 0 ? ACCEPTS.get(random.nextInt(ACCEPTS.size())) : "";
        if (!accept.isEmpty()) {
            request.header("Accept", accept);
        }
        if (random.nextInt(20) == 0) {
            request.header("Origin", ORIGINS.get(random.nextInt(ORIGINS.size())));
        }
        var body = "";
        var tag = "";
        if (operation.method().equals("GET")) {
            request.GET();
        } else {
            body = body(operation, values);
            var type = random.nextInt(12) == 0 ? TYPES.get(random.nextInt(TYPES.size())) : "application/json";
            request.header("Content-Type", type);
            if (random.nextInt(10) == 0) {
                tag = List.of("*", "\"1\"", "nonsense", "\"", STALE).get(random.nextInt(5));
                request.header("If-Match", tag);
            }
            request.method(operation.method(), HttpRequest.BodyPublishers.ofString(body));
        }
        return answered(operation, correlation, request, tag + " " + target + " " + accept + " " + body);
    }

    private static Answered answered(
            Operation operation, String correlation, HttpRequest.Builder request, String sent) {
        try {
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answered(
                    operation,
                    correlation,
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body(),
                    sent);
        } catch (IOException e) {
            return new Answered(operation, correlation, 599, "", String.valueOf(e), sent);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String body(Operation operation, FuzzValues values) {
        var content = operation.told().path("requestBody").path("content").path("application/json");
        return values.body(content.isMissingNode() ? null : content.path("schema"));
    }

    private static String target(Operation operation, FuzzValues values, Random random) {
        var path = operation.path();
        var query = new StringBuilder();
        if (LONG.contains(operation.toString())) {
            query.append("&no-parameter=1");
        }
        for (var parameter : operation.told().path("parameters")) {
            var name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("path")) {
                var value = values.text();
                path = path.replace("{" + name + "}", escaped(value.isEmpty() ? "x" : value));
            } else if (parameter.path("in").asString().equals("query") && random.nextInt(3) == 0) {
                // Far ahead, a read waits for 5 seconds, as it should.
                var value =
                        name.equals("at-least") ? "" + random.nextInt(3) : values.parameter(parameter.path("schema"));
                query.append('&').append(escaped(name)).append('=').append(escaped(value));
            }
        }
        if (random.nextInt(20) == 0) {
            query.append("&")
                    .append(List.of("cursor=%ff", "x=%00", "nonsense=1", "limit=-1", "at-least=%c0%af")
                            .get(random.nextInt(5)));
        }
        return path + (query.isEmpty() ? "" : "?" + query.substring(1));
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    private static String text(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
