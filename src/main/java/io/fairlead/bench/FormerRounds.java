package io.fairlead.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Measures two checkouts round by round; who goes first changes, so that a machine that tires is fair to both. */
public final class FormerRounds {

    private FormerRounds() {}

    /**
     * Runs the rounds.
     *
     * @param begun told the number of each round, from 1
     * @return a line for each of the bench's
     * @throws CheckoutFailed if a side fails, or the two have not the same lines
     */
    public static List<FormerLine> run(MeasuredSide former, MeasuredSide ours, int rounds, IntConsumer begun)
            throws InterruptedException {
        var formers = new ArrayList<List<RoundFigure>>();
        var own = new ArrayList<List<RoundFigure>>();
        for (var round = 1; round <= rounds; round++) {
            begun.accept(round);
            if (round % 2 == 1) {
                formers.add(former.round());
                own.add(ours.round());
            } else {
                own.add(ours.round());
                formers.add(former.round());
            }
        }
        var lines = new ArrayList<FormerLine>();
        for (var line : own.getFirst()) {
            lines.add(new FormerLine(ofLine(line, formers, "the former"), ofLine(line, own, "ours")));
        }
        return lines;
    }

    private static List<RoundFigure> ofLine(RoundFigure line, List<List<RoundFigure>> rounds, String side) {
        return rounds.stream()
                .map(round -> round.stream()
                        .filter(line::isOfLineOf)
                        .findFirst()
                        .orElseThrow(() -> new CheckoutFailed(
                                side + " printed no " + line.figure() + " for \"" + line.line() + "\"")))
                .toList();
    }
}
