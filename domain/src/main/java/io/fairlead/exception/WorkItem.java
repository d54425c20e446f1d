package io.fairlead.exception;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.exception.event.ExceptionAssigned;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.exception.event.ExceptionRestated;
import io.fairlead.exception.event.ExceptionWaived;
import io.fairlead.shared.FourEyes;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Something that stopped, until a person clears it. One per rule code and subject. Rules E-01, E-02. */
@AggregateRoot
public class WorkItem {

    @AggregateIdentifier
    private @Nullable ExceptionId id;

    private int occurrence;
    private boolean open;
    private @Nullable ExceptionRaised raised;
    private @Nullable ExceptionRestated restated;
    private @Nullable String assignee;

    WorkItem() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(RaiseException command) {
        if (open) {
            words().restated(command).ifPresent(this::record); // It waits already.
            return;
        }
        record(WorkItemWords.first(command, occurrence + 1), command.legalEntityId());
    }

    @CommandHandler
    void decide(RestateException command) {
        if (open) {
            words().restated(command).ifPresent(this::record);
        }
    }

    @CommandHandler
    void decide(AssignException command) {
        requireOpen();
        if (!command.assignee().equals(assignee)) {
            record(ExceptionAssigned.newBuilder()
                    .setExceptionId(command.exceptionId().value())
                    .setAssignee(command.assignee())
                    .build());
        }
    }

    @CommandHandler
    void decide(ResolveException command) {
        if (!open) {
            return; // It is cleared already.
        }
        var item = Objects.requireNonNull(raised);
        record(ExceptionResolved.newBuilder()
                .setExceptionId(item.getExceptionId())
                .setOccurrence(occurrence)
                .setCode(item.getCode())
                .setSubjectId(item.getSubjectId())
                .setResolution(command.resolution())
                .setResolvedBy(command.resolvedBy())
                .setMinutesSpent(command.minutesSpent())
                .setResolvedAt(command.at())
                .build());
    }

    @CommandHandler
    void decide(WaiveException command) {
        requireOpen();
        if (assignee != null && FourEyes.isSame(command.waivedBy(), assignee)) {
            throw new RuleViolated(
                    "E-02", "waivedBy", "nobody waives what is assigned to them", "let somebody else waive it");
        }
        record(ExceptionWaived.newBuilder()
                .setExceptionId(command.exceptionId().value())
                .setOccurrence(occurrence)
                .setReason(command.reason())
                .setWaivedBy(command.waivedBy())
                .setWaivedAt(command.at())
                .build());
    }

    private WorkItemWords words() {
        return new WorkItemWords(Objects.requireNonNull(raised), restated);
    }

    private void requireOpen() {
        if (!open) {
            throw new RuleViolated("E-01", "exceptionId", "the work item is closed", "nothing is left to do");
        }
    }

    private void record(SpecificRecord event) {
        record(event, Objects.requireNonNull(raised).getLegalEntityId());
    }

    private static void record(SpecificRecord event, @Nullable String legalEntityId) {
        if (legalEntityId == null) {
            Recording.record(event);
        } else {
            Recording.record(event, legalEntityId);
        }
    }

    @EventSourcingHandler
    void evolve(ExceptionRaised event) {
        id = new ExceptionId(event.getExceptionId());
        occurrence = event.getOccurrence();
        open = true;
        raised = event;
        restated = null;
        assignee = null;
    }

    @EventSourcingHandler
    void evolve(ExceptionRestated event) {
        restated = event;
    }

    @EventSourcingHandler
    void evolve(ExceptionAssigned event) {
        assignee = event.getAssignee();
    }

    @EventSourcingHandler
    void evolve(ExceptionResolved event) {
        open = false;
    }

    @EventSourcingHandler
    void evolve(ExceptionWaived event) {
        open = false;
    }
}
