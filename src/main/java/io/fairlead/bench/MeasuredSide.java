package io.fairlead.bench;

import java.util.List;

/** One of two checkouts that are measured in turn; {@link FormerRounds} reads it. */
@FunctionalInterface
public interface MeasuredSide {

    /** Runs the bench once and returns what each of its lines yielded. */
    List<RoundFigure> round() throws InterruptedException;
}
