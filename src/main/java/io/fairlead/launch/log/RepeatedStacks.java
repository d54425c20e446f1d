package io.fairlead.launch.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import io.fairlead.schema.FailureText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the stack of a failure where its cause was not written within the last minute, else only how often it came.
 * Thread-safe.
 */
final class RepeatedStacks {

    static final long AGAIN_MILLIS = 60_000;

    private static final int CAUSES_MAX = 200;
    private static final int FRAMES_MAX = 60;

    private final Map<String, Shown> shown = new LinkedHashMap<>();

    /** When a cause was last written in full, and how often it came since. */
    private static final class Shown {

        private long at;
        private int since;

        private Shown(long at) {
            this.at = at;
        }
    }

    void append(StringBuilder text, IThrowableProxy failure, long millis) {
        var chain = chain(failure);
        var before = before(keyOf(chain.getLast()), millis);
        for (var i = 0; i < chain.size(); i++) {
            var one = chain.get(i);
            text.append(i == 0 ? "\t" : "\tcaused by ")
                    .append(one.getClassName())
                    .append(FailureText.of(one.getClassName(), one.getMessage()))
                    .append('\n');
            if (before == null || before.full()) {
                frames(text, one);
            }
        }
        if (before != null) {
            text.append(before.full() ? "\t(" : "\t(its stack stands above; ")
                    .append("came ")
                    .append(before.times())
                    .append(" times since its stack was written before)\n");
        }
    }

    /**
     * What was written of a cause earlier.
     *
     * @param times how often it came since its stack was written
     * @param full whether the stack is due again
     */
    private record Before(int times, boolean full) {}

    private synchronized @Nullable Before before(String cause, long millis) {
        var known = shown.get(cause);
        if (known == null) {
            if (shown.size() == CAUSES_MAX) {
                shown.remove(shown.keySet().iterator().next());
            }
            shown.put(cause, new Shown(millis));
            return null;
        }
        known.since++;
        if (millis - known.at < AGAIN_MILLIS) {
            return new Before(known.since, false);
        }
        var times = known.since;
        known.at = millis;
        known.since = 0;
        return new Before(times, true);
    }

    private static List<IThrowableProxy> chain(IThrowableProxy failure) {
        var chain = new ArrayList<IThrowableProxy>();
        for (@Nullable IThrowableProxy one = failure; one != null && chain.size() < 10; one = one.getCause()) {
            chain.add(one);
        }
        return chain;
    }

    /** A cause is a kind of failure at a place. */
    private static String keyOf(IThrowableProxy cause) {
        var frames = cause.getStackTraceElementProxyArray();
        return cause.getClassName() + (frames.length == 0 ? "" : frames[0].getSTEAsString());
    }

    private static void frames(StringBuilder text, IThrowableProxy one) {
        StackTraceElementProxy[] frames = one.getStackTraceElementProxyArray();
        var own = Math.min(FRAMES_MAX, frames.length - one.getCommonFrames());
        for (var i = 0; i < own; i++) {
            text.append("\t\t").append(frames[i].getSTEAsString()).append('\n');
        }
    }
}
