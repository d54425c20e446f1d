package io.fairlead.billing.item;

import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.project.event.MilestoneAccepted;
import io.fairlead.project.event.MilestoneScheduled;
import io.fairlead.shared.Commands;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.Prepares;
import io.fairlead.shared.Stage;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When a milestone is scheduled, its billing item is; when the customer accepts it, the item may be billed. */
@ProcessingGroup("process-milestone-item")
@DisallowReplay // A rebuilt read side must not bill again.
@Waits(Until.NOTHING)
@Prepares(Stage.BILLABLE_WORK)
public class WhenMilestoneAgreedThenBill {

    private final Commands commands;

    public WhenMilestoneAgreedThenBill(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(MilestoneScheduled event) {
        var terms = new BillingItemTerms(
                BillingItemKind.MILESTONE,
                new ContractId(event.getContractId()),
                new ProjectId(event.getProjectId()),
                new CustomerId(event.getCustomerId()),
                new LegalEntityId(event.getLegalEntityId()),
                event.getLineNo(),
                event.getMilestoneId(),
                event.getName(),
                event.getAmount(),
                event.getCurrency());
        var item = itemOf(event.getProjectId(), event.getMilestoneId());
        commands.send(new ScheduleBillingItem(item, terms, event.getDueOn()), "schedule/" + item);
    }

    @EventHandler
    void react(MilestoneAccepted event) {
        var terms = new BillingItemTerms(
                BillingItemKind.MILESTONE,
                new ContractId(event.getContractId()),
                new ProjectId(event.getProjectId()),
                new CustomerId(event.getCustomerId()),
                new LegalEntityId(event.getLegalEntityId()),
                event.getLineNo(),
                event.getMilestoneId(),
                event.getName(),
                event.getAmount(),
                event.getCurrency());
        var item = itemOf(event.getProjectId(), event.getMilestoneId());
        commands.send(new MakeBillingItemReady(item, terms, event.getAcceptedOn()), "ready/" + item);
    }

    /** The one billing item of a milestone. */
    public static BillingItemId itemOf(String projectId, String milestoneId) {
        return BillingItemId.of(
                NameUuid.of("billing-item", projectId, milestoneId).toString());
    }
}
