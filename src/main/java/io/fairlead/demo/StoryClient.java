package io.fairlead.demo;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.cli.Api;
import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** How the story talks to the application: repeatable commands, several in flight, reads that wait for what was written. */
final class StoryClient {

    /** How long a step waits while nothing moves. */
    static final Duration PATIENCE = Duration.ofSeconds(240);

    private static final int IN_FLIGHT = 4;
    private static final int PAGE = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LOOK_SHARE = 5;
    private static final Duration REPAIR = Duration.ofSeconds(60);

    private final Api api;
    private final Function<String, Api> callers;
    private final String story;
    private final AtomicLong position;

    /** @param story begin of each idempotency key */
    StoryClient(Api api, String story) {
        this(api, api.withPatience(PATIENCE)::as, story, new AtomicLong());
    }

    /**
     * A story whose people are logged in.
     *
     * @param reader whoever looks on
     * @param callers of each actor the application as it is reached by them
     */
    StoryClient(Api reader, Function<String, Api> callers, String story) {
        this(reader, actor -> callers.apply(actor).withPatience(PATIENCE), story, new AtomicLong());
    }

    private StoryClient(Api api, Function<String, Api> callers, String story, AtomicLong position) {
        this.api = api.withPatience(PATIENCE);
        this.callers = callers;
        this.story = story;
        this.position = position;
    }

    /** The same story told by somebody else, who reads what all of them wrote. */
    StoryClient by(Api other) {
        return new StoryClient(other, other.withPatience(PATIENCE)::as, story, position);
    }

    /** Sends a command; a repeat of the story sends the same one. */
    @CanIgnoreReturnValue
    Api.Answer send(Request request) {
        return send(request.actor(), request.path(), request.key(), request.body());
    }

    @CanIgnoreReturnValue
    Api.Answer send(String actor, String path, String key, Object body) {
        return noted(despiteTrouble(() -> callers.apply(actor).post(path, body, story + "/" + key)));
    }

    /** Sends files, for which there is no key: what was taken in before changes nothing. */
    JsonNode upload(String actor, String path, Map<String, byte[]> files) {
        awaitViews();
        return noted(despiteTrouble(() -> callers.apply(actor).upload(path, files)))
                .body();
    }

    /** Whatever was told of is in all that is read later. */
    private Api.Answer noted(Api.Answer answer) {
        var reached = answer.headers().get("fairlead-position");
        if (reached != null) {
            position.accumulateAndGet(Long.parseLong(reached), Math::max);
        }
        return answer;
    }

    /** Repeats what others were in the way of, and what failed inside while a part of the application was restarted. */
    private static Api.Answer despiteTrouble(Supplier<Api.Answer> call) {
        var begin = System.nanoTime();
        while (true) {
            try {
                return call.get();
            } catch (CommandFailed failed) {
                if (System.nanoTime() - begin > patienceWith(failed).toNanos()) {
                    throw failed;
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static Duration patienceWith(CommandFailed failed) {
        if (failed.code() == ExitCode.CONFLICT) {
            return PATIENCE;
        }
        return "INTERNAL".equals(failed.problem().get("code")) ? REPAIR : Duration.ZERO;
    }

    /** Sends commands, those of one path in turn, others beside each other. */
    void sendAll(List<Request> requests) {
        var byPath = new LinkedHashMap<String, List<Request>>();
        requests.forEach(request ->
                byPath.computeIfAbsent(request.path(), _ -> new ArrayList<>()).add(request));
        together(byPath.values().stream()
                .map(same -> (Callable<Object>) () -> {
                    same.forEach(this::send);
                    return same.size();
                })
                .toList());
    }

    /** Does work beside each other, a few at a time; the first failure ends it. */
    @CanIgnoreReturnValue
    <T> List<T> together(List<? extends Callable<? extends T>> tasks) {
        var permits = new Semaphore(IN_FLIGHT);
        var futures = new ArrayList<Future<T>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var task : tasks) {
                permits.acquireUninterruptibly();
                var failed = futures.stream().filter(Future::isDone).anyMatch(f -> f.state() == Future.State.FAILED);
                if (failed) {
                    break;
                }
                futures.add(threads.submit(() -> {
                    try {
                        return task.call();
                    } finally {
                        permits.release();
                    }
                }));
            }
        }
        return futures.stream().map(StoryClient::done).toList();
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(ExitCode.INTERRUPTED, "interrupted");
        }
    }

    /** Reads when the views have seen everything this story wrote and was told of. */
    JsonNode read(String path) {
        var glue = path.contains("?") ? "&" : "?";
        return noted(despiteTrouble(() -> api.get(path + glue + "at-least=" + position.get())))
                .body();
    }

    /** Reads what takes no position, once the views have seen everything this story wrote. */
    JsonNode readSettled(String path) {
        awaitViews();
        return noted(despiteTrouble(() -> api.get(path))).body();
    }

    /** Reads what has no views, such as the ERP. */
    JsonNode readOnce(String path) {
        return despiteTrouble(() -> api.get(path)).body();
    }

    /** Returns when the views have seen everything this story wrote. */
    void awaitViews() {
        var _ = read("/v1/legal-entities");
    }

    /** All rows of a list, page by page. */
    List<JsonNode> readAll(String path) {
        var rows = new ArrayList<JsonNode>();
        var glue = path.contains("?") ? "&" : "?";
        var next = "";
        do {
            var page = read(path + glue + "limit=" + PAGE + (next.isEmpty() ? "" : "&cursor=" + escaped(next)));
            page.path("items").forEach(rows::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return rows;
    }

    private static String escaped(String value) {
        return java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Whether something can be read. */
    boolean exists(String path) {
        try {
            var _ = read(path);
            return true;
        } catch (CommandFailed failed) {
            if (failed.code() == ExitCode.NOT_FOUND) {
                return false;
            }
            throw failed;
        }
    }

    /** What a waiting step sees; empty missing means that it is there. */
    record Seen(String missing, Map<String, ?> evidence) {

        static Seen of(boolean there, String missing) {
            return new Seen(there ? "" : missing, Map.of());
        }
    }

    /** Waits for a state; gives up when what lacks has stayed the same for a while. */
    void await(String what, Supplier<Seen> look) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        Seen before = null;
        while (true) {
            var begin = System.nanoTime();
            var seen = look.get();
            if (seen.missing().isEmpty()) {
                return;
            }
            // Sums over much work cost something: looking at it must not hold it up.
            var pause = Math.max(PAUSE.toNanos(), LOOK_SHARE * (System.nanoTime() - begin));
            if (before == null || !Objects.equals(before, seen)) {
                before = seen;
                end = System.nanoTime() + PATIENCE.toNanos();
            }
            if (System.nanoTime() > end) {
                throw new CommandFailed(
                        ExitCode.FAILED,
                        "waited %d s without progress for %s: %s; see `fairlead status` and the application's log, then run the demo again"
                                .formatted(PATIENCE.toSeconds(), what, seen.missing()));
            }
            LockSupport.parkNanos(pause);
        }
    }
}
