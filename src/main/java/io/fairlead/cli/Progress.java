package io.fairlead.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Progress of long work on standard error: a bar on a terminal, else one key=value line every ten seconds. */
public final class Progress implements AutoCloseable {

    private static final long LINE_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long BAR_NANOS = Duration.ofMillis(100).toNanos();
    private static final int BAR_WIDTH = 30;

    private final PrintStream err;
    private final String what;
    private final long total;
    private final boolean bar;
    private final boolean quiet;
    private final LongSupplier nanos;
    private final long begin;
    private long shown;
    private long done;

    Progress(PrintStream err, String what, long total, boolean bar, boolean quiet, LongSupplier nanos) {
        this.err = err;
        this.what = what;
        this.total = total;
        this.bar = bar;
        this.quiet = quiet;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
        this.shown = begin;
    }

    /**
     * Begins.
     *
     * @param what one word or two, such as {@code time entries}
     * @param total how many there are, 0 when that is not known
     */
    public static Progress of(Output output, String what, long total) {
        return new Progress(System.err, what, total, Terminal.draws(), output.isQuiet(), System::nanoTime);
    }

    /** Tells how many are done by now; cheap enough to be called for each. */
    public synchronized void at(long count) {
        done = count;
        var now = nanos.getAsLong();
        if (now - shown >= (bar ? BAR_NANOS : LINE_NANOS)) {
            shown = now;
            show(now);
        }
    }

    /** One more is done. */
    public synchronized void step() {
        at(done + 1);
    }

    private void show(long now) {
        if (quiet) {
            return;
        }
        var seconds = Duration.ofNanos(now - begin).toSeconds();
        var rate = rate(now);
        if (bar) {
            err.print("\r\033[K" + what + " " + drawn() + " " + done + (total > 0 ? "/" + total : "") + " " + seconds
                    + " s" + (rate > 0 ? ", " + rate + "/s" + left(rate) : ""));
            err.flush();
        } else {
            err.println("progress=%s done=%d%s seconds=%d"
                    .formatted(what.replace(' ', '-'), done, total > 0 ? " total=" + total : "", seconds));
        }
    }

    private long rate(long now) {
        return now == begin ? 0 : done * Duration.ofSeconds(1).toNanos() / (now - begin);
    }

    private String left(long rate) {
        return total > done ? ", " + Math.ceilDiv(total - done, rate) + " s left" : "";
    }

    private String drawn() {
        if (total <= 0) {
            return "";
        }
        var full = (int) Math.min(BAR_WIDTH, done * BAR_WIDTH / total);
        return "[" + "#".repeat(full) + " ".repeat(BAR_WIDTH - full) + "]";
    }

    /** Shows the end once. */
    @Override
    public synchronized void close() {
        show(nanos.getAsLong());
        if (bar && !quiet) {
            err.println();
        }
    }
}
