package io.fairlead.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Waits until a part serves, and tells from its log why it does not. */
final class Readiness {

    static final Duration MAX = Duration.ofSeconds(180); // A busy machine needs ten times what an idle one does.

    private static final Duration STEP = Duration.ofMillis(50);
    private static final int TAIL_LINES = 15;

    /** Waits until the file holds the process' own id. */
    static void awaitFile(Process process, String name, Path file, Path log) {
        await(process, name, log, () -> {
            try {
                return Files.readString(file).strip().equals(Long.toString(process.pid()));
            } catch (IOException e) {
                return false;
            }
        });
    }

    /** Waits until the address answers 200. */
    static void awaitAnswer(Process process, String name, URI address, Path log) {
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            await(process, name, log, () -> answers(client, address));
        }
    }

    /** Whether the address answers 200 within two seconds. */
    static boolean answers(URI address) {
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            return answers(client, address);
        }
    }

    /** Whether the address answers 200 within two seconds. */
    static boolean answers(HttpClient client, URI address) {
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void await(Process process, String name, Path log, BooleanSupplier ready) {
        var end = System.nanoTime() + MAX.toNanos();
        while (!ready.getAsBoolean()) {
            if (Stopping.ends(process.toHandle(), STEP)) {
                throw ended(name, code(process), log);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new LaunchFailed("the start of %s was interrupted".formatted(name));
            }
            if (System.nanoTime() > end) {
                throw new LaunchFailed("%s is not ready after %d s; the end of %s:%n%s"
                        .formatted(name, MAX.toSeconds(), log, tail(log)));
            }
        }
    }

    private static LaunchFailed ended(String name, int code, Path log) {
        return switch (code) {
            case StartRefused.EXIT_CODE -> StartRefused.of(name, log);
            case StartDelayed.EXIT_CODE -> StartDelayed.of(name, log);
            default ->
                new LaunchFailed("%s ended with code %d while starting; the end of %s:%n%s"
                        .formatted(name, code, log, tail(log)));
        };
    }

    /** What a process that has ended tells; -1 when this thread is interrupted. */
    static int code(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** The last lines of a log. */
    static String tail(Path log) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join(
                    System.lineSeparator(), lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return String.join("", List.of("(no log: ", String.valueOf(e.getMessage()), ")"));
        }
    }

    private Readiness() {}
}
