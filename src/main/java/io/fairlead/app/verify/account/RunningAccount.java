package io.fairlead.app.verify.account;

import org.apache.avro.specific.SpecificRecord;

/** Recomputes one thing from the events, told to it in the order of the log. */
public interface RunningAccount {

    /** Takes the next event into account, or leaves it. */
    void book(SpecificRecord event);
}
