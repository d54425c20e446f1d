package io.fairlead.projection;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Objects;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/** Hands {@link EventMetadata} to handlers that ask for it; read by Axon's handler adapter. */
final class EventMetadataParameter implements ParameterResolverFactory, ParameterResolver<EventMetadata> {

    static final String KEY = "facts";

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable method, Parameter[] parameters, int index) {
        return EventMetadata.class.equals(parameters[index].getType()) ? this : null;
    }

    @Override
    public EventMetadata resolveParameterValue(Message<?> message) {
        return of(message);
    }

    static EventMetadata of(Message<?> message) {
        return (EventMetadata) Objects.requireNonNull(message.getMetaData().get(KEY));
    }

    @Override
    public boolean matches(Message<?> message) {
        return message.getMetaData().containsKey(KEY);
    }
}
