package io.fairlead.simulation;

import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemScheduled;
import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.billing.event.InvoiceStaged;
import io.fairlead.project.event.MilestoneAccepted;
import io.fairlead.project.event.MilestoneScheduled;
import io.fairlead.simulation.EachIsInOneState.State;
import java.util.HashMap;

/** I9: every process came to its end: nothing ready waits for a machine, and the last run, asked twice, found nothing again. */
final class NothingWaits implements Rule {

    @Override
    public void check(Facts facts, Findings findings) {
        facts.each(InvoiceStaged.class)
                .filter(staged -> !facts.has(staged.getInvoiceId(), InvoiceIssued.class))
                .forEach(staged -> findings.add(staged.getInvoiceId() + " is staged but not issued"));
        findings.same(
                "milestones accepted that may be billed",
                facts.each(BillingItemReady.class).count(),
                facts.each(MilestoneAccepted.class).count());
        findings.require(
                facts.each(BillingItemScheduled.class).count()
                        <= facts.each(MilestoneScheduled.class).count(),
                "there are more billing items than milestones");
        var claims = new HashMap<String, Integer>();
        EachIsInOneState.fold(facts, new Findings()).forEach((id, work) -> {
            if (work.invoice() != null) {
                claims.merge(work.invoice(), 1, Integer::sum);
            }
            findings.require(work.state() != State.UNBILLED, id + " was never billed");
        });
        claims.keySet()
                .forEach(invoice -> findings.require(
                        facts.has(invoice, InvoiceDrafted.class), invoice + " has claims but no draft"));
        secondRunIsEmpty(facts, findings);
    }

    private static void secondRunIsEmpty(Facts facts, Findings findings) {
        var runs = facts.each(BillingRunStarted.class).toList();
        if (!runs.isEmpty()) {
            var last = runs.getLast().getBillingRunId();
            findings.same(
                    "invoices of a last run that finds nothing",
                    facts.of(last, InvoicePlanned.class).count(),
                    0L);
        }
    }
}
