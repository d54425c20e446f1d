package io.fairlead.billing.run;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.run.InvoiceDrafting.Plan;
import io.fairlead.billing.run.InvoiceGrouping.Source;
import io.fairlead.contract.ContractId;
import io.fairlead.funding.DraftFunds;
import io.fairlead.funding.FundingId;
import io.fairlead.funding.TakeFundsOffDraft;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Commands.Accepted;
import io.fairlead.shared.Commands.Keyed;
import io.fairlead.shared.Commands.Refused;
import io.fairlead.shared.NameUuid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * Holds the funds of limited work for its draft before the work is claimed, and lets go what could not be claimed. Work that
 * nothing limits passes through. Part of the billing run.
 */
final class DraftFunding {

    private final Commands commands;

    DraftFunding(Commands commands) {
        this.commands = commands;
    }

    /** The plans with what the limits grant them. A view that was behind proposes too much; that is left for the next run. */
    List<Plan> funded(List<Plan> plans) {
        var orders = new ArrayList<Order>();
        for (var plan : plans) {
            var limited = plan.proposed().stream()
                    .filter(source -> source.limited() && source.line().net().signum() > 0)
                    .toList();
            for (int from = 0; from < limited.size(); from += DraftFunds.PORTIONS_MAX) {
                orders.add(new Order(
                        plan, limited.subList(from, Math.min(limited.size(), from + DraftFunds.PORTIONS_MAX))));
            }
        }
        if (orders.isEmpty()) {
            return plans;
        }
        var single = new ArrayList<Order>();
        for (var refused : refused(orders)) {
            // One of them has less than proposed: each for itself, so that the others go on.
            refused.sources().forEach(source -> single.add(new Order(refused.plan(), List.of(source))));
        }
        var unfunded = new HashSet<List<Object>>();
        refused(single)
                .forEach(order ->
                        unfunded.add(List.of(order.plan(), order.sources().getFirst())));
        return plans.stream()
                .map(plan -> new Plan(
                        plan.planned(),
                        plan.proposed().stream()
                                .filter(source -> !unfunded.contains(List.<Object>of(plan, source)))
                                .toList()))
                .toList();
    }

    /** Funds of sources that the draft did not get. */
    void release(Plan plan, List<Source> notClaimed) {
        var ids = notClaimed.stream()
                .filter(Source::limited)
                .map(source -> source.line().sourceId())
                .toList();
        if (!ids.isEmpty()) {
            var planned = plan.planned();
            commands.send(
                    new TakeFundsOffDraft(
                            fundingOf(plan), new InvoiceId(planned.getInvoiceId()), ids, "claimed by another draft"),
                    "unfund/" + planned.getInvoiceId() + "/" + NameUuid.of(ids.toArray(String[]::new)));
        }
    }

    private record Order(Plan plan, List<Source> sources) {

        Keyed command() {
            var planned = plan.planned();
            var portions = sources.stream()
                    .map(Source::line)
                    .map(line -> new DraftFunds.Portion(
                            line.sourceId(),
                            line.contractLineNo(),
                            line.net(),
                            line.net(),
                            Objects.requireNonNullElse(line.seconds(), 0),
                            line.serviceDate()))
                    .toList();
            var name = sources.stream()
                    .map(source ->
                            source.line().sourceId() + "=" + source.line().net())
                    .toArray(String[]::new);
            return new Keyed(
                    new DraftFunds(
                            fundingOf(plan), new InvoiceId(planned.getInvoiceId()), planned.getPoNumber(), portions),
                    "fund/" + planned.getInvoiceId() + "/" + NameUuid.of(name));
        }
    }

    private List<Order> refused(List<Order> orders) {
        var answers = commands.sendAll(orders.stream().map(Order::command).toList());
        var refused = new ArrayList<Order>();
        for (int i = 0; i < orders.size(); i++) {
            switch (answers.get(i)) {
                case Accepted() -> {}
                case Refused _ -> refused.add(orders.get(i));
            }
        }
        return refused;
    }

    private static FundingId fundingOf(Plan plan) {
        return FundingId.of(new ContractId(plan.planned().getContractId()));
    }
}
