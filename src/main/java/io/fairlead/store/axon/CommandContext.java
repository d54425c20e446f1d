package io.fairlead.store.axon;

import io.fairlead.log.MetadataKeys;
import io.fairlead.store.CommandIdentity;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who sends a command and why; becomes the metadata of its events.
 *
 * @param client whose command key it is
 * @param key idempotency key
 * @param requestHash SHA-256 of the request's body, 64 hex digits
 * @param actor {@code issuer|subject}, {@code local|<name>} or {@code process|<name>}
 * @param correlationId constant from the first request through all reactions
 * @param causationId the event or request that led to the command
 */
public record CommandContext(
        String client, String key, String requestHash, String actor, String correlationId, String causationId) {

    CommandIdentity identity() {
        return new CommandIdentity(client, key, requestHash);
    }

    Map<String, String> metadata() {
        var metadata = new LinkedHashMap<String, String>();
        metadata.put(MetadataKeys.ACTOR, actor);
        metadata.put(MetadataKeys.CLIENT, client);
        metadata.put(MetadataKeys.COMMAND_ID, key);
        metadata.put(MetadataKeys.REQUEST_HASH, requestHash);
        metadata.put(MetadataKeys.CORRELATION_ID, correlationId);
        metadata.put(MetadataKeys.CAUSATION_ID, causationId);
        return metadata;
    }
}
