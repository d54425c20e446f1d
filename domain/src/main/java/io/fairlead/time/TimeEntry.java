package io.fairlead.time;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.shared.Portions;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StatedOnce;
import io.fairlead.source.SourceEvent;
import io.fairlead.time.ApprovedTime.Worked;
import io.fairlead.time.ChangeEvents.Cause;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCorrected;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRateOverridden;
import io.fairlead.time.event.TimeRateProposed;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeRejected;
import io.fairlead.time.event.TimeSubmitted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One person's time on one project and day, from its record to its invoice and back. Rules T-01 to T-14, T-18. */
@AggregateRoot
public class TimeEntry {

    @AggregateIdentifier
    private @Nullable TimeEntryId id;

    private @Nullable TimeRecorded recorded;
    private int version;
    private int seconds;
    private @Nullable LocalDate workDate;
    private @Nullable String author;
    private @Nullable Instant submittedAt;
    private @Nullable ApprovedTime approved;
    private OwnRate ownRate = OwnRate.NONE;
    private Portions portions = Portions.NONE;

    TimeEntry() {} // For Axon.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(RecordTime command) {
        var event = TimeEvents.recorded(command);
        if (StatedOnce.isNew("T-02", "the time entry", recorded, TimeEvents.byItsAuthor(event, recorded))) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(OfferTime command) {
        decide(command.entry());
        decide(new SubmitTime(command.timeEntryId(), command.entry().author(), command.at()));
    }

    @CommandHandler
    void decide(CorrectTime command) {
        if (approved != null) {
            if (!command.workDate().equals(workDate)) {
                throw refused("T-05", "workDate", "approved time keeps its day", "withdraw the approval first");
            }
            var cause = new Cause(command.reason(), command.author());
            approved.correction(worked(), command.seconds(), cause, requireNonNull(author))
                    .forEach(this::record);
            return;
        }
        TimeRules.requireWorkedTime(command.seconds());
        if (seconds != command.seconds() || !command.workDate().equals(workDate)) {
            record(TimeEvents.corrected(command, version + 1));
        }
    }

    @CommandHandler
    void decide(AdjustTime command) {
        int wanted = seconds + command.secondsDelta();
        if (wanted < 0) {
            throw refused("T-11", "secondsDelta", "the entry has only " + seconds + " seconds", "take away no more");
        }
        decide(new CorrectTime(
                command.timeEntryId(), requireNonNull(workDate), wanted, command.reason(), command.author()));
    }

    @CommandHandler
    void decide(SubmitTime command) {
        if (submittedAt == null && approved == null) { // Else it waits or is decided already.
            TimeRules.requireWorkedTime(seconds); // A correction after approval may have left nothing.
            record(TimeEvents.submitted(entry(), version, command));
        }
    }

    @CommandHandler
    void decide(ApproveTime command) {
        if (approved != null && approved.doubt() == null) {
            return; // A repeated approval is not a new fact.
        }
        var submitted = approved == null ? requireSubmitted() : command.at();
        TimeRules.requireAnother(command.approvedBy(), requireNonNull(author), entry().getPersonId());
        record(
                approved == null
                        ? TimeEvents.approved(entry(), version, requireNonNull(workDate), seconds, submitted, command)
                        : TimeEvents.confirmed(approved.approval(), command));
    }

    @CommandHandler
    void decide(RejectTime command) {
        if (approved != null) {
            throw refused("T-05", "timeEntryId", "the time is approved", "withdraw the approval first");
        }
        requireSubmitted();
        TimeRules.requireAnother(command.rejectedBy(), requireNonNull(author), entry().getPersonId());
        record(TimeEvents.rejected(entry(), version, command));
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
        if (command.version() > 0 && command.version() < (approval == null ? version : approval.getVersion())) {
            return; // That approval was taken back meanwhile.
        }
        if (approval == null || approval.getVersion() != command.version()) {
            throw refused("T-06", "version", "version " + command.version() + " is not approved", "approve it first");
        }
        if (priced().isEmpty()) {
            record(TimeEvents.priced(approval, seconds, ChangeEvents.withOwnRate(command, ownRate.accepted())));
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
        ownRate.accept(entry(), requireNonNull(author), command).ifPresent(event -> {
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
        moved(billable().credit(command, seconds));
    }

    /** What waited for drafts or credit notes happens once none stands in its way. */
    private void moved(List<SpecificRecord> events) {
        events.forEach(this::record);
        if (!events.isEmpty()) {
            requireNonNull(approved).freed(worked()).forEach(this::record);
        }
    }

    @CommandHandler
    void decide(WriteOffTime command) {
        billable().writeOff(command).forEach(this::record);
    }

    @CommandHandler
    void decide(DeferTime command) {
        billable().defer(command).forEach(this::record);
    }

    private Worked worked() {
        return new Worked(version, seconds, portions);
    }

    private BillableTime billable() {
        return new BillableTime(entry(), approved, portions);
    }

    private Optional<TimePriced> priced() {
        return approved == null ? Optional.empty() : Optional.ofNullable(approved.price());
    }

    private TimeRecorded entry() {
        return requireNonNull(recorded);
    }

    @CanIgnoreReturnValue
    private Instant requireSubmitted() {
        if (submittedAt == null) {
            throw refused("T-04", "timeEntryId", "the time is not submitted", "submit it first");
        }
        return submittedAt;
    }

    private static RuleViolated refused(String rule, String field, String reason, String remedy) {
        return new RuleViolated(rule, field, reason, remedy);
    }

    private void record(SpecificRecord event) {
        Recording.record(event, entry().getLegalEntityId());
    }

    @EventSourcingHandler
    void evolve(SpecificRecord event) {
        SourceEvent.of(event).ifPresent(happened -> portions = portions.after(happened));
        approved = approved == null ? null : approved.after(event);
        switch (event) {
            case TimeRecorded e -> {
                id = new TimeEntryId(e.getTimeEntryId());
                recorded = e;
                stated(1, e.getSeconds(), e.getWorkDate(), e.getAuthor());
            }
            case TimeCorrected e -> stated(e.getVersion(), e.getSeconds(), e.getWorkDate(), e.getAuthor());
            case TimeSubmitted e -> submittedAt = e.getSubmittedAt();
            case TimeRejected _ -> submittedAt = null;
            case TimeApproved e -> approved = ApprovedTime.by(e);
            case TimeCorrectedAfterBilling e -> seconds = e.getApprovedSeconds();
            case TimeCorrectedAfterApproval e -> {
                version = e.getVersion();
                seconds = e.getSeconds();
            }
            case TimeApprovalWithdrawn e -> {
                version = e.getNextVersion();
                approved = null;
                submittedAt = null;
            }
            case TimeRateProposed e -> ownRate = ownRate.asking(e);
            case TimeRateOverridden e -> ownRate = ownRate.accepting(e);
            default -> {} // It moves portions, or what stands with the approval.
        }
    }

    private void stated(int version, int seconds, LocalDate day, String by) {
        this.version = version;
        this.seconds = seconds;
        workDate = day;
        author = by;
        submittedAt = null;
    }
}
