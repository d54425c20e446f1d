package io.fairlead.simulation;

import io.fairlead.resource.event.CostRateSet;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCosted;
import io.fairlead.time.event.TimePriced;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** R1, R2 and the cost of R10: approved eligible time has exactly one price, the right one; other time has none. */
final class TimeIsPricedRight implements Rule {

    @Override
    public void check(Facts facts, Findings findings) {
        var prices = new Prices(facts);
        for (var approved : facts.all(TimeApproved.class)) {
            var entry = approved.fact().getTimeEntryId();
            var priced = facts.all(TimePriced.class).stream()
                    .filter(price -> price.fact().getTimeEntryId().equals(entry))
                    .toList();
            if (!prices.isEligible(approved.fact())) {
                findings.same(entry + " is not paid by the hour: prices", priced.size(), 0);
            } else if (priced.size() != 1) {
                findings.same(entry + ": prices", priced.size(), 1);
            } else {
                var price = priced.getFirst();
                var due = prices.between(approved.fact(), approved.position(), price.position());
                findings.require(
                        due.stream().anyMatch(each -> isSame(each, price.fact())),
                        entry + " costs " + price.fact().getAmount() + " by row "
                                + price.fact().getRateId() + " of "
                                + price.fact().getRateCardId() + " ("
                                + price.fact().getLevel() + "), due is one of " + due);
            }
            cost(facts, approved.fact(), findings);
        }
    }

    private static boolean isSame(Prices.Price due, TimePriced said) {
        return due.amount().compareTo(said.getAmount()) == 0
                && due.row().equals(said.getRateId())
                && due.card().equals(said.getRateCardId())
                && due.level().equals(said.getLevel());
    }

    /** Seconds by the person's row of the day, whichever of the rows known then; all time costs, billable or not. */
    private static void cost(Facts facts, TimeApproved entry, Findings findings) {
        var costed = facts.each(TimeCosted.class)
                .filter(cost -> cost.getTimeEntryId().equals(entry.getTimeEntryId()))
                .toList();
        CostRateSet best = null;
        for (var row : facts.of(entry.getPersonId(), CostRateSet.class).toList()) {
            boolean holds = !entry.getWorkDate().isBefore(row.getFrom())
                    && (row.getTo() == null || entry.getWorkDate().isBefore(row.getTo()));
            if (holds && (best == null || !row.getFrom().isBefore(best.getFrom()))) {
                best = row;
            }
        }
        if (best == null || costed.size() != 1) {
            findings.same(entry.getTimeEntryId() + ": costs", costed.size(), best == null ? 0 : 1);
            return;
        }
        var due = best.getRate()
                .multiply(BigDecimal.valueOf(entry.getSeconds()))
                .divide(BigDecimal.valueOf(3600), Facts.digits(best.getCurrency()), RoundingMode.HALF_UP);
        findings.same("the cost of " + entry.getTimeEntryId(), costed.getFirst().getAmount(), due);
    }
}
