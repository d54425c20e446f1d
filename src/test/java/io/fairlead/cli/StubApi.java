package io.fairlead.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** An API that answers what a test says and notes what it was asked; and the CLI run against it. */
final class StubApi implements AutoCloseable {

    final List<Asked> asked = new ArrayList<>();
    private final HttpServer server;

    /** One request. */
    record Asked(
            String method, String target, String actor, String key, String body, boolean isDryRun, String bearer) {}

    /** One answer; position 0 when nothing changed. */
    record Told(int status, long position, String body) {}

    /** What a command ended with. */
    record Ended(int code, String out, String err) {}

    StubApi(Function<Asked, Told> answers) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            var one = new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    headers.getFirst("Fairlead-Actor"),
                    String.valueOf(headers.getFirst("Idempotency-Key")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    "true".equals(headers.getFirst("Fairlead-Dry-Run")),
                    String.valueOf(headers.getFirst("Authorization")));
            asked.add(one);
            var told = answers.apply(one);
            var body = told.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Fairlead-Position", Long.toString(told.position()));
            exchange.sendResponseHeaders(told.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    List<Asked> posts() {
        return asked.stream().filter(one -> one.method().equals("POST")).toList();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Runs {@code fairlead} with these arguments against this API. */
    Ended run(String... arguments) {
        return runAt(address(), arguments);
    }

    /** Runs {@code fairlead} with these arguments; standard output is caught, so tests of it do not run side by side. */
    static Ended runAt(String address, String... arguments) {
        var out = System.out;
        var err = System.err;
        var caughtOut = new ByteArrayOutputStream();
        var caughtErr = new ByteArrayOutputStream();
        System.setProperty(Api.ADDRESS, address);
        System.setOut(new PrintStream(caughtOut, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(caughtErr, true, StandardCharsets.UTF_8));
        try {
            var code = Fairlead.commandLine().execute(arguments);
            return new Ended(
                    code, caughtOut.toString(StandardCharsets.UTF_8), caughtErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
            System.clearProperty(Api.ADDRESS);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
