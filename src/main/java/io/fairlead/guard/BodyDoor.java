package io.fairlead.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Takes the bodies of one door into memory, by weight: what is under way there never exceeds what the door may hold, and who
 * comes when it is full waits a moment and is then sent away. Small bodies have room of their own, so that a few large ones that
 * stand still keep no command out. Thread-safe.
 */
public final class BodyDoor {

    /** Up to here a body is a small one. */
    static final int SMALL_BYTES_MAX = 64 * 1024;

    private static final Duration WAIT_MAX = Duration.ofSeconds(2);
    private static final int WAITING_MAX = 100;
    private static final int KIB = 1024;

    private final int bodyBytesMax;
    private final Semaphore small;
    private final Semaphore large;

    /**
     * A door that holds nothing yet.
     *
     * @param bodyBytesMax of one body
     * @param smallBytesMax of all small bodies at once, at least {@value #SMALL_BYTES_MAX}
     * @param largeBytesMax of all others at once, at least that of one body
     */
    public BodyDoor(int bodyBytesMax, int smallBytesMax, int largeBytesMax) {
        this.bodyBytesMax = bodyBytesMax;
        this.small = new Semaphore(smallBytesMax / KIB, true);
        this.large = new Semaphore(largeBytesMax / KIB, true);
    }

    /** A body in memory; its weight is given back when it is closed, and so not before the request is answered. */
    public static final class Body implements AutoCloseable {

        private final Semaphore lane;
        private int kib;
        private byte[] bytes = new byte[0];

        private Body(Semaphore lane) {
            this.lane = lane;
        }

        public byte[] bytes() {
            return bytes;
        }

        private void weigh(int bytesWanted) throws IOException {
            int more = (bytesWanted + KIB - 1) / KIB - kib;
            if (more <= 0) {
                return;
            }
            try {
                if (lane.getQueueLength() >= WAITING_MAX
                        || !lane.tryAcquire(more, WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw BodyRefused.full();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while a body waited", e);
            }
            kib += more;
        }

        private void read(HttpServletRequest request, int told, int bytesMax) throws IOException {
            // One byte more than it may have, where it does not say how long it is, shows that it is longer.
            int end = told >= 0 ? told : bytesMax + 1;
            var in = request.getInputStream();
            var read = new byte[Math.min(end, told >= 0 ? told : SMALL_BYTES_MAX)];
            int length = 0;
            try (var time = BodyTime.of(request)) {
                while (length < end) {
                    if (length == read.length) {
                        int wanted = (int) Math.min(end, 2L * length);
                        weigh(Math.min(wanted, bytesMax)); // The one byte more is thrown away.
                        read = Arrays.copyOf(read, wanted);
                    }
                    int count = in.read(read, length, read.length - length);
                    if (count < 0) {
                        break;
                    }
                    length += count;
                    if (time.isOver()) {
                        throw BodyRefused.tooSlow();
                    }
                }
            }
            if (length > bytesMax) {
                throw BodyRefused.tooLarge(bytesMax);
            }
            bytes = length == read.length ? read : Arrays.copyOf(read, length);
        }

        @Override
        public void close() {
            lane.release(kib);
            kib = 0;
        }
    }

    /**
     * Reads the request's body to its end, once there is room for it.
     *
     * @throws BodyRefused 413, before anything is read where the length is told; 503 when the door is full, 408 when it is slow
     * @throws IOException when the client goes away
     */
    public Body read(HttpServletRequest request) throws IOException {
        long told = request.getContentLengthLong();
        if (told > bodyBytesMax) {
            throw BodyRefused.tooLarge(bodyBytesMax);
        }
        boolean isChunked = request.getHeader("Transfer-Encoding") != null;
        var body = new Body(told >= 0 && told <= SMALL_BYTES_MAX ? small : large);
        if (told == 0 || (told < 0 && !isChunked)) {
            return body;
        }
        try {
            body.weigh(told > 0 ? (int) told : SMALL_BYTES_MAX);
            body.read(request, (int) told, bodyBytesMax);
            return body;
        } catch (IOException | RuntimeException e) {
            body.close();
            if (isTimeOut(e)) {
                throw BodyRefused.tooSlow();
            }
            throw e;
        }
    }

    /** Whether somebody sent nothing for as long as a server waits. */
    public static boolean isTimeOut(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
