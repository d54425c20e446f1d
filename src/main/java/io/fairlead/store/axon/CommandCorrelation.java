package io.fairlead.store.axon;

import io.fairlead.log.MetadataKeys;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * What events have from their command: who sent it and why, and nothing else that it may carry. Asked for each event and each
 * answer, so a command that carries nothing else, as those of the door, is not copied. Thread-safe.
 */
final class CommandCorrelation implements CorrelationDataProvider {

    private static final Set<String> KEYS = Set.of(
            MetadataKeys.ACTOR,
            MetadataKeys.CLIENT,
            MetadataKeys.COMMAND_ID,
            MetadataKeys.REQUEST_HASH,
            MetadataKeys.CORRELATION_ID,
            MetadataKeys.CAUSATION_ID,
            MetadataKeys.LEGAL_ENTITY);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        var sent = message.getMetaData();
        if (KEYS.containsAll(sent.keySet())) {
            return sent;
        }
        var kept = new HashMap<String, Object>(sent);
        kept.keySet().retainAll(KEYS);
        return kept;
    }
}
