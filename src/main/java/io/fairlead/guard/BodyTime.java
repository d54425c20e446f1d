package io.fairlead.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The time in which a body must have come, however it trickles. Whoever reads one looks at {@link #isOver}, which answers only
 * between two reads; what stands still within a read is cut by {@link TimedHttp11}, which looks in here.
 */
public final class BodyTime implements AutoCloseable {

    /** From the first look at a body to its end. */
    public static final Duration MAX = Duration.ofSeconds(20);

    /** Beyond this the connection is cut, since its reader did not come to tell why. */
    static final Duration CUT = Duration.ofSeconds(25);

    private static final Map<String, Long> BEGUN = new ConcurrentHashMap<>();

    private final @Nullable String connection;
    private final long begin;

    private BodyTime(@Nullable String connection, long begin) {
        this.connection = connection;
        this.begin = begin;
    }

    /** Begins now; to be closed when the body is there. */
    public static BodyTime of(HttpServletRequest request) {
        var connection = request.getServletConnection();
        var id = connection == null ? null : connection.getConnectionId();
        var begin = System.nanoTime();
        if (id != null) {
            BEGUN.put(id, begin);
        }
        return new BodyTime(id, begin);
    }

    /** Whether the body took too long. */
    public boolean isOver() {
        return System.nanoTime() - begin > MAX.toNanos();
    }

    /** Whether that connection sends a body, and for too long. */
    static boolean isToBeCut(String connection, long now) {
        var since = BEGUN.get(connection);
        return since != null && now - since > CUT.toNanos();
    }

    static boolean isAnyUnderWay() {
        return !BEGUN.isEmpty();
    }

    @Override
    public void close() {
        if (connection != null) {
            BEGUN.remove(connection);
        }
    }
}
