package io.fairlead.faults;

import io.fairlead.launch.Logging;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Another account of the machine, which tries what it likes at a Fairlead that runs there and writes one line for each attempt.
 * Arguments: PostgreSQL's {@code host:port}, the broker's, the controller's, address of the sandbox, then files of the data folder.
 */
public final class Intruder {

    /** Runs once. */
    public static void main(String[] arguments) {
        Logging.toConsole("OFF");
        var results = new ArrayList<Attempts.Result>();
        results.addAll(DatabaseTrespass.strangers(arguments[0]));
        results.addAll(KafkaTrespass.strangers(arguments[1], arguments[2]));
        results.addAll(sandbox(arguments[3]));
        results.addAll(files(List.of(arguments).subList(4, arguments.length)));
        results.forEach(result -> System.out.println(result.line()));
    }

    private static final class Refused extends IOException {

        private static final long serialVersionUID = 1;

        Refused(int status) {
            super("status " + status);
        }
    }

    private static List<Attempts.Result> sandbox(String base) {
        var attempts = new Attempts(Refused.class::isInstance);
        for (var call : Map.of("/ledger", "GET", "/payments", "POST", "/faults", "PUT", "/invoices", "POST")
                .entrySet()) {
            for (var token : List.of("", "Bearer ", "Bearer fairlead")) {
                attempts.attempt("sandbox %s %s with '%s'".formatted(call.getValue(), call.getKey(), token), () -> {
                    var request = HttpRequest.newBuilder(URI.create(base + call.getKey()))
                            .header("Content-Type", "application/json")
                            .method(call.getValue(), HttpRequest.BodyPublishers.ofString("{}"));
                    if (!token.isEmpty()) {
                        request.header("Authorization", token);
                    }
                    try (var client = HttpClient.newHttpClient()) {
                        var status = client.send(request.build(), BodyHandlers.discarding())
                                .statusCode();
                        if (status == 401) {
                            throw new Refused(status);
                        }
                        return status;
                    }
                });
            }
        }
        return attempts.results();
    }

    private static List<Attempts.Result> files(List<String> paths) {
        var attempts = new Attempts(AccessDeniedException.class::isInstance);
        for (var path : paths) {
            attempts.attempt(
                    "read " + path,
                    () -> Files.isDirectory(Path.of(path))
                            ? Files.newDirectoryStream(Path.of(path))
                            : Files.readAllBytes(Path.of(path)).length);
        }
        return attempts.results();
    }

    private Intruder() {}
}
