package io.fairlead.simulation.rule;

import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemScheduled;
import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.event.InstalmentsScheduled;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceStaged;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.project.event.MilestoneAccepted;
import io.fairlead.project.event.MilestoneScheduled;
import io.fairlead.simulation.Facts;
import io.fairlead.simulation.rule.SourceOfWork.State;
import io.fairlead.time.event.TimeApprovalChallenged;
import io.fairlead.time.event.TimeCreditProposed;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** I9: every process came to its end: nothing ready waits for a machine, and the last run, asked twice, found nothing again. */
final class NothingWaits implements Rule {

    @Override
    public void check(Facts facts, Findings findings) {
        facts.each(InvoiceStaged.class)
                .filter(staged -> !facts.has(staged.getInvoiceId(), InvoiceIssued.class))
                .forEach(staged -> findings.add(staged.getInvoiceId() + " is staged but not issued"));
        findings.same(
                "milestones accepted and instalments due that may be billed",
                facts.each(BillingItemReady.class).count(),
                facts.each(MilestoneAccepted.class).count() + instalments(facts));
        findings.require(
                facts.each(BillingItemScheduled.class).count()
                        <= facts.each(MilestoneScheduled.class).count() + instalments(facts),
                "there are more billing items than milestones and instalments");
        work(facts, findings);
        people(facts, findings);
        secondRunIsEmpty(facts, findings);
    }

    /** All of them are due by the last run. */
    private static long instalments(Facts facts) {
        return facts.each(InstalmentsScheduled.class)
                .mapToLong(plan -> plan.getInstalments().size())
                .sum();
    }

    private static void work(Facts facts, Findings findings) {
        var claims = new HashSet<String>();
        var held = FundsLedger.of(facts, new Findings());
        EachIsInOneState.fold(facts, new Findings()).forEach((id, work) -> {
            work.portions().values().forEach(portion -> claims.add(portion.invoice()));
            findings.require(
                    !work.isLeft()
                            || work.waitsForPeople()
                            || isOverLimit(work, held.sources().get(id)),
                    id + " was never billed");
            findings.require(
                    !work.awaitsChange() || work.isOn(State.DRAFTED), id + " waits for a draft that has let it go");
        });
        claims.forEach(invoice ->
                findings.require(facts.has(invoice, InvoiceDrafted.class), invoice + " has claims but no draft"));
    }

    /** All of it, and what a draft took before anything limited it: that asks late, and waits with the rest. */
    private static boolean isOverLimit(SourceOfWork work, @Nullable FundsOfSource funds) {
        return funds != null
                && work.left().signum() > 0
                && work.left()
                                .add(work.on(State.DRAFTED))
                                .subtract(funds.drafted())
                                .compareTo(funds.held())
                        == 0;
    }

    /** Billed time that is doubted or corrected waits for people, and they were told. */
    private static void people(Facts facts, Findings findings) {
        var told = facts.each(ExceptionRaised.class)
                .map(raised -> raised.getCode() + " " + raised.getSubjectId())
                .collect(Collectors.toSet());
        facts.each(TimeApprovalChallenged.class)
                .forEach(doubt -> findings.require(
                        told.contains("BILLED_APPROVAL_WITHDRAWN " + doubt.getTimeEntryId()),
                        doubt.getTimeEntryId() + " is in doubt and nobody was told"));
        facts.each(TimeCreditProposed.class)
                .filter(proposed -> !proposed.getParts().isEmpty())
                .forEach(proposed -> findings.require(
                        told.contains("BILLED_TIME_CORRECTED " + proposed.getTimeEntryId()),
                        proposed.getTimeEntryId() + " is to be credited and nobody was told"));
    }

    private static void secondRunIsEmpty(Facts facts, Findings findings) {
        var runs = facts.each(BillingRunStarted.class).toList();
        if (!runs.isEmpty()) {
            var last = runs.getLast().getBillingRunId();
            findings.same(
                    "drafts of a last run that finds nothing",
                    facts.each(InvoiceDrafted.class)
                            .filter(draft -> draft.getBillingRunId().equals(last))
                            .count(),
                    0L);
        }
    }
}
