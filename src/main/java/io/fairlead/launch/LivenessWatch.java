package io.fairlead.launch;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Asks parts that serve HTTP whether they live. One that runs and answers no more is ended by force; its supervisor sees a part
 * that died, and starts it again. For {@link Supervisor}.
 */
final class LivenessWatch implements AutoCloseable {

    /** Between two questions to a part. */
    static final Duration STEP = Duration.ofSeconds(3);

    /** Questions in a row without an answer, each of two seconds: within {@code 25 s} a part is known to hang. */
    static final int MISSED_MAX = 5;

    /** A part that hangs again and again is not helped by this. */
    static final int REPLACED_MAX = 3;

    static final Duration REPLACED_WITHIN = Duration.ofMinutes(15);

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final DataFolder data;
    private final Consumer<String> says;
    private final Duration step;
    private final Restarts replacements = new Restarts(REPLACED_MAX, REPLACED_WITHIN);
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    LivenessWatch(DataFolder data, Consumer<String> says) {
        this(data, says, STEP);
    }

    /** Asks at other intervals. */
    LivenessWatch(DataFolder data, Consumer<String> says, Duration step) {
        this.data = data;
        this.says = says;
        this.step = step;
    }

    /** From here on the part is asked, for as long as this process of it runs. */
    void over(String part, ProcessHandle process, URI liveness) {
        Thread.ofVirtual().name("fairlead-liveness-" + part).start(() -> watch(part, process, liveness));
    }

    private void watch(String part, ProcessHandle process, URI liveness) {
        int missed = 0;
        boolean isLeft = false;
        while (!isClosed.get() && !Stopping.ends(process, step)) {
            if (Readiness.answers(client, liveness)) {
                missed = 0;
                isLeft = false;
            } else if (++missed >= MISSED_MAX && !isClosed.get() && process.isAlive()) {
                if (replacements.allows(part, System.nanoTime())) {
                    replace(part, process);
                    return;
                }
                if (!isLeft) {
                    isLeft = true;
                    says.accept(
                            "%s answers no more, and was replaced %d times within %d minutes; it is left as it is, see %s"
                                    .formatted(part, REPLACED_MAX, REPLACED_WITHIN.toMinutes(), data.log(part)));
                }
            }
        }
    }

    private void replace(String part, ProcessHandle process) {
        says.accept("%s (process %d) answers no more; ending it, so that another takes its place"
                .formatted(part, process.pid()));
        Replaced.of(data, part).oneMore().write(data, part);
        Stopping.signal(process, "QUIT"); // What its threads were at stands in its log then.
        if (!Stopping.ends(process, LAST_WORDS)) {
            process.destroyForcibly();
        }
    }

    @Override
    public void close() {
        isClosed.set(true);
        client.shutdownNow();
    }
}
