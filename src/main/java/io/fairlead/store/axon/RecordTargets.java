package io.fairlead.store.axon;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Finds a command's aggregate by its record component with {@link TargetAggregateIdentifier}, once for each class; Axon's own
 * resolver looks through all annotations of all members for each command.
 */
final class RecordTargets implements CommandTargetResolver {

    private static final ClassValue<MethodHandle> IDENTIFIERS = new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> command) {
            return identifierOf(command);
        }
    };

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        var payload = command.getPayload();
        var identifier = identifierIn(payload);
        if (identifier == null) {
            throw new IllegalArgumentException(
                    payload.getClass().getSimpleName() + " names no aggregate: its identifier is null");
        }
        return new VersionedAggregateIdentifier(identifier, null);
    }

    /**
     * Key of the stream that the command is for.
     *
     * @throws IllegalArgumentException when it is no command
     */
    static @Nullable String streamOf(Object command) {
        var identifier = identifierIn(command);
        return identifier == null ? null : identifier.toString();
    }

    private static @Nullable Object identifierIn(Object command) {
        try {
            return IDENTIFIERS.get(command.getClass()).invokeExact(command);
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }

    private static MethodHandle identifierOf(Class<?> command) {
        var components = command.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(command.getName() + " is no record: commands are");
        }
        var accessor = Arrays.stream(components)
                .map(component -> component.getAccessor())
                .filter(method -> method.isAnnotationPresent(TargetAggregateIdentifier.class))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        command.getName() + " has no component with @TargetAggregateIdentifier"));
        try {
            accessor.setAccessible(true);
            return MethodHandles.lookup().unreflect(accessor).asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(command.getName() + " cannot be read", e);
        }
    }
}
