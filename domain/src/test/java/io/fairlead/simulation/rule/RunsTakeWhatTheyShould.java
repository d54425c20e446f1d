package io.fairlead.simulation.rule;

import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingRunCompleted;
import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.contract.event.BillingHeld;
import io.fairlead.contract.event.ContractAmended;
import io.fairlead.contract.event.PurchaseOrderReceived;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.funding.event.FundsDrafted;
import io.fairlead.simulation.Agreements;
import io.fairlead.simulation.Facts;
import io.fairlead.time.event.TimePutOnDraft;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * R14 and the invariant of the second run: a run takes everything that was unbilled from its start to its end with a service
 * date up to the cut-off, and nothing else. An invoice is planned before anything is claimed for it.
 */
final class RunsTakeWhatTheyShould implements Rule {

    /** A run under way, and what waited all the time. */
    private record Open(BillingRunStarted run, Set<String> mustTake) {}

    @Override
    public void check(Facts facts, Findings findings) {
        var ledger = new Ledger(new Findings());
        var planned = new HashMap<String, InvoicePlanned>();
        var open = new HashMap<String, Open>();
        var agreed = new Agreements(List.of());
        for (var each : facts.events()) {
            ledger.book(each);
            agreed.see(each.event());
            // Whatever happens to it, the runs under way need not take it any more.
            open.values().forEach(run -> run.mustTake().remove(each.stream()));
            switch (each.event()) {
                case PurchaseOrderReceived e -> leave(e.getContractId(), ledger, open.values());
                case BillingHeld e -> leave(e.getContractId(), ledger, open.values());
                case ContractAmended e -> leave(e.getContractId(), ledger, open.values());
                case BillingRunStarted run -> open.put(run.getBillingRunId(), begin(run, ledger, agreed));
                case InvoicePlanned plan -> planned.put(plan.getInvoiceId(), plan);
                case TimePutOnDraft e ->
                    claim(each.stream(), ledger.work().get(each.stream()), planned.get(e.getInvoiceId()), findings);
                case BillingItemPutOnDraft e ->
                    claim(each.stream(), ledger.work().get(each.stream()), planned.get(e.getInvoiceId()), findings);
                case ExpensePutOnDraft e ->
                    claim(each.stream(), ledger.work().get(each.stream()), planned.get(e.getInvoiceId()), findings);
                case BillingRunCompleted done -> {
                    var run = open.remove(done.getBillingRunId());
                    findings.require(
                            run != null && run.mustTake().isEmpty(),
                            done.getBillingRunId() + " left out " + (run == null ? "its start" : run.mustTake()));
                }
                default -> {}
            }
        }
        open.keySet().forEach(run -> findings.add(run + " was not completed"));
    }

    private static Open begin(BillingRunStarted run, Ledger ledger, Agreements agreed) {
        var mustTake = new HashSet<String>();
        ledger.work().forEach((id, work) -> {
            boolean mayBill =
                    (!agreed.contract(work.contract()).getPoRequired() || agreed.order(work.contract()) != null)
                            && !agreed.isHeld(work.contract(), work.lineNo())
                            // LimitsHold tells what of limited work may be billed.
                            && !agreed.isLimited(work.contract());
            if (work.isLeft() && !work.waitsForPeople() && mayBill && isAskedFor(run, work)) {
                mustTake.add(id);
            }
        });
        return new Open(run, mustTake);
    }

    /** The runs under way may leave out what was held or limited after they began. */
    private static void leave(String contract, Ledger ledger, Collection<Open> open) {
        ledger.work().forEach((id, work) -> {
            if (work.contract().equals(contract)) {
                open.forEach(run -> run.mustTake().remove(id));
            }
        });
    }

    private static boolean isAskedFor(BillingRunStarted run, SourceOfWork work) {
        return !work.day().isAfter(run.getCutOff())
                && !work.isDeferredBeyond(run.getCutOff())
                && (run.getContractId() == null || run.getContractId().equals(work.contract()));
    }

    private static void claim(
            String id, @Nullable SourceOfWork work, @Nullable InvoicePlanned plan, Findings findings) {
        if (plan == null || work == null) {
            findings.add(id + " is claimed by an invoice that is not planned, or has no price");
            return;
        }
        findings.same("the contract of what " + plan.getInvoiceId() + " claims", work.contract(), plan.getContractId());
        findings.require(
                !work.day().isAfter(plan.getCutOff()), id + " of " + work.day() + " is billed before its time");
    }

    /** Whether something else happened to the source, its contract or its limits while the run was at work. */
    static boolean wasDisturbed(Facts facts, InvoicePlanned plan, String source) {
        var run = plan.getBillingRunId();
        long from = facts.place(run, Objects.requireNonNull(facts.last(run, BillingRunStarted.class)));
        var completed = facts.last(run, BillingRunCompleted.class);
        long to = completed == null ? Long.MAX_VALUE : facts.place(run, completed);
        var funding = plan.getContractId().replace("contract:", "funding:");
        return Stream.of(source, plan.getContractId(), funding)
                .flatMap(stream -> facts.of(stream).stream())
                .anyMatch(each ->
                        from < each.position() && each.position() < to && !isOfTheRun(facts, run, each.event()));
    }

    private static boolean isOfTheRun(Facts facts, String run, Object event) {
        var invoice =
                switch (event) {
                    case TimePutOnDraft e -> e.getInvoiceId();
                    case BillingItemPutOnDraft e -> e.getInvoiceId();
                    case ExpensePutOnDraft e -> e.getInvoiceId();
                    case FundsDrafted e -> e.getInvoiceId();
                    default -> "";
                };
        return facts.of(run, InvoicePlanned.class)
                .anyMatch(plan -> plan.getInvoiceId().equals(invoice));
    }
}
