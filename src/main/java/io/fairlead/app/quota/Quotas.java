package io.fairlead.app.quota;

import io.fairlead.access.Caller;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Counts what callers ask for. Implementations are thread-safe. */
public interface Quotas extends AutoCloseable {

    /** Where nobody is counted. */
    Quotas NONE = new Quotas() {
        @Override
        public OptionalLong perMinute(Caller caller) {
            return OptionalLong.empty();
        }

        @Override
        public Optional<Standing> take(Caller caller, long calls) {
            return Optional.empty();
        }
    };

    /**
     * Where a caller stands after a call.
     *
     * @param isTaken whether it may be carried out; else nothing was counted
     * @param perMinute calls that the caller has in a minute
     * @param left calls at once
     * @param retryIn until there is room for the call; zero when there was
     * @param reset until all of them are there again
     */
    record Standing(boolean isTaken, long perMinute, long left, Duration retryIn, Duration reset) {}

    /** Calls that the caller has in a minute; empty when it is not counted. */
    OptionalLong perMinute(Caller caller);

    /** Counts calls, all of them or none; empty when this caller is not counted. */
    Optional<Standing> take(Caller caller, long calls);

    @Override
    default void close() {}
}
