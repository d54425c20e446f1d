package io.fairlead.store.axon;

import io.fairlead.store.Appended;
import io.fairlead.store.CommandIdentity;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One attempt at a command, known to the append on the same thread: carries the identity in and the positions out. */
final class Dispatch {

    private static final ScopedValue<Dispatch> CURRENT = ScopedValue.newInstance();

    private final CommandIdentity identity;
    private final boolean mayBelieve;
    private final CommandDoor.@Nullable StreamState unchanged;
    private final boolean rehearsal;
    private boolean believed;
    private @Nullable Appended appended;

    /**
     * An attempt.
     *
     * @param mayBelieve whether aggregates may be taken from memory
     * @param unchanged the stream that must still have its events at the append; null when none must
     */
    Dispatch(CommandIdentity identity, boolean mayBelieve, CommandDoor.@Nullable StreamState unchanged) {
        this(identity, mayBelieve, unchanged, false);
    }

    private Dispatch(
            CommandIdentity identity,
            boolean mayBelieve,
            CommandDoor.@Nullable StreamState unchanged,
            boolean rehearsal) {
        this.identity = identity;
        this.mayBelieve = mayBelieve;
        this.unchanged = unchanged;
        this.rehearsal = rehearsal;
    }

    /** An attempt that ends before its events are stored; it is decided by what is stored, not by what is remembered. */
    static Dispatch rehearsal(CommandIdentity identity) {
        return new Dispatch(identity, false, null, true);
    }

    /** @throws Rehearsed when nothing is to be stored; it rolls the unit of work back */
    void requireInEarnest() {
        if (rehearsal) {
            throw new Rehearsed();
        }
    }

    /** A command came as far as its append. */
    static final class Rehearsed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Rehearsed() {
            super("rehearsed", null, false, false);
        }
    }

    /** Refuses events that would follow others than those which the sender saw. */
    void requireUnchanged(String aggregateId, long firstSequence) {
        if (unchanged != null && unchanged.aggregateId().equals(aggregateId) && unchanged.events() != firstSequence) {
            throw new StreamChanged(aggregateId, unchanged.events(), firstSequence);
        }
    }

    /** Whether the attempt goes on with what is remembered; noted, so that it is proved or repeated. */
    boolean mayTrust(BooleanSupplier remembered) {
        var trusts = mayBelieve && remembered.getAsBoolean();
        believed |= trusts;
        return trusts;
    }

    /** Whether anything was taken from memory, and nothing was stored that proves it. */
    boolean isUnproved() {
        return believed && appended == null;
    }

    static @Nullable Dispatch current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    void run(Runnable attempt) {
        ScopedValue.where(CURRENT, this).run(attempt);
    }

    CommandIdentity identity() {
        if (appended != null) {
            throw new IllegalStateException("one command appended twice: send one command to each stream");
        }
        return identity;
    }

    void stored(Appended where) {
        appended = where;
    }

    @Nullable
    Appended appended() {
        return appended;
    }
}
