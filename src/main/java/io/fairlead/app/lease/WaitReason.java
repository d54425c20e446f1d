package io.fairlead.app.lease;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a piece of work from going on, for people.
 *
 * @param what of the work waits
 * @param reason why, without anything of a caller's
 * @param remedy what to do
 * @param since UTC; null when the work does not know, then it counts from when it was first seen
 */
public record WaitReason(
        String what, String reason, String remedy, @Nullable Instant since) {}
