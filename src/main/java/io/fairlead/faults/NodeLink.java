package io.fairlead.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One life of a {@link LoadNode}: sends it orders and gets the answers back to whoever waits. Thread-safe. */
final class NodeLink implements AutoCloseable {

    private static final String VIEWS = "views";
    private static final int ANSWER_SECONDS_MAX = 60;

    private final ChildJvm node;
    private final Map<String, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private volatile boolean ended;

    NodeLink(String url, Path log) {
        node = ChildJvm.start(LoadNode.class, log, url);
        var _ = Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        for (var line = node.hear(); line != null; line = node.hear()) {
            var word = line.substring(0, line.indexOf(' '));
            var rest = line.substring(line.indexOf(' ') + 1);
            if (word.equals("ready")) {
                ready.complete(rest);
            } else {
                var asked = waiting.remove(word);
                if (asked != null) {
                    asked.complete(rest);
                }
            }
        }
        ended = true;
        ready.complete("");
        waiting.values().forEach(asked -> asked.complete("none "));
    }

    /** Waits until it takes orders; false when it ended before. */
    boolean awaitReady() {
        return !ready.join().isEmpty();
    }

    /** Sends the order and waits for the answer; {@link NodeAnswer.None} when the node ends meanwhile. */
    NodeAnswer ask(Order order) {
        var answer = ask(order.key(), order.line());
        return answer.equals("none ") ? new NodeAnswer.None() : NodeAnswer.parse(answer);
    }

    /** Whether its views reached the position in time. */
    boolean awaitViews(long position, int secondsMax) {
        return Boolean.parseBoolean(ask(VIEWS, VIEWS + " " + position + " " + secondsMax));
    }

    private String ask(String key, String line) {
        var asked = new CompletableFuture<String>();
        waiting.put(key, asked);
        try {
            node.say(line);
        } catch (IOException _) {
            return "none ";
        }
        if (ended) {
            asked.complete("none "); // It may have ended before it was waited for.
        }
        try {
            return Objects.requireNonNull(asked.get(ANSWER_SECONDS_MAX + 10L, TimeUnit.SECONDS));
        } catch (TimeoutException _) {
            return new NodeAnswer.Broken("no answer in " + ANSWER_SECONDS_MAX + " s").line();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "none ";
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void kill() {
        node.kill();
    }

    /** Ends it in order. */
    void end() {
        try {
            node.say("end");
            while (!ended) {
                Thread.onSpinWait();
            }
        } catch (IOException _) {
            node.kill();
        }
    }

    @Override
    public void close() {
        node.close();
    }
}
