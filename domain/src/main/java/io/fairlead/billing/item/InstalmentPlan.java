package io.fairlead.billing.item;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.billing.event.Instalment;
import io.fairlead.billing.event.InstalmentsScheduled;
import io.fairlead.shared.AmountText;
import io.fairlead.shared.Check;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StatedOnce;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The days and parts by which a contract line is billed: a fixed fee or a retainer. Rules L-01, L-02. */
@AggregateRoot
public class InstalmentPlan {

    @AggregateIdentifier
    private @Nullable InstalmentPlanId id;

    private @Nullable InstalmentsScheduled scheduled;

    InstalmentPlan() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(ScheduleInstalments command) {
        var event = asEvent(command);
        if (StatedOnce.isNew("L-01", "the plan", scheduled, event)) {
            requireWholePrice(command);
            Recording.record(event, event.getLegalEntityId());
        }
    }

    private static void requireWholePrice(ScheduleInstalments command) {
        var sum = command.instalments().stream()
                .map(ScheduleInstalments.Part::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var price = command.price();
        if (price != null && sum.compareTo(price) != 0) {
            throw new RuleViolated(
                    "L-02",
                    "instalments",
                    "the instalments add up to " + AmountText.of(sum) + ", the line's price is " + AmountText.of(price),
                    "make them add up to the price");
        }
    }

    private static InstalmentsScheduled asEvent(ScheduleInstalments command) {
        return InstalmentsScheduled.newBuilder()
                .setInstalmentPlanId(command.instalmentPlanId().value())
                .setKind(command.kind().name())
                .setContractId(command.contractId().value())
                .setProjectId(command.projectId().value())
                .setCustomerId(command.customerId().value())
                .setLegalEntityId(command.legalEntityId().value())
                .setLineNo(command.lineNo())
                .setCurrency(command.currency())
                .setInstalments(numbered(command))
                .build();
    }

    private static List<Instalment> numbered(ScheduleInstalments command) {
        var parts = new ArrayList<Instalment>();
        for (var part : command.instalments()) {
            parts.add(Instalment.newBuilder()
                    .setNo(parts.size() + 1)
                    .setDescription(part.description())
                    .setAmount(Check.payable("instalments.amount", part.amount(), command.currency()))
                    .setDueOn(part.dueOn())
                    .build());
        }
        return parts;
    }

    @EventSourcingHandler
    void evolve(InstalmentsScheduled event) {
        id = new InstalmentPlanId(event.getInstalmentPlanId());
        scheduled = event;
    }
}
