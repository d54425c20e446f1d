package io.fairlead.app.lease;

import java.util.Optional;

/** A piece of work that one node does at a time; started and stopped by {@link Leases}, never side by side. */
public interface LeasedWork {

    /** Begins and returns; the work goes on until {@link #stop} or until the tenure ends. */
    void start(Lease tenure);

    /** Ends the work and returns when nothing of it runs any more. */
    void stop();

    /** Last position done, for people and for other nodes; -1 when that says nothing. */
    default long position() {
        return -1;
    }

    /** What keeps it from going on at the moment; nothing while it goes on. Asked on its owner, every few seconds. */
    default Optional<WaitReason> waiting() {
        return Optional.empty();
    }
}
