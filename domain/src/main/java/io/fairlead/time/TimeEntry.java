package io.fairlead.time;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.time.RetellTime.Retold;
import io.fairlead.time.event.TimeKnownAs;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.overlap.NoteOverlap;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.ForwardNone;
import org.jspecify.annotations.Nullable;

/**
 * One person's time on one project and day, from its record to its invoice and back. Decides what leads to an approval and
 * changes it; what comes after the price is decided by {@link TimeBilling}. Rules T-01 to T-05, T-11, T-12.
 */
@AggregateRoot
public class TimeEntry {

    @AggregateIdentifier
    private @Nullable TimeEntryId id;

    private final TimeState time = new TimeState();

    @AggregateMember(eventForwardingMode = ForwardNone.class) // It has no state that could follow events.
    final transient TimeBilling billing = new TimeBilling(time); // Takes its commands itself.

    TimeEntry() {} // For Axon.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(RecordTime command) {
        time.requireOwnKey();
        RecordedTime.record(time.known(), command)
                .ifPresent(event -> Recording.record(event, event.getLegalEntityId()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(OfferTime command) {
        decide(command.entry());
        decide(new SubmitTime(command.timeEntryId(), command.entry().author(), command.at()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    String decide(NameTime command) {
        if (time.known() == null && time.knownAs() == null) {
            Recording.record(
                    TimeEvents.knownAs(command), command.legalEntityId().value());
        }
        return time.knownAs() == null ? command.timeEntryId().value() : time.knownAs();
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(TakeMovedTime command) {
        if (time.known() == null) { // Else it is here already.
            var seller = command.move().getToLegalEntityId();
            MoveEvents.taken(command).forEach(event -> Recording.record(event, seller));
        }
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Retold decide(RetellTime command) {
        var known = time.known();
        if (known == null) {
            decide(command.entry());
            if (command.submit()) {
                decide(command.submission());
            }
            return Retold.RECORDED;
        }
        var events = new Retelling(time.changeable(), time.approved(), time.worked(), time.told()).events(command);
        events.forEach(time::record);
        return Retold.of(events);
    }

    @CommandHandler
    void decide(CorrectTime command) {
        var recorded = time.changeable();
        var approved = time.approved();
        if (approved == null) {
            recorded.correct(command).ifPresent(time::record);
            return;
        }
        if (!recorded.isOn(command.workDate())) {
            throw new RuleViolated("T-05", "workDate", "approved time keeps its day", "withdraw the approval first");
        }
        approved.correction(time.worked(), command, recorded.author()).forEach(time::record);
    }

    @CommandHandler
    void decide(AdjustTime command, MetaData sent) {
        time.changeable().adjusted(command, sent, time.approved()).ifPresent(this::decide);
    }

    @CommandHandler
    void decide(SubmitTime command) {
        if (time.approved() == null) { // Else it is decided already.
            time.changeable().submit(command).ifPresent(time::record);
        }
    }

    @CommandHandler
    void decide(ApproveTime command) {
        var approved = time.approved();
        if (approved == null) {
            time.record(time.changeable().approve(command));
        } else if (approved.doubt() != null) { // Else it is approved already.
            time.recorded().requireAnother(command.approvedBy());
            time.record(TimeEvents.confirmed(approved.approval(), command));
        }
    }

    @CommandHandler
    void decide(RejectTime command) {
        if (time.approved() != null) {
            throw new RuleViolated("T-05", "timeEntryId", "the time is approved", "withdraw the approval first");
        }
        time.record(time.changeable().reject(command));
    }

    @CommandHandler
    void decide(NoteOverlap command) {
        if (!command.others().equals(time.overlapped())) { // Else it says so already.
            time.record(TimeEvents.overlapNoted(time.recorded(), command));
        }
    }

    @EventSourcingHandler
    void evolve(SpecificRecord event, MetaData sent) {
        if (event instanceof TimeRecorded recorded) {
            id = new TimeEntryId(recorded.getTimeEntryId());
        } else if (event instanceof TimeKnownAs named) {
            id = new TimeEntryId(named.getTimeEntryId());
        }
        time.follow(event, sent);
    }
}
