package io.fairlead.gateway.topics;

import io.fairlead.log.StoredEvent;
import io.fairlead.schema.RegistryRefused;

/** The registry refuses an event's schema for now: publishing goes on by itself once the registry takes it. */
final class PublishingHeld extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String topic;

    PublishingHeld(StoredEvent event, String topic, RegistryRefused reason) {
        super(
                "the schema of event " + event.eventId() + " (" + event.type() + ", position " + event.position()
                        + ") was refused: " + reason.getMessage()
                        + "; nothing was skipped, mend the registry and publishing goes on",
                reason);
        this.topic = topic;
    }

    /** Where the event belongs. */
    String topic() {
        return topic;
    }
}
