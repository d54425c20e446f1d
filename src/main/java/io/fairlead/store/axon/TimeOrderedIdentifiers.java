package io.fairlead.store.axon;

import io.fairlead.store.EventIds;
import org.axonframework.common.IdentifierFactory;

/** Gives Axon's messages, and so the events, UUIDv7 as ids; found by Axon as a service. */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        return EventIds.at(System.currentTimeMillis());
    }
}
