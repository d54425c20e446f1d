package io.fairlead.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Shows progress while one long call to the API is answered. */
public final class Waiting {

    private static final long LOOK_MILLIS = 500;

    /**
     * Makes the call.
     *
     * @param what one word or two
     * @param total how much there is to do, 0 when that is not known
     * @param done asked twice a second
     */
    public static <T> T on(Output output, String what, long total, LongSupplier done, Supplier<T> call) {
        try (var progress = Progress.of(output, what, total)) {
            var answer = CompletableFuture.supplyAsync(
                    call, task -> Thread.ofVirtual().start(task));
            while (true) {
                try {
                    return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException stillRunning) {
                    progress.at(done.getAsLong());
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new CommandFailed(ExitCode.INTERRUPTED, "interrupted");
                }
            }
        }
    }

    private Waiting() {}
}
