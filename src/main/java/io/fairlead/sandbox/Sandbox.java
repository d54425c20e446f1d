package io.fairlead.sandbox;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.fairlead.guard.RequestGuard;
import io.fairlead.schema.FailureText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The sandbox ERP as a process: an HTTP server on loopback, one virtual thread per request, faults on request.
 *
 * <p>Started by the launcher with SANDBOX_PORT (default a free one), SANDBOX_DIR (default data/sandbox) and SANDBOX_TOKEN_FILE,
 * whose text every caller has to send, or by tests in their own process.
 */
public final class Sandbox implements AutoCloseable {

    private static final int BODY_BYTES_MAX = 10 * 1024 * 1024;
    private static final int BACKLOG = 256;

    private final HttpServer server;
    private final ExecutorService threads;
    private final String token;
    private final Ledger ledger;
    private final SandboxApi api;
    private final SandboxFaults faults = new SandboxFaults();
    private final CountDownLatch closing = new CountDownLatch(1);

    private Sandbox(HttpServer server, String token, Ledger ledger) {
        this.server = server;
        this.token = token;
        this.ledger = ledger;
        this.api = new SandboxApi(ledger);
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    /** One that asks nobody for a token, for tests. */
    public static Sandbox start(int port, Path directory) throws IOException {
        return start(port, directory, "");
    }

    /**
     * Opens the books in this folder and listens on loopback; port 0 takes a free one.
     *
     * @param token that every caller has to send; empty for none
     */
    public static Sandbox start(int port, Path directory, String token) throws IOException {
        // Without it each small answer waits for the client's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var ledger = new Ledger(Journal.open(directory));
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var sandbox = new Sandbox(HttpServer.create(address, BACKLOG), token, ledger);
            sandbox.server.createContext("/", sandbox::handle);
            sandbox.server.setExecutor(sandbox.threads);
            sandbox.server.start();
            return sandbox;
        } catch (IOException | RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    /** Where it listens, such as http://127.0.0.1:8600. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            RequestGuard.ANSWER_HEADERS.forEach(exchange.getResponseHeaders()::set);
            var refused = SandboxGate.refusal(exchange, token);
            if (refused.isPresent()) {
                send(exchange, reply(refused.get()));
                return;
            }
            var bytes = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
            var call = new SandboxApi.Call(exchange.getRequestMethod(), path(exchange), query(exchange), bytes);
            if (bytes.length > BODY_BYTES_MAX) {
                send(
                        exchange,
                        reply(new SandboxRefusal(413, "TOO_LARGE", "body", "at most " + BODY_BYTES_MAX + " bytes")));
            } else if (call.at(0).equals("faults")) {
                send(exchange, faults(call));
            } else if (SandboxApi.BUSINESS.contains(call.at(0))) {
                befall(exchange, call);
            } else {
                send(exchange, answer(call));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void befall(HttpExchange exchange, SandboxApi.Call call) throws IOException, InterruptedException {
        var settings = faults.settings();
        if (settings.lateMillis() > 0) {
            hold(settings.lateMillis());
        }
        switch (faults.draw()) {
            case NONE -> send(exchange, answer(call));
            case DUPLICATE -> twice(exchange, call);
            case ACCEPT_THEN_TIMEOUT -> {
                answer(call);
                hold(settings.holdMillis());
            }
            case THROTTLED -> {
                exchange.getResponseHeaders().set("Retry-After", String.valueOf(settings.retryAfterSeconds()));
                send(exchange, reply(new SandboxRefusal(429, "THROTTLED", "", "too many requests")));
            }
            case ERROR_BEFORE -> send(exchange, broken());
            case ERROR_AFTER -> {
                answer(call);
                send(exchange, broken());
            }
            case GARBAGE_HTML -> {
                answer(call);
                send(exchange, 200, "text/html", "<html><body>Please sign in again</body></html>");
            }
            case GARBAGE_TRUNCATED -> {
                var text = Json.MAPPER.writeValueAsString(answer(call).body());
                send(exchange, 200, "application/json", text.substring(0, text.length() / 2));
            }
            case GARBAGE_WRONG_ID -> {
                answer(call);
                var wrong = Map.of("id", "X-999999", "externalRef", "someone-else", "version", 1, "status", "POSTED");
                send(exchange, Reply.ok(wrong));
            }
        }
    }

    private void twice(HttpExchange exchange, SandboxApi.Call call) throws IOException, InterruptedException {
        var second = threads.submit(() -> answer(call));
        var first = answer(call);
        try {
            second.get();
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
        send(exchange, call.at(0).equals("changes") ? repeated(first) : first);
    }

    /** The same page with each entry twice, as feeds do that promise at least once. */
    private static Reply repeated(Reply page) {
        if (page.status() != 200 || !(page.body() instanceof Map<?, ?> body)) {
            return page;
        }
        var again = new ArrayList<Object>((List<?>) Objects.requireNonNull(body.get("changes")));
        again.addAll(again.stream().toList());
        var copy = new HashMap<Object, Object>(body);
        copy.put("changes", again);
        return Reply.ok(copy);
    }

    private void hold(int millis) throws InterruptedException {
        // Ends at once when the sandbox closes.
        if (closing.await(millis, TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the sandbox closes");
        }
    }

    private Reply faults(SandboxApi.Call call) {
        try {
            if (call.method().equals("PUT")) {
                faults.set(SandboxFaults.Settings.read(call.json()));
            }
            return Reply.ok(faults.shown());
        } catch (SandboxRefusal refusal) {
            return reply(refusal);
        }
    }

    @CanIgnoreReturnValue
    private Reply answer(SandboxApi.Call call) {
        try {
            return api.answer(call, faults.settings().ignoreReferences());
        } catch (SandboxRefusal refusal) {
            return reply(refusal);
        } catch (RuntimeException e) {
            System.err.println("sandbox: a call failed: " + FailureText.of(e));
            return broken();
        }
    }

    private static Reply broken() {
        return reply(new SandboxRefusal(
                500, "INTERNAL", "", "something broke; the request may or may not have been handled"));
    }

    private static Reply reply(SandboxRefusal refusal) {
        return new Reply(
                refusal.status,
                Map.of("code", refusal.code, "field", refusal.field, "message", String.valueOf(refusal.getMessage())));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        send(exchange, reply.status(), "application/json", Json.MAPPER.writeValueAsString(reply.body()));
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static List<String> path(HttpExchange exchange) {
        return Arrays.stream(exchange.getRequestURI().getRawPath().split("/"))
                .filter(part -> !part.isEmpty())
                .map(Sandbox::decoded)
                .toList();
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new HashMap<String, String>();
        var raw = exchange.getRequestURI().getRawQuery();
        for (var pair : raw == null ? new String[0] : raw.split("&")) {
            var at = pair.indexOf('=');
            if (at > 0) {
                query.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.close();
        ledger.close();
    }

    /** Runs until killed; prints one line with its address when ready. */
    public static void main(String[] args) throws Exception {
        var port = setting(args, "SANDBOX_PORT", "0");
        var directory = setting(args, "SANDBOX_DIR", "data/sandbox");
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException("SANDBOX_PORT must be a number from 0 to 65535, not " + port);
        }
        var file = setting(args, "SANDBOX_TOKEN_FILE", "");
        if (file.isEmpty()) {
            throw new IllegalArgumentException("SANDBOX_TOKEN_FILE must name the file of the token that callers send");
        }
        var token = Files.readString(Path.of(file)).strip();
        if (token.isEmpty()) {
            throw new IllegalArgumentException("SANDBOX_TOKEN_FILE: " + file + " is empty");
        }
        var sandbox = start(Integer.parseInt(port), Path.of(directory), token);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(sandbox::close));
        System.out.println("sandbox ready at " + sandbox.uri() + ", books in " + directory);
        Thread.currentThread().join();
    }

    private static String setting(String[] args, String name, String otherwise) {
        for (var arg : args) {
            if (arg.startsWith(name + "=")) {
                return arg.substring(name.length() + 1);
            }
        }
        var value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
