package io.fairlead.app.web;

import java.util.List;
import java.util.Optional;

/** The way from HTTP to the aggregates; the application adapts the store's door to it. */
public interface CommandPort {

    /**
     * What became of an accepted command.
     *
     * @param repeated true when it was accepted before, and nothing happened now
     * @param position of its last event; 0 when it changed nothing
     */
    record Outcome(boolean repeated, long position) {}

    /** One command of many. */
    record Order(Object command, Call call) {}

    /** One answer of many. */
    sealed interface Answer {

        /** It was accepted, now or before. */
        record Accepted(Outcome outcome) implements Answer {}

        /** It was refused; the others go on. */
        record Refused(RuntimeException reason) implements Answer {}
    }

    /**
     * Runs the command and returns when its events are stored.
     *
     * @throws NotTaken when the store did not take it
     * @throws RuntimeException the domain's refusal, as thrown
     */
    Outcome send(Object command, Call call);

    /** Runs many side by side; answers in the same order. */
    List<Answer> sendAll(List<Order> orders);

    /** What became of this very call before; empty when it is new. */
    Optional<Outcome> former(Call call);
}
