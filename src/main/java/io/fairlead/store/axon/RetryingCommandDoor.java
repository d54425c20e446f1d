package io.fairlead.store.axon;

import io.fairlead.store.AppendRefused;
import io.fairlead.store.AppendRequest;
import io.fairlead.store.Appended;
import io.fairlead.store.CommandLog;
import io.fairlead.store.CommandRepeated;
import io.fairlead.store.append.Appender;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.ToLongFunction;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * The store's door: decides anew what others were faster in and what memory did not prove, for {@link AxonSetup}. Thread-safe.
 */
final class RetryingCommandDoor implements CommandDoor {

    static final int ATTEMPTS_MAX = 5;
    static final int BULK_IN_FLIGHT_MAX = 256;

    private final CommandBus bus;
    private final Appender appender;
    private final CommandLog commands;
    private final ToLongFunction<String> events;

    /** @param events how many events a stream has now */
    RetryingCommandDoor(CommandBus bus, Appender appender, CommandLog commands, ToLongFunction<String> events) {
        this.bus = bus;
        this.appender = appender;
        this.commands = commands;
        this.events = events;
    }

    @Override
    public DispatchOutcome dispatch(Object command, CommandContext context) {
        return dispatched(null, command, context);
    }

    @Override
    public DispatchOutcome dispatch(StreamState unchanged, Object command, CommandContext context) {
        return dispatched(unchanged, command, context);
    }

    @Override
    public void rehearse(Object command, CommandContext context) {
        try {
            var _ = attempt(command, context, Dispatch.rehearsal(context.identity()));
        } catch (Dispatch.Rehearsed accepted) {
            // Its events were made; a command that makes none has come to its end.
        }
    }

    private DispatchOutcome dispatched(@Nullable StreamState unchanged, Object command, CommandContext context) {
        var identity = context.identity();
        // The first attempt may use what this node remembers; whatever that did not prove is decided again.
        for (var attempt = 0; ; attempt++) {
            var dispatch = new Dispatch(identity, attempt == 0, unchanged);
            try {
                var result = attempt(command, context, dispatch);
                if (!dispatch.isUnproved()) {
                    requireUnchanged(dispatch, unchanged);
                    return outcome(dispatch, result);
                }
            } catch (CommandRepeated e) {
                return repeat(e.former());
            } catch (ConcurrencyException e) {
                if (attempt == ATTEMPTS_MAX) {
                    throw e;
                }
            } catch (AppendRefused e) {
                throw e;
            } catch (RuntimeException refusal) {
                if (dispatch.isUnproved()) {
                    continue;
                }
                var former = commands.former(identity);
                if (former.isPresent()) {
                    return repeat(former.get());
                }
                requireUnchanged(dispatch, unchanged);
                throw refusal;
            }
        }
    }

    /**
     * Of a command without events no append compares anything, so it is asked here, after the decision: what changed until then
     * may have been decided upon, and what changes later comes after it.
     */
    private void requireUnchanged(Dispatch dispatch, @Nullable StreamState unchanged) {
        if (unchanged != null && dispatch.appended() == null) {
            long found = events.applyAsLong(unchanged.aggregateId());
            if (found != unchanged.events()) {
                throw new StreamChanged(unchanged.aggregateId(), unchanged.events(), found);
            }
        }
    }

    @Override
    public List<Answer> dispatchAll(List<Order> orders) {
        var inFlight = new Semaphore(BULK_IN_FLIGHT_MAX);
        var running = new ArrayList<Future<Answer>>(orders.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var order : orders) {
                inFlight.acquireUninterruptibly();
                running.add(threads.submit(() -> {
                    try {
                        return answer(order);
                    } finally {
                        inFlight.release();
                    }
                }));
            }
        }
        return running.stream().map(Future::resultNow).toList();
    }

    @Override
    public Optional<DispatchOutcome> former(CommandContext context) {
        return commands.former(context.identity()).map(RetryingCommandDoor::repeat);
    }

    private Answer answer(Order order) {
        try {
            return new Answer.Accepted(dispatch(order.command(), order.context()));
        } catch (RuntimeException e) {
            return new Answer.Refused(e);
        }
    }

    private @Nullable Object attempt(Object command, CommandContext context, Dispatch dispatch) {
        var answer = new Object() {
            @Nullable
            CommandResultMessage<?> message;
        };
        var message = new GenericCommandMessage<>(command, context.metadata());
        dispatch.run(() -> bus.dispatch(message, (_, result) -> answer.message = result));
        if (answer.message == null) {
            throw new IllegalStateException("the command bus must answer on the caller's thread");
        }
        if (answer.message.isExceptional()) {
            throw unwrapped(answer.message.exceptionResult());
        }
        return answer.message.getPayload();
    }

    private DispatchOutcome outcome(Dispatch dispatch, @Nullable Object result) {
        var appended = dispatch.appended();
        if (appended == null) {
            appended = appender.append(AppendRequest.commandOnly(dispatch.identity()));
        }
        return new DispatchOutcome(false, appended.firstPosition(), appended.lastPosition(), result);
    }

    private static DispatchOutcome repeat(Appended former) {
        return new DispatchOutcome(true, former.firstPosition(), former.lastPosition(), null);
    }

    private static RuntimeException unwrapped(Throwable thrown) {
        var cause =
                thrown instanceof CommandExecutionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return switch (cause) {
            // Somebody else created the aggregate first: decided anew like any other conflict.
            case AggregateStreamCreationException taken -> new ConcurrencyException(taken.getMessage(), taken);
            case RuntimeException unchecked -> unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException("a command handler threw a checked exception", cause);
        };
    }
}
