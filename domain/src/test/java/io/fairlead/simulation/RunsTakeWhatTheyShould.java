package io.fairlead.simulation;

import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemTakenOffDraft;
import io.fairlead.billing.event.BillingRunCompleted;
import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.contract.event.PurchaseOrderReceived;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeTakenOffDraft;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * R14 and the invariant of the second run: a run takes everything that was unbilled from its start to its end with a service
 * date up to the cut-off, and nothing else. An invoice is planned before anything is claimed for it.
 */
final class RunsTakeWhatTheyShould implements Rule {

    /** What can be billed, and since when it waits; an invoice has it while {@code invoice} is set. */
    private static final class Waiting {
        private final String contract;
        private final LocalDate day;
        private final long since;
        private @Nullable String invoice;

        Waiting(String contract, LocalDate day, long since) {
            this.contract = contract;
            this.day = day;
            this.since = since;
        }
    }

    /** A run under way, and what waited all the time. */
    private record Open(BillingRunStarted run, Set<String> mustTake) {}

    @Override
    public void check(Facts facts, Findings findings) {
        var waiting = new LinkedHashMap<String, Waiting>();
        var planned = new HashMap<String, InvoicePlanned>();
        var open = new HashMap<String, Open>();
        var orders = new HashSet<String>();
        for (var each : facts.events()) {
            switch (each.event()) {
                case TimePriced e ->
                    waiting.put(each.stream(), new Waiting(e.getContractId(), e.getServiceDate(), each.position()));
                case BillingItemReady e ->
                    waiting.put(each.stream(), new Waiting(e.getContractId(), e.getServiceDate(), each.position()));
                case PurchaseOrderReceived e -> orders.add(e.getContractId());
                case BillingRunStarted run -> open.put(run.getBillingRunId(), begin(facts, run, waiting, orders));
                case InvoicePlanned plan -> planned.put(plan.getInvoiceId(), plan);
                case TimePutOnDraft e -> claim(each.stream(), e.getInvoiceId(), waiting, planned, open, findings);
                case BillingItemPutOnDraft e ->
                    claim(each.stream(), e.getInvoiceId(), waiting, planned, open, findings);
                case TimeTakenOffDraft _ -> letGo(each.stream(), waiting);
                case BillingItemTakenOffDraft _ -> letGo(each.stream(), waiting);
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

    private static Open begin(Facts facts, BillingRunStarted run, Map<String, Waiting> waiting, Set<String> orders) {
        var mustTake = new HashSet<String>();
        waiting.forEach((id, work) -> {
            var contract = facts.contract(work.contract);
            boolean mayBill =
                    !contract.getPoRequired() || contract.getPoNumber() != null || orders.contains(work.contract);
            if (work.invoice == null && mayBill && isAskedFor(run, work)) {
                mustTake.add(id);
            }
        });
        return new Open(run, mustTake);
    }

    private static boolean isAskedFor(BillingRunStarted run, Waiting work) {
        return !work.day.isAfter(run.getCutOff())
                && (run.getContractId() == null || run.getContractId().equals(work.contract));
    }

    private static void claim(
            String id,
            String invoice,
            Map<String, Waiting> waiting,
            Map<String, InvoicePlanned> planned,
            Map<String, Open> open,
            Findings findings) {
        var plan = planned.get(invoice);
        var work = waiting.get(id);
        if (plan == null || work == null) {
            findings.add(id + " is claimed by " + invoice + ", which is not planned or has no price");
            return;
        }
        findings.same("the contract of what " + invoice + " claims", work.contract, plan.getContractId());
        findings.require(!work.day.isAfter(plan.getCutOff()), id + " of " + work.day + " is billed before its time");
        findings.require(work.since > 0 && work.invoice == null, id + " is claimed while " + work.invoice + " has it");
        work.invoice = invoice;
        // Whoever has it now, the other runs need not take it any more.
        open.values().forEach(run -> run.mustTake().remove(id));
    }

    private static void letGo(String id, Map<String, Waiting> waiting) {
        var work = waiting.get(id);
        if (work != null) {
            work.invoice = null;
        }
    }
}
