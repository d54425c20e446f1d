package io.fairlead.shared;

import io.fairlead.log.MetadataKeys;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;

/** How aggregates append: every event names the legal entity it concerns, where there is one. */
public final class Recording {

    /** Appends the event for a company. */
    public static void record(SpecificRecord event, String legalEntityId) {
        AggregateLifecycle.apply(event, MetaData.with(MetadataKeys.LEGAL_ENTITY, legalEntityId));
    }

    /** Appends an event that concerns no single company. */
    public static void record(SpecificRecord event) {
        AggregateLifecycle.apply(event);
    }

    private Recording() {}
}
