package io.fairlead.simulation;

import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.project.event.MilestoneAccepted;
import io.fairlead.simulation.EachIsInOneState.State;
import io.fairlead.simulation.EachIsInOneState.Work;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimePriced;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * I2: per contract, what was approved and accepted, reckoned anew, is what is unbilled, drafted and billed; and drafts and
 * issued invoices say of each line what the line's entry or item says of itself.
 */
final class BooksBalance implements Rule {

    @Override
    public void check(Facts facts, Findings findings) {
        var work = EachIsInOneState.fold(facts, new Findings());
        var due = due(facts);
        var booked = new TreeMap<String, BigDecimal>();
        work.values().forEach(each -> booked.merge(each.contract(), each.amount(), BigDecimal::add));
        due.keySet().forEach(contract -> booked.putIfAbsent(contract, BigDecimal.ZERO));
        booked.forEach((contract, amount) -> findings.same(
                "unbilled, drafted and billed of " + contract, amount, due.getOrDefault(contract, BigDecimal.ZERO)));
        documents(facts, work, findings);
    }

    /** Approved hours at their reckoned price and accepted results at theirs. */
    private static Map<String, BigDecimal> due(Facts facts) {
        var prices = new Prices(facts);
        var due = new TreeMap<String, BigDecimal>();
        for (var approved : facts.all(TimeApproved.class)) {
            var entry = approved.fact();
            var priced = facts.last(entry.getTimeEntryId(), TimePriced.class);
            if (priced == null || !prices.isEligible(entry)) {
                continue; // TimeIsPricedRight tells whether that is so by right.
            }
            long at = facts.all(TimePriced.class).stream()
                    .filter(each -> each.fact() == priced)
                    .findFirst()
                    .orElseThrow()
                    .position();
            var right = prices.between(entry, approved.position(), at);
            var amount = right.stream()
                    .map(Prices.Price::amount)
                    .filter(each -> each.compareTo(priced.getAmount()) == 0)
                    .findFirst()
                    .orElse(BigDecimal.ZERO);
            due.merge(entry.getContractId(), amount, BigDecimal::add);
        }
        facts.each(MilestoneAccepted.class)
                .forEach(accepted -> due.merge(accepted.getContractId(), accepted.getAmount(), BigDecimal::add));
        return due;
    }

    private static void documents(Facts facts, Map<String, Work> work, Findings findings) {
        var lines = new HashMap<String, InvoiceLine>();
        for (var draft : facts.each(InvoiceDrafted.class).toList()) {
            var invoice = draft.getInvoiceId();
            if (facts.has(invoice, InvoiceDiscarded.class)) {
                continue;
            }
            boolean issued = facts.has(invoice, InvoiceIssued.class);
            for (var line : InvoicesAddUp.lines(facts, invoice)) {
                var source = line.getSourceId();
                findings.require(lines.put(source, line) == null, source + " stands on two documents");
                var state = work.get(source);
                if (state == null) {
                    findings.add(source + " stands on " + invoice + " but was never unbilled");
                    continue;
                }
                findings.same("the state of " + source, state.state(), issued ? State.BILLED : State.DRAFTED);
                findings.same("the document of " + source, state.invoice(), invoice);
                findings.same("the contract of " + source, state.contract(), draft.getContractId());
                findings.same("the line of " + source, line.getNet(), state.amount());
            }
        }
        work.forEach((id, each) -> findings.require(
                each.state() == State.UNBILLED || lines.containsKey(id),
                id + " is " + each.state() + " on no document"));
        facts.each(BillingItemReady.class)
                .filter(item -> !work.containsKey(item.getBillingItemId()))
                .forEach(item -> findings.add(item.getBillingItemId() + " is ready and in no state"));
    }
}
