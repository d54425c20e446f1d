package io.fairlead.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Faults of the domain that the histories found and that are to be mended with the worked case that they belong to; until then
 * they are counted and told with their seeds, and everything else is a failure.
 */
final class KnownFaults {

    private static final List<Fault> ALL = List.of(
            new Fault(
                    "case 52: the correction of time that was rounded down and is billed by now stops its invoice",
                    Pattern.compile(
                            "WhenInvoiceIssuedOrDroppedThenBillOrReleaseWork at .*T-11: \\d+ seconds of it are given up"),
                    true),
            new Fault(
                    "no case: a cost asked again, its key forgotten, after the exchange rate moved is refused and parks",
                    Pattern.compile(
                            "WhenTimeApprovedThenCost at .*T-09: the cost of this version exists with other data"),
                    true),
            new Fault(
                    "no case: an approval withdrawn before it could be costed costs, and costs nothing again, when reacted to again",
                    Pattern.compile("reacted to again: Time(Costed|Recosted) .*"),
                    false),
            new Fault(
                    "no case: work that a retainer paid in full, each line's tax rounded, is issued with a cent owed to the buyer",
                    Pattern.compile("\\S+ of net 0\\.0000 has a gross of -[0-9.]{1,6}"),
                    false),
            new Fault(
                    "case 41: a row of as much in another currency, worth less than a second's price, reprices nothing",
                    Pattern.compile("\\S+ is left at Price\\[.*rate=([\\d.]+), currency=(\\w+), unit=(\\d+),.*"
                            + "but the cards say Price\\[.*rate=\\1, currency=(?!\\2)\\w+, unit=\\3,.*"),
                    false));

    /** Seen once in 10,000 histories each and not explained yet; by their seeds, so that nothing else hides behind them. */
    private static final Map<Long, Fault> UNEXPLAINED = Map.of(
            152L,
            new Fault(
                    "not explained: an entry is repriced when a change of rates is reacted to again",
                    Pattern.compile("reacted to again: (TimeRepriced|FundsRefused) .*"),
                    false),
            5369L,
            new Fault(
                    "not explained: an entry corrected beside a change of rates keeps its price, in another currency",
                    Pattern.compile("time-entry:e-4 is left at Price\\[.*"),
                    false));

    /**
     * A fault and how it is told.
     *
     * @param parks whether a process stopped, so that the sentences after it are its consequence
     */
    private record Fault(String name, Pattern sentence, boolean parks) {

        boolean explains(List<String> broken) {
            return parks
                    ? sentence.matcher(broken.getFirst()).find()
                    : broken.stream().allMatch(each -> sentence.matcher(each).matches());
        }
    }

    /** The one fault that explains all that is broken in a history; empty when something else is broken. */
    static Optional<String> explaining(long seed, List<String> broken) {
        return broken.isEmpty()
                ? Optional.empty()
                : Stream.concat(ALL.stream(), Stream.ofNullable(UNEXPLAINED.get(seed)))
                        .filter(fault -> fault.explains(broken))
                        .map(Fault::name)
                        .findFirst();
    }

    private KnownFaults() {}
}
