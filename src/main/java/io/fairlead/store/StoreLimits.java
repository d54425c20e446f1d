package io.fairlead.store;

import java.time.Duration;

/**
 * Bounds of one node's store.
 *
 * @param waitingMax appends that may wait before further ones are refused
 * @param appendDeadline how long an append waits for its commit
 */
public record StoreLimits(int waitingMax, Duration appendDeadline) {

    /** 4,096 waiting, 10 s. */
    public static final StoreLimits DEFAULT = new StoreLimits(4_096, Duration.ofSeconds(10));
}
