package io.fairlead.simulation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
                    true,
                    List.of(466L)),
            new Fault(
                    "no case: a cost asked again, its key forgotten, after the exchange rate moved is refused and parks",
                    Pattern.compile(
                            "WhenTimeApprovedThenCost at .*T-09: the cost of this version exists with other data"),
                    true,
                    List.of(370L, 3660L)),
            new Fault(
                    "no case: an approval withdrawn before it could be costed costs, and costs nothing again, when reacted to again",
                    Pattern.compile("reacted to again: Time(Costed|Recosted) .*"),
                    false,
                    List.of(392L, 3700L)));

    /**
     * A fault and how it is told.
     *
     * @param name begins with the worked case that mends it, or with "no case" as long as there is none
     * @param parks whether a process stopped, so that the sentences after it are its consequence
     * @param seeds in which it shows; at least one
     */
    record Fault(String name, Pattern sentence, boolean parks, List<Long> seeds) {

        boolean explains(List<String> broken) {
            if (broken.isEmpty()) {
                return false;
            }
            return parks
                    ? sentence.matcher(broken.getFirst()).find()
                    : broken.stream().allMatch(each -> sentence.matcher(each).matches());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** All of them; {@code KnownFaultsTest} lives their seeds. */
    static List<Fault> all() {
        return ALL;
    }

    /** The one fault that explains all that is broken in a history; empty when something else is broken, or nothing. */
    static Optional<String> explaining(List<String> broken) {
        return all().stream()
                .filter(fault -> fault.explains(broken))
                .map(Fault::name)
                .findFirst();
    }

    private KnownFaults() {}
}
