package io.fairlead.simulation;

import io.fairlead.funding.LimitedLines;
import io.fairlead.funding.LimitsLookup;
import java.util.Optional;

/**
 * What the door knows of limits: all that is stored, since its views were waited for.
 *
 * @param log of the history so far
 */
record DoorLimits(HistoryLog log) implements LimitsLookup {

    @Override
    public LimitedLines limited(String contractId) {
        return LimitedLines.of(LimitsView.limits(new Agreements(log.events()), contractId));
    }

    @Override
    public Optional<Agreed> agreed(String contractId) {
        throw new UnsupportedOperationException("no door asks what is agreed");
    }

    @Override
    public Unbilled unbilled(String contractId) {
        throw new UnsupportedOperationException("no door asks what is unbilled");
    }
}
