package io.fairlead.simulation.rule;

import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemReopened;
import io.fairlead.billing.event.BillingItemTakenOffDraft;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.expense.event.ExpenseReopened;
import io.fairlead.expense.event.ExpenseRepriced;
import io.fairlead.expense.event.ExpenseTakenOffDraft;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.funding.event.FundsDrafted;
import io.fairlead.funding.event.FundsTakenOffDraft;
import io.fairlead.party.event.CustomerMerged;
import io.fairlead.simulation.Facts;
import io.fairlead.simulation.SharedSource;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeTakenOffDraft;
import io.fairlead.time.event.TimeWrittenOff;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who pays an invoice is a payer of its contract, or its buyer where it names none; and no payer ever has more of a source than its
 * share of all that there is of it, but for what rounding moves between them. So what comes back from one payer's draft or
 * invoice to be billed again is that payer's, and all of a source together is shared as agreed. By time where there is any, since
 * what comes back may have another price by then.
 */
final class PayersShare implements Rule {

    @Override
    public void check(Facts facts, Findings findings) {
        var plans = new HashMap<String, InvoicePlanned>();
        facts.each(InvoicePlanned.class).forEach(plan -> {
            plans.put(plan.getInvoiceId(), plan);
            var payers = payers(facts, facts.contract(plan.getContractId()));
            findings.require(
                    payers.containsKey(facts.living(plan.getCustomerId())),
                    plan.getInvoiceId() + " is for " + plan.getCustomerId() + ", who does not pay "
                            + plan.getContractId());
            findings.require(
                    !wasMergedBefore(facts, plan), plan.getInvoiceId() + " is for a customer that was merged before");
        });
        facts.each(InvoiceDrafted.class)
                .filter(draft -> plans.containsKey(draft.getInvoiceId()))
                .forEach(draft -> findings.same(
                        "the payer of " + draft.getInvoiceId(),
                        draft.getCustomerId(),
                        plan(plans, draft.getInvoiceId()).getCustomerId()));
        new Reading(facts, plans, findings).read();
    }

    /** By payer that lives on; the buyer alone has all of it, and one payer what the others leave. */
    private static Map<String, BigDecimal> payers(Facts facts, ContractSigned contract) {
        var payers = new HashMap<String, BigDecimal>();
        if (contract.getPayers().isEmpty()) {
            payers.put(facts.living(contract.getCustomerId()), BigDecimal.ONE);
        }
        var left = BigDecimal.ONE;
        for (var payer : contract.getPayers()) {
            if (!payer.getTakesResidue()) {
                payers.merge(facts.living(payer.getCustomerId()), payer.getShare(), BigDecimal::add);
                left = left.subtract(payer.getShare());
            }
        }
        for (var payer : contract.getPayers()) {
            if (payer.getTakesResidue()) {
                payers.merge(facts.living(payer.getCustomerId()), left, BigDecimal::add);
            }
        }
        return payers;
    }

    /** Whoever starts a run knows who was merged by then. */
    private static boolean wasMergedBefore(Facts facts, InvoicePlanned plan) {
        var merged = facts.last(plan.getCustomerId(), CustomerMerged.class);
        var run = facts.last(plan.getBillingRunId(), BillingRunStarted.class);
        return merged != null
                && run != null
                && facts.place(plan.getCustomerId(), merged) < facts.place(plan.getBillingRunId(), run);
    }

    private static InvoicePlanned plan(Map<String, InvoicePlanned> plans, String invoiceId) {
        return Objects.requireNonNull(plans.get(invoiceId), invoiceId);
    }

    /** What one run takes of a source from one order, and what each payer lacked of it before. */
    private static final class Taken {
        private final InvoicePlanned first;
        private final Map<String, BigDecimal> lacking;
        private final Set<String> having = new TreeSet<>();
        private BigDecimal sum = BigDecimal.ZERO;

        Taken(InvoicePlanned first, Map<String, BigDecimal> lacking) {
            this.first = first;
            this.lacking = lacking;
        }
    }

    /** One pass over a history. */
    private static final class Reading {
        private final Facts facts;
        private final Map<String, InvoicePlanned> plans;
        private final Findings findings;
        private final Map<String, SharedSource> sources = new HashMap<>();
        private final Map<List<String>, Taken> taken = new LinkedHashMap<>();
        /** By source: drafts that hold funds of it and have not claimed them. */
        private final Map<String, Set<String>> promised = new HashMap<>();

        Reading(Facts facts, Map<String, InvoicePlanned> plans, Findings findings) {
            this.facts = facts;
            this.plans = plans;
            this.findings = findings;
        }

        void read() {
            for (var each : facts.events()) {
                priced(each.stream(), each.event());
            }
            taken.forEach(this::leftOut);
        }

        private void priced(String id, Object event) {
            switch (event) {
                case TimePriced e -> of(id).more(e.getBilledSeconds(), e.getAmount());
                case TimeRepriced e -> of(id).more(0, e.getAmountDelta());
                case TimeCorrectedAfterApproval e -> {
                    if (e.getBilledSecondsDelta() != null && e.getAmountDelta() != null) {
                        of(id).more(e.getBilledSecondsDelta(), e.getAmountDelta());
                    }
                }
                case TimeApprovalWithdrawn e -> {
                    if (e.getBilledSeconds() != null && e.getAmount() != null) {
                        of(id).more(-e.getBilledSeconds(), e.getAmount().negate());
                    }
                }
                case BillingItemReady e -> of(id).more(0, e.getAmount());
                case ExpenseRepriced e -> of(id).more(0, e.getAmountDelta());
                case ExpensePriced e -> of(id).more(0, e.getAmount());
                case TimePutOnDraft e -> claimed(id, e.getInvoiceId(), e.getSeconds(), e.getAmount());
                case BillingItemPutOnDraft e -> claimed(id, e.getInvoiceId(), 0, e.getAmount());
                case ExpensePutOnDraft e -> claimed(id, e.getInvoiceId(), 0, e.getAmount());
                case FundsDrafted e ->
                    e.getPortions().forEach(part -> promised(part.getSourceId()).add(e.getInvoiceId()));
                case FundsTakenOffDraft e ->
                    e.getPortions().forEach(part -> promised(part.getSourceId()).remove(e.getInvoiceId()));
                default -> cameBack(id, event);
            }
        }

        private Set<String> promised(String source) {
            return promised.computeIfAbsent(source, _ -> new TreeSet<>());
        }

        /** What a run takes beside what drafts of other runs hold the funds of: that is as good as their payers'. */
        private Taken taken(InvoicePlanned plan, String id, Map<String, BigDecimal> lacking) {
            var by = new Taken(plan, lacking);
            promised(id).stream()
                    .map(plans::get)
                    .filter(other -> other != null && !other.getBillingRunId().equals(plan.getBillingRunId()))
                    .forEach(other -> by.having.add(facts.living(other.getCustomerId())));
            return by;
        }

        /** What is billed again; what is given up or never was stays with who had it. */
        private void cameBack(String id, Object event) {
            switch (event) {
                case TimeTakenOffDraft e -> back(id, e.getInvoiceId(), e.getSeconds(), e.getAmount());
                case BillingItemTakenOffDraft e -> back(id, e.getInvoiceId(), 0, e.getAmount());
                case ExpenseTakenOffDraft e -> back(id, e.getInvoiceId(), 0, e.getAmount());
                case TimeReopened e -> back(id, e.getInvoiceId(), e.getSeconds(), e.getAmount());
                case BillingItemReopened e -> back(id, e.getInvoiceId(), 0, e.getAmount());
                case ExpenseReopened e -> back(id, e.getInvoiceId(), 0, e.getAmount());
                case TimeWrittenOff e -> givenUp(id, e.getCreditNoteId(), e.getSeconds(), e.getAmount());
                case BillingItemWrittenOff e -> givenUp(id, e.getCreditNoteId(), 0, e.getAmount());
                case ExpenseWrittenOff e -> givenUp(id, e.getCreditNoteId(), 0, e.getAmount());
                default -> {}
            }
        }

        private void givenUp(String id, @Nullable String creditNote, int seconds, BigDecimal amount) {
            if (creditNote == null) {
                of(id).more(-seconds, amount.negate());
            }
        }

        private void back(String id, String invoice, int seconds, BigDecimal amount) {
            var plan = plans.get(invoice);
            if (plan != null) {
                of(id).has(facts.living(plan.getCustomerId()), -seconds, amount.negate());
            }
        }

        private SharedSource of(String source) {
            return sources.computeIfAbsent(source, _ -> new SharedSource());
        }

        private void claimed(String id, String invoice, int seconds, BigDecimal amount) {
            var plan = plans.get(invoice);
            if (plan == null) {
                return; // RunsTakeWhatTheyShould tells what is claimed without a plan.
            }
            var source = of(id);
            var payers = payers(facts, facts.contract(plan.getContractId()));
            var by = taken.computeIfAbsent(
                    List.of(plan.getBillingRunId(), id, String.valueOf(plan.getPoNumber())),
                    _ -> taken(plan, id, source.lacking(payers)));
            promised(id).remove(invoice);
            var payer = facts.living(plan.getCustomerId());
            by.having.add(payer);
            by.sum = by.sum.add(amount);
            source.claimed(payer, seconds, amount);
            boolean byTime = seconds > 0;
            var has = source.of(payer, byTime);
            var whole = source.whole(byTime);
            // Each part may be rounded up for each payer.
            var rounding = BigDecimal.valueOf(
                    (long) payers.size() * source.claims(), byTime ? 0 : Facts.digits(plan.getCurrency()));
            var share = payers.getOrDefault(payer, BigDecimal.ZERO);
            findings.require(
                    payers.size() == 1
                            || has.abs().subtract(whole.multiply(share).abs()).compareTo(rounding) <= 0,
                    payer + " has " + has + " of the " + whole + " of " + id + " by " + invoice + ", the share is "
                            + share);
        }

        private void leftOut(List<String> what, Taken by) {
            var rounded = BigDecimal.valueOf(by.lacking.size(), Facts.digits(by.first.getCurrency()));
            var all = by.lacking.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            boolean isWorthIt = by.lacking.entrySet().stream()
                    .anyMatch(payer -> !by.having.contains(payer.getKey())
                            && by.sum
                                            .multiply(payer.getValue())
                                            .abs()
                                            .compareTo(rounded.multiply(all).abs())
                                    > 0);
            findings.require(
                    !isWorthIt || RunsTakeWhatTheyShould.wasDisturbed(facts, by.first, what.get(1)),
                    "only " + by.having + " pay for what " + what + " took, and nothing came in between");
        }
    }
}
