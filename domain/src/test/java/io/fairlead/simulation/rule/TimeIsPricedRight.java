package io.fairlead.simulation.rule;

import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.event.ExchangeRateSet;
import io.fairlead.contract.event.RateSet;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.simulation.Facts;
import io.fairlead.simulation.Life;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCosted;
import io.fairlead.time.event.TimeRecosted;
import java.util.List;
import java.util.Set;

/**
 * R1, R2 and the cost of R10: approved eligible time has exactly one price, the right one after each change of rates, seconds
 * and approval; other time has none. What it cost follows the approved seconds.
 */
final class TimeIsPricedRight implements Rule {

    /** Work items of time that nobody knows the price of by now. */
    private static final Set<String> LACKING = Set.of("RATE_MISSING", "FX_RATE_MISSING");

    @Override
    public void check(Facts facts, Findings findings) {
        var prices = new Prices(facts);
        for (var entry : PricedEntry.all(facts, findings)) {
            var approved = entry.approved();
            if (approved != null) {
                boolean due = prices.isEligible(approved, Long.MAX_VALUE); // Terms only grow.
                findings.same(entry.id() + ": prices", entry.price() == null ? 0 : 1, due ? 1 : 0);
            }
            cost(facts, entry, findings);
        }
        for (var quiet : List.of(beforeTheClearing(facts), beforeTheLastRuns(facts))) {
            for (var entry : PricedEntry.all(quiet, new Findings())) {
                lateRates(entry, prices, quiet, findings);
            }
        }
    }

    /** The history up to where people began to clear up: all processes were through, and no row had repriced everything. */
    private static Facts beforeTheClearing(Facts facts) {
        var events = facts.events();
        int end = 0;
        while (!(events.get(end).event() instanceof RateSet row
                && row.getRateId().equals(Life.LAST_ROW))) {
            end++;
        }
        while (events.get(end - 1).event() instanceof ExchangeRateSet) {
            end--;
        }
        return new Facts(events.subList(0, end));
    }

    /** The history up to where all processes were through for the first time. */
    private static Facts beforeTheLastRuns(Facts facts) {
        var runs = facts.all(BillingRunStarted.class);
        long end = runs.get(Math.max(0, runs.size() - Life.LAST_RUNS)).position();
        return new Facts(
                facts.events().stream().filter(each -> each.position() < end).toList());
    }

    /** What is unbilled has the price that the cards say by then, whenever they were set. */
    private static void lateRates(PricedEntry entry, Prices prices, Facts quiet, Findings findings) {
        var price = entry.price();
        var approved = entry.approved();
        if (price != null && approved != null && entry.secondsLeft() > 0 && !entry.hasOwnRate()) {
            var now = prices.asOf(approved, quiet.events().getLast().position());
            findings.require(
                    now == null || price.isWorth(now) || (now.fx() != null && awaitsInput(entry, quiet)),
                    entry.id() + " is left at " + price + ", but the cards say " + now);
        }
    }

    /** Whether a person was told what its price lacks, and did not say yet that it is there: an exchange rate may come late. */
    private static boolean awaitsInput(PricedEntry entry, Facts facts) {
        return facts.each(ExceptionRaised.class)
                .filter(raised -> raised.getSubjectId().equals(entry.id()) && LACKING.contains(raised.getCode()))
                .anyMatch(
                        raised -> !(facts.of(raised.getExceptionId()).getLast().event() instanceof ExceptionResolved));
    }

    /** Seconds by the person's row of the day; all time costs, billable or not, as long as its approval stands. */
    private static void cost(Facts facts, PricedEntry entry, Findings findings) {
        var id = entry.id();
        var stream = id.replace("time-entry:", "labour-cost:");
        var costed = facts.of(stream, TimeCosted.class).toList();
        var approval = facts.last(id, TimeApproved.class);
        if (costed.isEmpty() && entry.approved() == null) {
            return; // Its approval was withdrawn before it was costed, so nothing of it cost anything.
        }
        if (costed.size() != 1 || approval == null) {
            findings.same(id + ": costs", costed.size(), approval == null ? 0 : 1);
            return;
        }
        var costs = new CostReckoning(facts, findings);
        for (var each : facts.of(stream)) {
            switch (each.event()) {
                case TimeCosted e -> costs.costed(each.position(), e);
                case TimeRecosted e -> costs.recosted(each.position(), e);
                default -> {}
            }
        }
        var last = facts.last(stream, TimeRecosted.class);
        int seconds = last == null ? costed.getFirst().getSeconds() : last.getSeconds();
        findings.same("the seconds that cost of " + id, seconds, entry.approvedSeconds());
    }
}
