package io.fairlead.app.verify;

import org.apache.avro.specific.SpecificRecord;

/** Recomputes one thing from the events, told to it in the order of the log. */
interface Account {

    /** Takes the next event into account, or leaves it. */
    void book(SpecificRecord event);
}
