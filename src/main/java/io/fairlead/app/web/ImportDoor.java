package io.fairlead.app.web;

import io.fairlead.guard.BodyDoor;
import io.fairlead.guard.BodyTime;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The door of files. One is taken in at a time, so that memory and disk hold one, and on a thread of the system: reading a file
 * is work without a pause, and on the virtual threads' few carriers it would keep all other calls waiting. Thread-safe.
 */
final class ImportDoor {

    static final Duration WAIT_MAX = Duration.ofSeconds(10);
    static final int WAITING_MAX = 4;

    private final Semaphore one = new Semaphore(1, true);

    /**
     * Spools the files to disk and lets the request through once no other import is under way.
     *
     * @throws Refused 503 when others are, for a while; 408 when the files come too slowly
     */
    void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isFree()) {
            throw new Refused(new Refusal(
                    503,
                    "IMPORTS_BUSY",
                    null,
                    "other files are taken in at the moment",
                    "send it again later: a row that was taken counts once"));
        }
        try {
            var file = new FutureTask<Void>(() -> {
                spool(request);
                chain.doFilter(request, response);
                return null;
            });
            Thread.ofPlatform().daemon().name("fairlead-import").start(file);
            await(file);
        } finally {
            one.release();
        }
    }

    private boolean isFree() {
        if (one.getQueueLength() >= WAITING_MAX) {
            return false;
        }
        try {
            return one.tryAcquire(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What is wrong with the parts is told by Spring, which asks for them again. */
    private static void spool(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        if (type == null || !type.startsWith("multipart/")) {
            return;
        }
        try (var _ = BodyTime.of(request)) {
            var _ = request.getParts();
        } catch (IOException | ServletException | IllegalStateException broken) {
            if (BodyDoor.isTimeOut(broken)) {
                throw new Refused(
                        new Refusal(408, "BODY_TOO_SLOW", null, "the files stood still", "send them again, in one go"));
            }
        }
    }

    private static void await(FutureTask<Void> task) throws ServletException, IOException {
        boolean isInterrupted = false;
        try {
            while (true) {
                try {
                    task.get();
                    return;
                } catch (InterruptedException e) {
                    isInterrupted = true; // The request belongs to the other thread until that has ended.
                }
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException broken -> throw broken;
                case ServletException failed -> throw failed;
                case RuntimeException failed -> throw failed;
                case Error error -> throw error;
                case null, default -> throw new ServletException(e);
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
