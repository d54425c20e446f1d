package io.fairlead.time;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.shared.Portions;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.source.SourceEvent;
import io.fairlead.time.ApprovedTime.Worked;
import io.fairlead.time.ChangeEvents.Cause;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRateOverridden;
import io.fairlead.time.event.TimeRateProposed;
import io.fairlead.time.event.TimeRecorded;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One person's time on one project and day, from its record to its invoice and back. Rules T-01 to T-14, T-18. */
@AggregateRoot
public class TimeEntry {

    @AggregateIdentifier
    private @Nullable TimeEntryId id;

    private @Nullable RecordedTime recorded;
    private @Nullable ApprovedTime approved;
    private OwnRate ownRate = OwnRate.NONE;
    private Portions portions = Portions.NONE;

    TimeEntry() {} // For Axon.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(RecordTime command) {
        RecordedTime.record(recorded, command).ifPresent(event -> Recording.record(event, event.getLegalEntityId()));
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(OfferTime command) {
        decide(command.entry());
        decide(new SubmitTime(command.timeEntryId(), command.entry().author(), command.at()));
    }

    @CommandHandler
    void decide(CorrectTime command) {
        if (approved == null) {
            recorded().correct(command).ifPresent(this::record);
            return;
        }
        if (!recorded().isOn(command.workDate())) {
            throw refused("T-05", "workDate", "approved time keeps its day", "withdraw the approval first");
        }
        approved.correction(worked(), command, recorded().author()).forEach(this::record);
    }

    @CommandHandler
    void decide(AdjustTime command, MetaData sent) {
        recorded().adjusted(command, sent, approved).ifPresent(this::decide);
    }

    @CommandHandler
    void decide(SubmitTime command) {
        if (approved == null) { // Else it is decided already.
            recorded().submit(command).ifPresent(this::record);
        }
    }

    @CommandHandler
    void decide(ApproveTime command) {
        if (approved == null) {
            record(recorded().approve(command));
        } else if (approved.doubt() != null) { // Else it is approved already.
            recorded().requireAnother(command.approvedBy());
            record(TimeEvents.confirmed(approved.approval(), command));
        }
    }

    @CommandHandler
    void decide(RejectTime command) {
        if (approved != null) {
            throw refused("T-05", "timeEntryId", "the time is approved", "withdraw the approval first");
        }
        record(recorded().reject(command));
    }

    @CommandHandler
    void decide(WithdrawTimeApproval command) {
        if (approved != null) { // Else it is taken back already.
            var cause = new Cause(command.reason(), command.withdrawnBy());
            approved.withdrawal(worked(), cause, command.at()).forEach(this::record);
        }
    }

    @CommandHandler
    void decide(RefuseTimeChange command) {
        if (approved != null && approved.pending() != null) {
            record(TimeEvents.changeRefused(approved.pending(), command));
        }
    }

    @CommandHandler
    void decide(PriceTime command) {
        var approval = approved == null ? null : approved.approval();
        if (command.version() > 0
                && command.version() < (approval == null ? recorded().version() : approval.getVersion())) {
            return; // That approval was taken back meanwhile.
        }
        if (approval == null || approval.getVersion() != command.version()) {
            throw refused("T-06", "version", "version " + command.version() + " is not approved", "approve it first");
        }
        if (priced().isEmpty()) {
            record(TimeEvents.priced(
                    approval, recorded().seconds(), ChangeEvents.withOwnRate(command, ownRate.accepted())));
        }
    }

    @CommandHandler
    void decide(RepriceTime command) {
        if (ownRate.accepted() == null) {
            reprice(command);
        }
    }

    @CommandHandler
    void decide(FixTimeAmount command) {
        priced().filter(price -> price.getVersion() == command.version())
                .ifPresent(price -> reprice(ChangeEvents.repricing(price, command)));
    }

    @CommandHandler
    void decide(ProposeTimeRate command) {
        if (priced().isPresent() && portions.remaining().isNothing()) {
            throw refused("T-13", "timeEntryId", "nothing of the time is unbilled", "credit it first");
        }
        ownRate.propose(entry(), command).ifPresent(this::record);
    }

    @CommandHandler
    void decide(ApproveTimeRate command) {
        ownRate.accept(entry(), recorded().author(), command).ifPresent(event -> {
            record(event);
            priced().ifPresent(price -> reprice(ChangeEvents.repricing(price, event)));
        });
    }

    private void reprice(RepriceTime command) {
        if (approved != null) {
            approved.repriced(portions.remaining(), command).forEach(this::record);
        }
    }

    @CommandHandler
    void decide(PutTimeOnDraft command) {
        billable().putOnDraft(command).forEach(this::record);
    }

    @CommandHandler
    void decide(TakeTimeOffDraft command) {
        moved(billable().takeOffDraft(command));
    }

    @CommandHandler
    void decide(BillTime command) {
        moved(billable().bill(command));
    }

    @CommandHandler
    void decide(CreditTime command) {
        moved(billable().credit(command, recorded().seconds()));
    }

    /** What waited for drafts or credit notes happens once none stands in its way. */
    private void moved(List<SpecificRecord> events) {
        events.forEach(this::record);
        if (!events.isEmpty()) {
            requireNonNull(approved).freed(worked()).forEach(this::record);
        }
    }

    @CommandHandler
    void decide(WriteOffTime command, MetaData sent) {
        recorded().once(sent, () -> billable().writeOff(command)).forEach(this::record);
    }

    @CommandHandler
    void decide(DeferTime command) {
        billable().defer(command).forEach(this::record);
    }

    private Worked worked() {
        return new Worked(recorded().version(), recorded().seconds(), portions);
    }

    private BillableTime billable() {
        return new BillableTime(entry(), approved, portions);
    }

    private Optional<TimePriced> priced() {
        return approved == null ? Optional.empty() : Optional.ofNullable(approved.price());
    }

    private RecordedTime recorded() {
        return requireNonNull(recorded);
    }

    private TimeRecorded entry() {
        return recorded().entry();
    }

    private static RuleViolated refused(String rule, String field, String reason, String remedy) {
        return new RuleViolated(rule, field, reason, remedy);
    }

    private void record(SpecificRecord event) {
        Recording.record(event, entry().getLegalEntityId());
    }

    @EventSourcingHandler
    void evolve(SpecificRecord event, MetaData sent) {
        SourceEvent.of(event).ifPresent(happened -> portions = portions.after(happened));
        recorded = recorded == null ? null : recorded.after(event, sent);
        approved = approved == null ? null : approved.after(event);
        switch (event) {
            case TimeRecorded e -> {
                id = new TimeEntryId(e.getTimeEntryId());
                recorded = RecordedTime.by(e);
            }
            case TimeApproved e -> approved = ApprovedTime.by(e);
            case TimeApprovalWithdrawn _ -> approved = null;
            case TimeRateProposed e -> ownRate = ownRate.asking(e);
            case TimeRateOverridden e -> ownRate = ownRate.accepting(e);
            default -> {} // It moves portions, or what stands with the record or the approval.
        }
    }
}
