package io.fairlead.simulation.rule;

import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingRunCompleted;
import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.funding.event.FundsDrafted;
import io.fairlead.simulation.Facts;
import io.fairlead.time.event.TimePutOnDraft;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who pays an invoice is a payer of its contract, or its buyer where it names none; and what a run takes of one source all payers
 * pay, each its share, but for the cents that rounding moves between them. A payer is left out only when something came in between.
 */
final class PayersShare implements Rule {

    /** What one draft took of a source. */
    private record Taken(InvoicePlanned plan, BigDecimal amount) {}

    @Override
    public void check(Facts facts, Findings findings) {
        var plans = new HashMap<String, InvoicePlanned>();
        facts.each(InvoicePlanned.class).forEach(plan -> {
            plans.put(plan.getInvoiceId(), plan);
            var payers = payers(facts.contract(plan.getContractId()));
            findings.require(
                    payers.containsKey(plan.getCustomerId()),
                    plan.getInvoiceId() + " is for " + plan.getCustomerId() + ", who does not pay "
                            + plan.getContractId());
        });
        facts.each(InvoiceDrafted.class)
                .filter(draft -> plans.containsKey(draft.getInvoiceId()))
                .forEach(draft -> findings.same(
                        "the payer of " + draft.getInvoiceId(),
                        draft.getCustomerId(),
                        plan(plans, draft.getInvoiceId()).getCustomerId()));
        taken(facts, plans).forEach((what, parts) -> shared(facts, what, parts, findings));
    }

    /** By payer; the buyer alone has all of it, and one payer what the others leave. */
    private static Map<String, BigDecimal> payers(ContractSigned contract) {
        var payers = new HashMap<String, BigDecimal>();
        if (contract.getPayers().isEmpty()) {
            payers.put(contract.getCustomerId(), BigDecimal.ONE);
        }
        var left = BigDecimal.ONE;
        for (var payer : contract.getPayers()) {
            payers.put(payer.getCustomerId(), payer.getShare());
            left = payer.getTakesResidue() ? left : left.subtract(payer.getShare());
        }
        for (var payer : contract.getPayers()) {
            if (payer.getTakesResidue()) {
                payers.put(payer.getCustomerId(), left);
            }
        }
        return payers;
    }

    private static InvoicePlanned plan(Map<String, InvoicePlanned> plans, String invoiceId) {
        return Objects.requireNonNull(plans.get(invoiceId), invoiceId);
    }

    /** By run, source and purchase order: each payer has its share of each order's part. */
    private static Map<List<String>, List<Taken>> taken(Facts facts, Map<String, InvoicePlanned> plans) {
        var taken = new LinkedHashMap<List<String>, List<Taken>>();
        for (var each : facts.events()) {
            switch (each.event()) {
                case TimePutOnDraft e -> take(taken, plans.get(e.getInvoiceId()), each.stream(), e.getAmount());
                case BillingItemPutOnDraft e -> take(taken, plans.get(e.getInvoiceId()), each.stream(), e.getAmount());
                case ExpensePutOnDraft e -> take(taken, plans.get(e.getInvoiceId()), each.stream(), e.getAmount());
                default -> {}
            }
        }
        return taken;
    }

    private static void take(
            Map<List<String>, List<Taken>> taken, @Nullable InvoicePlanned plan, String source, BigDecimal amount) {
        if (plan != null) { // RunsTakeWhatTheyShould tells what is claimed without a plan.
            taken.computeIfAbsent(
                            List.of(plan.getBillingRunId(), source, String.valueOf(plan.getPoNumber())),
                            _ -> new ArrayList<>())
                    .add(new Taken(plan, amount));
        }
    }

    /** Whether something else happened to the source, its contract or its limits while the run was at work. */
    private static boolean wasDisturbed(Facts facts, InvoicePlanned plan, String source) {
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

    private static void shared(Facts facts, List<String> what, List<Taken> parts, Findings findings) {
        var plan = parts.getFirst().plan();
        var payers = payers(facts.contract(plan.getContractId()));
        var having = new TreeSet<String>();
        parts.forEach(part -> having.add(part.plan().getCustomerId()));
        var sum = parts.stream().map(Taken::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (having.size() < payers.size()) {
            var rounded = BigDecimal.valueOf(payers.size(), Facts.digits(plan.getCurrency()));
            boolean isWorthIt = payers.entrySet().stream()
                    .anyMatch(payer -> !having.contains(payer.getKey())
                            && sum.multiply(payer.getValue()).compareTo(rounded) > 0);
            findings.require(
                    !isWorthIt || wasDisturbed(facts, plan, what.get(1)),
                    "only " + having + " pay for what " + what + " took, and nothing came in between");
            return; // What others took or changed in between is refused to those who come later.
        }
        var cents = BigDecimal.valueOf(parts.size(), Facts.digits(plan.getCurrency()));
        payers.forEach((payer, share) -> {
            var has = parts.stream()
                    .filter(part -> part.plan().getCustomerId().equals(payer))
                    .map(Taken::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            findings.require(
                    has.subtract(sum.multiply(share)).abs().compareTo(cents) <= 0,
                    payer + " pays " + has + " of the " + sum + " that " + what + " took, the share is " + share);
        });
    }
}
