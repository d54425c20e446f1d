package io.fairlead.testing;

import io.fairlead.log.MetadataKeys;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;

/** What says which request a command came with, and which one an event was recorded for. */
public final class Sent {

    /** Of a client, with that key and body. */
    public static MetaData with(String key, String body) {
        return MetaData.from(Map.of(
                MetadataKeys.CLIENT, "local|ann",
                MetadataKeys.COMMAND_ID, key,
                MetadataKeys.REQUEST_HASH, body));
    }

    /** The event as it stands in the log after that request. */
    public static Object by(MetaData sent, Object event) {
        return GenericEventMessage.asEventMessage(event).withMetaData(sent);
    }

    private Sent() {}
}
