package io.fairlead.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Meetings that histories keep away from, since the money is wrong there today: each is a fault that stood before, names the case
 * that mends it, and seeds in which it shows once it may happen; {@code KnownFaultsTest} lives these. {@code -Dlift=NAME} lets it
 * happen in any history, to see it red; whoever mends the fault deletes the constant. Read by the lives, never by the rules.
 */
enum Excluded {
    /**
     * A purchase order sets the first limit of its contract when something of it is on its way to an invoice or billed: what was
     * billed counts twice within the limit when its reaction is repeated, and work that was billed before asks for twice its worth
     * once it is credited. Gap 1 of status.md.
     */
    FIRST_ORDER_LIMIT_AFTER_AN_INVOICE(
            "no case", "reacted to again: Funds|granted and held in the end of |was never billed", 858),

    /**
     * A billing run crashes when it holds the funds of an entry for some of a contract's payers, or has claimed their
     * parts, and not for others. What it holds is as good as theirs for another run; but when it goes on, seconds of parts
     * without a cent are claimed with the first amount, and a part whose whole has changed since is claimed as it was where
     * its payer is the only one left.
     */
    CRASH_BETWEEN_PAYERS("no case", "the share is |pay for what ", 1097);

    private final String ofCase;
    private final Pattern sentence;
    private final List<Long> seeds;

    Excluded(String ofCase, String sentence, long... seeds) {
        this.ofCase = ofCase;
        this.sentence = Pattern.compile(sentence);
        this.seeds = Arrays.stream(seeds).boxed().toList();
    }

    /** The worked case that mends it, or "no case" as long as there is none. */
    String ofCase() {
        return ofCase;
    }

    /** Whether what is broken in a history shows it. */
    boolean showsIn(List<String> broken) {
        return broken.stream().anyMatch(each -> sentence.matcher(each).find());
    }

    /** In which it shows when it may happen; at least one. */
    List<Long> seeds() {
        return seeds;
    }

    /** What {@code -Dlift=} names. */
    static Set<Excluded> lifted() {
        return Arrays.stream(values())
                .filter(each -> each.name().equals(System.getProperty("lift")))
                .collect(Collectors.toUnmodifiableSet());
    }
}
