package io.fairlead.simulation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Faults of the domain that the histories found and that are to be mended with the worked case that they belong to; until then
 * they are counted and told with their seeds, and everything else is a failure.
 */
final class KnownFaults {

    private static final List<Fault> ALL = List.of();

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
