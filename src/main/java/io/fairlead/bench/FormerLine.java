package io.fairlead.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One line of a bench, measured in two checkouts round by round, for the person who changed something.
 *
 * @param former what the other checkout did, a figure for each round
 * @param ours what this one did in the same rounds
 */
public record FormerLine(List<RoundFigure> former, List<RoundFigure> ours) {

    public FormerLine {
        former = List.copyOf(former);
        ours = List.copyOf(ours);
        if (former.isEmpty() || former.size() != ours.size()) {
            throw new IllegalArgumentException("both sides need the same rounds: " + former + ", " + ours);
        }
    }

    public String line() {
        return ours.getFirst().line();
    }

    public String figure() {
        return ours.getFirst().figure();
    }

    public double formerMedian() {
        return median(former.stream().map(RoundFigure::value).toList());
    }

    public double oursMedian() {
        return median(ours.stream().map(RoundFigure::value).toList());
    }

    /** Of the rounds' ratios, not of the medians: what slowed the machine in one round slowed both sides. */
    public double ratio() {
        return Measured.rounded(median(ratios()), 3);
    }

    public double worst() {
        return Measured.rounded(ratios().stream().min(Double::compare).orElseThrow(), 3);
    }

    public double best() {
        return Measured.rounded(ratios().stream().max(Double::compare).orElseThrow(), 3);
    }

    private List<Double> ratios() {
        return IntStream.range(0, ours.size())
                .mapToObj(round -> ours.get(round).ratioTo(former.get(round)))
                .toList();
    }

    /** The middle one; the mean of the two in the middle where they are even. */
    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        var half = sorted.size() / 2;
        var upper = sorted.get(half);
        return sorted.size() % 2 == 1 ? upper : Measured.rounded((sorted.get(half - 1) + upper) / 2, 6);
    }

    /** The line as a JSON object. */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("line", line());
        json.put("figure", figure());
        json.put("former", former.stream().map(RoundFigure::value).toList());
        json.put("ours", ours.stream().map(RoundFigure::value).toList());
        json.put("former_median", formerMedian());
        json.put("ours_median", oursMedian());
        json.put("ratio_median", ratio());
        json.put("ratio_min", worst());
        json.put("ratio_max", best());
        return json;
    }
}
