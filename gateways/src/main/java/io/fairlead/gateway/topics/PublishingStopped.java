package io.fairlead.gateway.topics;

import org.jspecify.annotations.Nullable;

/** Publishing cannot go on without a person: going on would lose, double or reorder an event. */
final class PublishingStopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String topic;

    /** Nothing can be published. */
    PublishingStopped(String reason, @Nullable Throwable cause) {
        this(PublisherWait.EVERY, reason, cause);
    }

    PublishingStopped(String topic, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.topic = topic;
    }

    /** Where the event belongs that cannot be published. */
    String topic() {
        return topic;
    }
}
