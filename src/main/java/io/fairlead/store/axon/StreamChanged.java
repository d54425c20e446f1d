package io.fairlead.store.axon;

/** Somebody else appended to a stream that a command wanted unchanged; nothing was stored of the command. */
public final class StreamChanged extends RuntimeException {

    private static final long serialVersionUID = 1;

    StreamChanged(String aggregateId, long wanted, long found) {
        super(aggregateId + " has " + found + " events, not " + wanted, null, false, false);
    }
}
