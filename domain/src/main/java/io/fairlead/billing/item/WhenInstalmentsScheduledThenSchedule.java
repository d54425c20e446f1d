package io.fairlead.billing.item;

import io.fairlead.billing.event.Instalment;
import io.fairlead.billing.event.InstalmentsScheduled;
import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Commands.Keyed;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.Prepares;
import io.fairlead.shared.Stage;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When instalments are agreed, each is a scheduled billing item; the first run whose cut-off reaches its day takes it. */
@ProcessingGroup("process-instalment-items")
@DisallowReplay // A rebuilt read side must not bill again.
@Waits(Until.NOTHING)
@Prepares(Stage.BILLABLE_WORK)
public class WhenInstalmentsScheduledThenSchedule {

    private final Commands commands;

    public WhenInstalmentsScheduledThenSchedule(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(InstalmentsScheduled event) {
        for (var answer : commands.sendAll(event.getInstalments().stream()
                .map(part -> schedule(event, part))
                .toList())) {
            if (answer instanceof Commands.Refused(var reason)) {
                throw reason;
            }
        }
    }

    private static Keyed schedule(InstalmentsScheduled plan, Instalment part) {
        var terms = new BillingItemTerms(
                BillingItemKind.valueOf(plan.getKind()),
                new ContractId(plan.getContractId()),
                new ProjectId(plan.getProjectId()),
                new CustomerId(plan.getCustomerId()),
                new LegalEntityId(plan.getLegalEntityId()),
                plan.getLineNo(),
                String.valueOf(part.getNo()),
                part.getDescription(),
                part.getAmount(),
                plan.getCurrency());
        var item = itemOf(plan.getInstalmentPlanId(), part.getNo());
        return new Keyed(new ScheduleBillingItem(item, terms, part.getDueOn()), "schedule/" + item);
    }

    /** The one billing item of an instalment. */
    public static BillingItemId itemOf(String instalmentPlanId, int no) {
        return BillingItemId.of(
                NameUuid.of("instalment", instalmentPlanId, String.valueOf(no)).toString());
    }
}
