package io.fairlead.projection;

import io.fairlead.source.SourceEvent;
import java.util.Set;

/**
 * A projection of what happens to billable sources whatever kind they are; beside that it may have annotated handlers for other
 * events. The engine makes one {@link SourceEvent} of each event for all of them.
 */
public interface SourceProjection extends Projection {

    /** Kinds of source events that it wants; events that become others are not opened for it. */
    Set<Class<? extends SourceEvent>> takes();

    /** Collects rows, as an annotated handler does; only of the kinds that it {@link #takes}. */
    void on(SourceEvent event, EventMetadata facts);
}
