package io.fairlead.story;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import openapi.client.ApiClient;
import openapi.client.ApiException;
import openapi.client.ApiResponse;

/**
 * A door before the application's: whatever comes in goes on by the client that the build generates from {@code
 * openapi.json}, through its methods and its classes alone. What the description does not know, a path, a
 * parameter, a field of a body or of an answer, does not pass.
 */
final class GeneratedDoor implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final GeneratedOperations operations = GeneratedOperations.read();
    private final ApiClient client = new ApiClient();
    private final ObjectMapper json =
            ApiClient.createDefaultObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private final Path files;
    private final Set<String> used = new ConcurrentSkipListSet<>();
    private final Map<String, String> notPassed = new ConcurrentHashMap<>();

    /**
     * @param application its address, {@code http://host:port}
     * @param files a folder for what is sent as files
     */
    GeneratedDoor(String application, Path files) throws IOException {
        this.files = files;
        client.updateBaseUri(application);
        client.setObjectMapper(json);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Operations that were called. */
    Set<String> used() {
        return Set.copyOf(used);
    }

    /** What the generated client could not send or read, and why; by operation. */
    Map<String, String> notPassed() {
        return new TreeMap<>(notPassed);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange, passed(exchange, exchange.getRequestBody().readAllBytes()));
        }
    }

    private Answer passed(HttpExchange exchange, byte[] body) {
        try {
            var call = operations.of(exchange.getRequestMethod(), exchange.getRequestURI());
            used.add(call.operation());
            return called(call, exchange, body);
        } catch (Exception broken) {
            notPassed.put(exchange.getRequestMethod() + " " + exchange.getRequestURI(), String.valueOf(broken));
            return new Answer(400, Map.of(), "{\"code\":\"NOT_PASSED\"}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private record Answer(int status, Map<String, List<String>> headers, byte[] body) {}

    private Answer called(GeneratedOperations.Call call, HttpExchange exchange, byte[] body) throws Exception {
        try {
            var fields = exchange.getRequestHeaders();
            var parts = parts(fields.getFirst("Content-Type"), body);
            var arguments = call.arguments(json, fields, body, parts, files);
            var told = (ApiResponse<?>) call.method().invoke(call.api(client), arguments);
            return new Answer(told.getStatusCode(), told.getHeaders(), json.writeValueAsBytes(told.getData()));
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof ApiException told && told.getCode() > 0) {
                var problem = told.getResponseBody() == null ? "" : told.getResponseBody();
                return new Answer(
                        told.getCode(), told.getResponseHeaders().map(), problem.getBytes(StandardCharsets.UTF_8));
            }
            throw refused.getCause() instanceof Exception cause ? cause : refused;
        }
    }

    /** Files of a multipart body by the name of their part, each put into a file, as the generated client wants it. */
    private Map<String, Path> parts(String type, byte[] body) throws IOException {
        var parts = new TreeMap<String, Path>();
        if (type == null || !type.startsWith("multipart/form-data")) {
            return parts;
        }
        var border = "--" + type.substring(type.indexOf("boundary=") + "boundary=".length());
        for (var part : new String(body, StandardCharsets.ISO_8859_1).split("(\r\n)?\\Q" + border + "\\E", -1)) {
            int head = part.indexOf("\r\n\r\n");
            if (head > 0) {
                var name = part.replaceAll("(?s).*?; name=\"([^\"]*)\".*", "$1");
                var file = Files.createTempFile(files, name, ".part");
                parts.put(name, Files.write(file, part.substring(head + 4).getBytes(StandardCharsets.ISO_8859_1)));
            }
        }
        return parts;
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach((name, values) -> {
            if (name.startsWith("fairlead-")
                    || Set.of("content-type", "etag", "location", "retry-after").contains(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }
}
