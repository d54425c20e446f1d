package io.fairlead.time.cost;

import java.util.List;

/** Port: time with an open work item; the views behind it have seen everything up to the event that is reacted to. */
public interface UncostedTimeLookup {

    /** Entries, time-entry:<uuid>, whose item of the code is open, in the order of their keys. */
    List<String> waitingFor(String code);
}
