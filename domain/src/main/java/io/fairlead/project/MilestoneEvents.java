package io.fairlead.project;

import io.fairlead.project.event.MilestoneAccepted;
import io.fairlead.project.event.MilestoneScheduled;
import io.fairlead.project.event.ProjectOpened;
import io.fairlead.shared.PersonalTexts;
import org.jspecify.annotations.Nullable;

/** How the events of a milestone are filled from its commands, its project and its schedule. */
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

    /** @param id unique within the project */
    static MilestoneScheduled scheduled(ProjectOpened project, ScheduleMilestone command, String id) {
        return MilestoneScheduled.newBuilder()
                .setProjectId(command.projectId().value())
                .setMilestoneId(id)
                .setContractId(project.getContractId())
                .setCustomerId(project.getCustomerId())
                .setLegalEntityId(project.getLegalEntityId())
                .setLineNo(command.lineNo())
                .setName(command.name())
                .setAmount(command.payable(project.getCurrency()))
                .setCurrency(project.getCurrency())
                .setDueOn(command.dueOn())
                .setSource(command.source())
                .setSourceId(command.sourceId())
                .build();
    }

    private MilestoneEvents() {}
}
