package io.fairlead.store.axon;

import java.util.List;
import java.util.Optional;

/**
 * The way in for every command, for the web, processes and gateways: runs it on the caller's thread, stores its key
 * with its events, answers a repeat with the former outcome. The caller's thread may be virtual.
 */
public interface CommandDoor {

    /** One command of many. */
    record Order(Object command, CommandContext context) {}

    /** A stream as somebody read it: how many events it had. */
    record StreamState(String aggregateId, long events) {}

    /** One answer of many. */
    sealed interface Answer {

        /** It was accepted, now or before. */
        record Accepted(DispatchOutcome outcome) implements Answer {}

        /** It was refused; the others go on. */
        record Refused(RuntimeException reason) implements Answer {}
    }

    /**
     * Runs the command and returns when its events are stored.
     *
     * @throws io.fairlead.store.CommandKeyReused when the key was accepted with another body
     * @throws io.fairlead.store.AppendRefused otherwise, when the store did not take the events; see
     *     {@link io.fairlead.store.AppendRefused#retryable()}
     * @throws org.axonframework.modelling.command.ConcurrencyException when others were faster in every attempt
     * @throws RuntimeException the domain's refusal, as thrown
     */
    DispatchOutcome dispatch(Object command, CommandContext context);

    /**
     * Runs the command as {@link #dispatch(Object, CommandContext)} does, but stores nothing when its events would
     * follow others on that stream than those which it had; decided within the append, so that of many with the same
     * state one is taken, and after the decision when that made no event.
     *
     * @throws StreamChanged when the stream went on; a repeat of what was accepted before is answered all the same
     */
    DispatchOutcome dispatch(StreamState unchanged, Object command, CommandContext context);

    /**
     * Decides the command as {@link #dispatch(Object, CommandContext)} would, and stores nothing, not even its key: what has to be
     * done ahead of a command is done only when the command itself would be accepted.
     *
     * @throws org.axonframework.modelling.command.AggregateNotFoundException when what it changes does not exist
     * @throws RuntimeException the domain's refusal, as thrown
     */
    void rehearse(Object command, CommandContext context);

    /** Runs many commands side by side; answers in the same order. A refusal concerns its own command only. */
    List<Answer> dispatchAll(List<Order> orders);

    /**
     * What became of a command with this key and this body before; empty when it is new.
     *
     * @throws io.fairlead.store.CommandKeyReused when the key was accepted with another body
     */
    Optional<DispatchOutcome> former(CommandContext context);
}
