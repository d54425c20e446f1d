package io.fairlead.project;

import io.fairlead.project.event.MilestoneAccepted;
import io.fairlead.project.event.MilestoneScheduled;
import io.fairlead.shared.PersonalTexts;
import org.jspecify.annotations.Nullable;

/** How the acceptance of a milestone is filled from its command and its schedule. */
final class MilestoneEvents {

    /** Who accepted stands in a text of its own, which belongs to the customer. */
    static MilestoneAccepted accepted(AcceptMilestone command, MilestoneScheduled milestone) {
        return MilestoneAccepted.newBuilder()
                .setProjectId(milestone.getProjectId())
                .setMilestoneId(command.milestoneId())
                .setContractId(milestone.getContractId())
                .setCustomerId(milestone.getCustomerId())
                .setLegalEntityId(milestone.getLegalEntityId())
                .setLineNo(milestone.getLineNo())
                .setName(milestone.getName())
                .setAmount(milestone.getAmount())
                .setCurrency(milestone.getCurrency())
                .setAcceptedOn(command.acceptedOn())
                .setAcceptedBy("")
                .setEvidence(command.evidence())
                .setAcceptedByText(PersonalTexts.text(milestone.getCustomerId(), command.acceptedBy()))
                .build();
    }

    /** As today's events would say it: those of before name the person in a plain field. */
    static @Nullable MilestoneAccepted asToday(@Nullable MilestoneAccepted event) {
        return event == null || event.getAcceptedByText() != null
                ? event
                : MilestoneAccepted.newBuilder(event)
                        .setAcceptedBy("")
                        .setAcceptedByText(PersonalTexts.text(event.getCustomerId(), event.getAcceptedBy()))
                        .build();
    }

    private MilestoneEvents() {}
}
