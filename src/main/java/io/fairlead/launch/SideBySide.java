package io.fairlead.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts that run at the same time, some after others. Once one has failed, what waits for another part waits no more, since
 * nothing is to run then.
 */
final class SideBySide implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<Void>> all = new ArrayList<>();
    private final CompletableFuture<Object> firstFailure = new CompletableFuture<>();

    /** Begins at once. */
    CompletableFuture<Void> start(Runnable task) {
        return watched(CompletableFuture.runAsync(task, threads));
    }

    /** Begins once all of these have ended well; never when one of them fails. */
    CompletableFuture<Void> startAfter(List<CompletableFuture<Void>> former, Runnable task) {
        return watched(CompletableFuture.allOf(former.toArray(CompletableFuture<?>[]::new))
                .thenRunAsync(task, threads));
    }

    private CompletableFuture<Void> watched(CompletableFuture<Void> task) {
        all.add(task);
        var _ = task.whenComplete((_, failure) -> {
            if (failure != null) {
                var _ = firstFailure.completeExceptionally(failure);
            }
        });
        return task;
    }

    /**
     * Returns when all have ended well, or throws at the first failure, without waiting for the rest.
     *
     * @throws RuntimeException what a task threw
     */
    void await() {
        try {
            var _ = CompletableFuture.anyOf(
                            CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)), firstFailure)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Interrupts what still runs, and waits until it has ended. */
    @Override
    public void close() {
        var _ = threads.shutdownNow();
        threads.close();
    }
}
