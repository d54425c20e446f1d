package io.fairlead.app.verify.invariant;

import io.fairlead.store.StoreVerifier;

/** I1: the log is as it was appended. */
public final class StoreIsWhole implements Invariant {

    private final StoreVerifier store;

    public StoreIsWhole(StoreVerifier store) {
        this.store = store;
    }

    @Override
    public String id() {
        return "I1";
    }

    @Override
    public String sentence() {
        return "positions and sequences have no gaps, event ids and command outcomes are unique, the hash chain holds";
    }

    @Override
    public Finding check() {
        var tally = new Finding.Tally();
        var found = store.verify();
        tally.examined(found.events());
        if (found.firstBadReason() != null) {
            tally.note("first bad event: position %d, %s", found.firstBad(), found.firstBadReason());
        }
        tally.differs(found.positionGaps(), "%d positions are missing", found.positionGaps());
        tally.differs(found.sequenceGaps(), "%d events are not the next of their stream", found.sequenceGaps());
        tally.differs(found.brokenHashes(), "%d hashes do not follow from their events", found.brokenHashes());
        tally.differs(found.streamRows(), "%d stream rows do not match their events", found.streamRows());
        tally.differs(found.doubledEventIds(), "%d event ids are doubled", found.doubledEventIds());
        tally.differs(found.commandRows(), "%d commands claim events of no or another command", found.commandRows());
        return tally.finding();
    }
}
