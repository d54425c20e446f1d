package io.fairlead.store.axon;

import java.util.List;
import java.util.Optional;

/**
 * The way in for every command, for the web, processes and gateways: runs it on the caller's thread, stores its key with its
 * events, answers a repeat with the former outcome. The caller's thread may be virtual.
 */
public interface CommandDoor {

    /** One command of many. */
    record Order(Object command, CommandContext context) {}

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

    /** Runs many commands side by side; answers in the same order. A refusal concerns its own command only. */
    List<Answer> dispatchAll(List<Order> orders);

    /**
     * What became of a command with this key and this body before; empty when it is new.
     *
     * @throws io.fairlead.store.CommandKeyReused when the key was accepted with another body
     */
    Optional<DispatchOutcome> former(CommandContext context);
}
