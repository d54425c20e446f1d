package io.fairlead.app.process;

import io.fairlead.log.StoredEvent;
import io.fairlead.schema.EventCodec;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** One process behind Axon's handler adapter: which events it wants, and what comes of giving it one. */
final class Reaction {

    private static final int ATTEMPTS_MAX = 5;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final String name;
    private final AnnotationEventHandlerAdapter handlers;
    private final EventCodec codec;
    private final Map<String, Boolean> wanted = new ConcurrentHashMap<>();

    Reaction(String name, Object process, EventCodec codec) {
        this.name = name;
        this.handlers = new AnnotationEventHandlerAdapter(process);
        this.codec = codec;
    }

    boolean wants(StoredEvent event) {
        return wanted.computeIfAbsent(event.type(), type -> {
            try {
                return handlers.canHandleType(Class.forName(type));
            } catch (ClassNotFoundException unknownToday) {
                return false;
            }
        });
    }

    /**
     * Has the process react.
     *
     * @param mayAct asked before each attempt
     * @return why the event must be parked; null when all is done
     * @throws IllegalStateException when it should be tried again later, since the fault passes by itself
     */
    @Nullable
    Exception to(StoredEvent event, BooleanSupplier mayAct) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            if (!mayAct.getAsBoolean()) {
                throw new IllegalStateException(name + " is told to stop");
            }
            try {
                ScopedValue.where(ProcessCommands.CAUSE, new ProcessCommands.Cause(name, event))
                        .call(() -> handlers.handle(message(event)));
                return null;
            } catch (Exception e) {
                if (!mayAct.getAsBoolean() || TransientFault.isPassing(e)) {
                    throw new IllegalStateException("tried again from the last token: " + e.getMessage(), e);
                }
                if (attempt == ATTEMPTS_MAX || !(e instanceof ConcurrencyException)) {
                    return e;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private GenericDomainEventMessage<?> message(StoredEvent event) {
        return new GenericDomainEventMessage<>(
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                new GenericMessage<>(event.eventId(), codec.decode(event), event.metadata()),
                event::recordedAt);
    }
}
