package io.fairlead.simulation.rule;

import io.fairlead.simulation.Facts;
import io.fairlead.simulation.Recorded;
import java.util.List;

/** All rules of a history. */
public final class Rules {

    static final List<Rule> ALL = List.of(
            new TimeIsPricedRight(),
            new ExpensesArePricedRight(),
            new EachIsInOneState(),
            new BooksBalance(),
            new RunsTakeWhatTheyShould(),
            new LimitsHold(),
            new CapsHold(),
            new PayersShare(),
            new LinesAreSummed(),
            new OwedToCustomersAddsUp(),
            new RetainersAddUp(),
            new InvoicesAddUp(),
            new BooksInTheirCurrency(),
            new CreditsAddUp(),
            new CreditsReachTheirSources(),
            new NumbersHaveNoGaps(),
            new MoneyIsApplied(),
            new MovedTimeIsOnce(),
            new ContractsAreKept(),
            new NothingWaits());

    /** What is wrong with the history; empty when nothing is. */
    public static List<String> broken(List<Recorded> events) {
        var facts = new Facts(events);
        var findings = new Findings();
        ALL.forEach(rule -> rule.check(facts, findings));
        return findings.sentences();
    }

    private Rules() {}
}
