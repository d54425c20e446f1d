package io.fairlead.app.lease;

import java.time.Duration;
import java.util.function.LongSupplier;

/** One node's right to do one piece of work; asked by the work before it acts, named by the epoch in what it writes. */
public final class Lease {

    private final String name;
    private final long epoch;
    private final LongSupplier nanos;
    private volatile long endNanos;
    private volatile boolean revoked;

    /**
     * @param nanos this node's monotonic clock
     * @param asked when the claim was asked for: the database's time-out began later, so this node stops first
     */
    Lease(String name, long epoch, LongSupplier nanos, long asked, Duration timeout) {
        this.name = name;
        this.epoch = epoch;
        this.nanos = nanos;
        this.endNanos = asked + timeout.toNanos();
    }

    /** Work without other nodes, for programs and tests that run alone. */
    public static Lease alone(String name, long epoch) {
        return new Lease(name, epoch, () -> 0, 0, Duration.ofDays(1));
    }

    /** Name of the claim. */
    public String name() {
        return name;
    }

    /** Number of this change of owner; greater than that of every owner before. */
    public long epoch() {
        return epoch;
    }

    /** Whether nobody else can do this work yet; false for ever once it was false. */
    public boolean isHeld() {
        if (!revoked && nanos.getAsLong() - endNanos >= 0) {
            revoked = true;
        }
        return !revoked;
    }

    void renewed(long asked, Duration timeout) {
        endNanos = asked + timeout.toNanos();
    }

    void revoke() {
        revoked = true;
    }
}
