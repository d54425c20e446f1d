package io.fairlead.store.append;

import io.fairlead.store.AppendRefused;
import io.fairlead.store.AppendRequest;
import io.fairlead.store.Appended;
import io.fairlead.store.MetadataCodec;
import io.fairlead.store.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A request between the thread that waits for it and the writer that carries it. */
final class PendingAppend {

    final AppendRequest request;
    final List<byte[]> metadata;
    private final CompletableFuture<Appended> outcome = new CompletableFuture<>();
    private final AtomicBoolean claimed = new AtomicBoolean();
    private @Nullable Throwable lastTrouble;

    PendingAppend(AppendRequest request) {
        this.request = request;
        this.metadata = new ArrayList<>(request.events().size());
        for (var event : request.events()) {
            metadata.add(MetadataCodec.encode(event.metadata()));
        }
    }

    /** True for the writer when the waiting thread has not given up; from then on the outcome is the writer's. */
    boolean claim() {
        return !outcome.isDone() && claimed.compareAndSet(false, true);
    }

    /** Back to the queue after trouble that has certainly stored nothing. */
    void release(Throwable trouble) {
        lastTrouble = trouble;
        claimed.set(false);
    }

    void succeed(Appended appended) {
        outcome.complete(appended);
    }

    void fail(AppendRefused refusal) {
        outcome.completeExceptionally(refusal);
    }

    boolean isDone() {
        return outcome.isDone();
    }

    Appended await(long timeoutMillis) {
        try {
            return outcome.get(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return giveUp("the database did not take the append in " + timeoutMillis + " ms");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return giveUp("interrupted while waiting for the append");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AppendRefused refused) {
                throw refused;
            }
            throw new IllegalStateException("the writer failed", e.getCause());
        }
    }

    private Appended giveUp(String reason) {
        var certain = claimed.compareAndSet(false, true);
        var refusal = new StoreUnavailable(
                reason
                        + (certain
                                ? ": nothing was stored"
                                : ": it may still be stored, send the same command key again"),
                lastTrouble);
        outcome.completeExceptionally(refusal);
        throw refusal;
    }
}
