package io.fairlead.shared;

import io.fairlead.log.MetadataKeys;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;

/** How aggregates append: every event names the legal entity it concerns, where there is one. */
public final class Recording {

    /** Appends the event for a company, dated by its open books. */
    public static void record(SpecificRecord event, String legalEntityId) {
        OpenDays.date(event, legalEntityId);
        recordAsDated(event, legalEntityId);
    }

    /** Appends the event of a close, which belongs to the very period that is closed. */
    public static void recordAsDated(SpecificRecord event, String legalEntityId) {
        AggregateLifecycle.apply(event, MetaData.with(MetadataKeys.LEGAL_ENTITY, legalEntityId));
    }

    /** Appends an event that concerns no single company. */
    public static void record(SpecificRecord event) {
        AggregateLifecycle.apply(event);
    }

    private Recording() {}
}
