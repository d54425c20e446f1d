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
    private boolean believed;
    private @Nullable Appended appended;

    /** @param mayBelieve whether aggregates may be taken from memory */
    Dispatch(CommandIdentity identity, boolean mayBelieve) {
        this.identity = identity;
        this.mayBelieve = mayBelieve;
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
