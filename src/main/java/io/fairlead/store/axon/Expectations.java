package io.fairlead.store.axon;

import io.fairlead.store.PostgresEventLog;
import io.fairlead.store.StoreUnavailable;
import io.fairlead.store.axon.CommandDoor.Order;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Reads the aggregates that many commands are for with one statement instead of one each, where this node does not remember
 * them. What is read is a guess like all that is remembered, see {@link AggregateMemory}. Thread-safe.
 */
final class Expectations {

    /** Commands looked at together. */
    static final int COMMANDS_MAX = 512;

    /** For fewer, one statement with a join is no cheaper than one each. */
    private static final int STREAMS_MIN = 4;

    /** Longer streams have a saved state, and are read by it. */
    private static final int EVENTS_MAX = 64;

    private final PostgresEventLog log;
    private final AggregateMemory memory;
    private final Map<String, RememberingRepository<?>> byType = new HashMap<>();
    private final Set<Class<?>> creating = new HashSet<>();

    Expectations(PostgresEventLog log, AggregateMemory memory, Configuration axon, List<Class<?>> aggregates) {
        this.log = log;
        this.memory = memory;
        for (var aggregate : aggregates) {
            byType.put(aggregate.getSimpleName(), (RememberingRepository<?>) axon.repository(aggregate));
            Arrays.stream(aggregate.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                    .filter(method -> mayCreate(method.getAnnotation(CreationPolicy.class)))
                    .forEach(method -> creating.add(method.getParameterTypes()[0]));
        }
    }

    private static boolean mayCreate(@Nullable CreationPolicy policy) {
        return policy != null && policy.value() != AggregateCreationPolicy.NEVER;
    }

    /** Remembers what the commands are for, as far as they do not most often make it. */
    void of(List<Order> orders) {
        var unknown = new HashSet<String>();
        for (var order : orders) {
            if (!creating.contains(order.command().getClass())) {
                var stream = RecordTargets.streamOf(order.command());
                if (stream != null && memory.find(stream) == null) {
                    unknown.add(stream);
                }
            }
        }
        if (unknown.size() < STREAMS_MIN) {
            return;
        }
        try {
            log.shortStreams(unknown, EVENTS_MAX).forEach((stream, events) -> {
                var repository = byType.get(events.getFirst().aggregateType());
                if (repository != null) {
                    repository.expect(stream, events);
                }
            });
        } catch (StoreUnavailable _) {
            // Each command finds out for itself, and tells its own caller.
        }
    }
}
