package io.fairlead.store.axon;

import io.fairlead.store.Appended;
import io.fairlead.store.CommandIdentity;
import org.jspecify.annotations.Nullable;

/** One attempt at a command, known to the append on the same thread: carries the identity in and the positions out. */
final class Dispatch {

    private static final ScopedValue<Dispatch> CURRENT = ScopedValue.newInstance();

    private final CommandIdentity identity;
    private @Nullable Appended appended;

    Dispatch(CommandIdentity identity) {
        this.identity = identity;
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
