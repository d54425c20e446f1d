package io.fairlead.gateway.topics;

import org.jspecify.annotations.Nullable;

/** Publishing cannot go on without a person: going on would lose, double or reorder an event. */
final class PublishingStopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    PublishingStopped(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
