package io.fairlead.project;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.project.event.EstimateRevised;
import io.fairlead.project.event.MilestoneAccepted;
import io.fairlead.project.event.MilestoneReached;
import io.fairlead.project.event.MilestoneScheduled;
import io.fairlead.project.event.ProgressItemAgreed;
import io.fairlead.project.event.ProgressReductionAccepted;
import io.fairlead.project.event.ProgressReported;
import io.fairlead.project.event.ProjectClosed;
import io.fairlead.project.event.ProjectOpened;
import io.fairlead.project.event.ProjectProvisioned;
import io.fairlead.project.event.TaskAdded;
import io.fairlead.shared.Check;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StatedOnce;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Work on a contract: its breakdown and its billable results. Rules J-01 to J-09, Q-01 to Q-05. */
@AggregateRoot
public class Project {

    @AggregateIdentifier
    private @Nullable ProjectId id;

    private @Nullable ProjectOpened opened;
    private @Nullable ProjectClosed closed;
    private final Map<String, TaskAdded> tasks = new HashMap<>();
    private final Map<String, MilestoneScheduled> milestones = new HashMap<>();
    private final Map<String, MilestoneReached> reached = new HashMap<>();
    private final Map<String, MilestoneAccepted> accepted = new HashMap<>();
    private final Map<String, String> externalIds = new HashMap<>();
    private final Map<Integer, EstimateRevised> estimates = new HashMap<>();
    private ProgressBook progress = ProgressBook.NONE;

    Project() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(OpenProject command) {
        var event = ProjectOpened.newBuilder()
                .setProjectId(command.projectId().value())
                .setContractId(command.contractId().value())
                .setCustomerId(command.customerId().value())
                .setLegalEntityId(command.legalEntityId().value())
                .setName(command.name())
                .setCurrency(command.currency())
                .setZone(command.zone())
                .setLineNo(command.lineNo())
                .setOpenedOn(command.openedOn())
                .build();
        if (StatedOnce.isNew("J-01", "the project", opened, event)) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    void decide(AddTask command) {
        var event = TaskAdded.newBuilder()
                .setProjectId(command.projectId().value())
                .setTaskId(command.taskId())
                .setName(command.name())
                .setLineNo(command.lineNo())
                .setTimeClass(command.timeClass())
                .build();
        if (StatedOnce.isNew("J-02", "the task", tasks.get(command.taskId()), event)) {
            requireOpen();
            record(event);
        }
    }

    @CommandHandler
    void decide(ScheduleMilestone command) {
        var project = Objects.requireNonNull(opened);
        var event = MilestoneEvents.scheduled(project, command, command.idAmong(milestones.values()));
        if (StatedOnce.isNew("J-03", "the milestone", milestones.get(event.getMilestoneId()), event)) {
            requireOpen();
            record(event);
        }
    }

    @CommandHandler
    void decide(ReachMilestone command) {
        var milestone = require(command.milestoneId());
        var event = MilestoneReached.newBuilder()
                .setProjectId(milestone.getProjectId())
                .setMilestoneId(command.milestoneId())
                .setReachedOn(command.reachedOn())
                .build();
        if (StatedOnce.isNew("J-04", "the reached milestone", reached.get(command.milestoneId()), event)) {
            record(event);
        }
    }

    @CommandHandler
    void decide(AcceptMilestone command) {
        var event = MilestoneEvents.accepted(command, require(command.milestoneId()));
        var known = MilestoneEvents.asToday(accepted.get(command.milestoneId()));
        if (StatedOnce.isNew("J-05", "the acceptance", known, event)) {
            record(event);
        }
    }

    @CommandHandler
    void decide(AgreeProgressItem command) {
        var event = ProgressBook.agreed(command, Objects.requireNonNull(opened).getCurrency());
        if (StatedOnce.isNew("Q-01", "the part", progress.items().get(command.progressItemId()), event)) {
            requireOpen();
            record(event);
        }
    }

    @CommandHandler
    void decide(ReportProgress command) {
        var before = progress.reports().get(command.reportId());
        if (before == null) {
            record(progress.reported(command, Objects.requireNonNull(opened)));
        } else if (!ProgressBook.saysTheSame(before, command)) {
            throw new RuleViolated("Q-02", "reportId", "the report exists with other data", "use another id");
        }
    }

    @CommandHandler
    void decide(AcceptProgressReduction command) {
        if (progress.isAccepted(command.reportId())) {
            return; // It is decided.
        }
        var report = progress.reduction(command.reportId(), command.acceptedBy());
        record(ProgressReductionAccepted.newBuilder()
                .setProjectId(report.getProjectId())
                .setReportId(report.getReportId())
                .setLineNo(report.getLineNo())
                .setAmount(report.getToBill())
                .setCurrency(report.getCurrency())
                .setAcceptedBy(command.acceptedBy())
                .setAcceptedAt(command.at())
                .build());
    }

    @CommandHandler
    void decide(RecordProjectProvisioned command) {
        if (StatedOnce.isNew("J-06", "the project there", externalIds.get(command.target()), command.externalId())) {
            record(ProjectProvisioned.newBuilder()
                    .setProjectId(command.projectId().value())
                    .setTarget(command.target())
                    .setExternalId(command.externalId())
                    .build());
        }
    }

    @CommandHandler
    void decide(ReviseEstimate command) {
        var project = Objects.requireNonNull(opened);
        var event = EstimateRevised.newBuilder()
                .setProjectId(project.getProjectId())
                .setContractId(project.getContractId())
                .setCustomerId(project.getCustomerId())
                .setLegalEntityId(project.getLegalEntityId())
                .setLineNo(command.lineNo())
                .setEstimate(Check.payable("estimate", command.estimate(), project.getCurrency()))
                .setCurrency(project.getCurrency())
                .setAsOf(command.asOf())
                .setReason(command.reason())
                .setRevisedBy(command.revisedBy())
                .build();
        if (!event.equals(estimates.get(command.lineNo()))) {
            requireOpen();
            record(event);
        }
    }

    @CommandHandler
    void decide(CloseProject command) {
        var event = ProjectClosed.newBuilder()
                .setProjectId(command.projectId().value())
                .setClosedOn(command.closedOn())
                .build();
        if (StatedOnce.isNew("J-07", "the end of the project", closed, event)) {
            record(event);
        }
    }

    private void requireOpen() {
        if (closed != null) {
            throw new RuleViolated("J-08", "projectId", "the project is closed", "open another project");
        }
    }

    private MilestoneScheduled require(String milestoneId) {
        var milestone = milestones.get(milestoneId);
        if (milestone == null) {
            throw new RuleViolated(
                    "J-09", "milestoneId", "the project has no milestone " + milestoneId, "schedule it first");
        }
        return milestone;
    }

    private void record(SpecificRecord event) {
        Recording.record(event, Objects.requireNonNull(opened).getLegalEntityId());
    }

    @EventSourcingHandler
    void evolve(ProjectOpened event) {
        id = new ProjectId(event.getProjectId());
        opened = event;
    }

    @EventSourcingHandler
    void evolve(TaskAdded event) {
        tasks.put(event.getTaskId(), event);
    }

    @EventSourcingHandler
    void evolve(MilestoneScheduled event) {
        milestones.put(event.getMilestoneId(), event);
    }

    @EventSourcingHandler
    void evolve(MilestoneReached event) {
        reached.put(event.getMilestoneId(), event);
    }

    @EventSourcingHandler
    void evolve(MilestoneAccepted event) {
        accepted.put(event.getMilestoneId(), event);
    }

    @EventSourcingHandler
    void evolve(ProgressItemAgreed event) {
        progress = progress.with(event);
    }

    @EventSourcingHandler
    void evolve(ProgressReported event) {
        progress = progress.with(event);
    }

    @EventSourcingHandler
    void evolve(ProgressReductionAccepted event) {
        progress = progress.with(event);
    }

    @EventSourcingHandler
    void evolve(ProjectProvisioned event) {
        externalIds.put(event.getTarget(), event.getExternalId());
    }

    @EventSourcingHandler
    void evolve(EstimateRevised event) {
        estimates.put(event.getLineNo(), event);
    }

    @EventSourcingHandler
    void evolve(ProjectClosed event) {
        closed = event;
    }
}
