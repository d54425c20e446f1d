package io.fairlead.time;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.shared.Once;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCorrected;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeRejected;
import io.fairlead.time.event.TimeSubmitted;
import io.fairlead.time.event.TimeTakenOffDraft;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One person's time on one project and day. Recorded, submitted, approved, priced, drafted, billed; rules T-01 to T-09. */
@AggregateRoot
public class TimeEntry {

    @AggregateIdentifier
    private @Nullable TimeEntryId id;

    private @Nullable TimeRecorded recorded;
    private int version;
    private @Nullable TimeCorrected corrected;
    private @Nullable String author;
    private @Nullable Instant submittedAt;
    private @Nullable TimeApproved approved;
    private @Nullable TimePriced priced;
    private @Nullable String draft;
    private @Nullable String billedOn;

    TimeEntry() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(RecordTime command) {
        var event = TimeEvents.recorded(command);
        if (Once.isNew("T-02", "the time entry", recorded, byItsAuthor(event))) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    /** Who enters it again does not make it another entry. */
    private TimeRecorded byItsAuthor(TimeRecorded stated) {
        return recorded == null
                ? stated
                : TimeRecorded.newBuilder(stated)
                        .setAuthor(recorded.getAuthor())
                        .build();
    }

    @CommandHandler
    void decide(CorrectTime command) {
        requireNotApproved("T-05");
        if (seconds() == command.seconds() && workDate().equals(command.workDate())) {
            return; // It says so already.
        }
        record(TimeEvents.corrected(command, version + 1));
    }

    @CommandHandler
    void decide(SubmitTime command) {
        if (submittedAt != null || approved != null) {
            return; // It waits or is decided already.
        }
        record(TimeSubmitted.newBuilder()
                .setTimeEntryId(entryId())
                .setVersion(version)
                .setSubmittedBy(command.submittedBy())
                .setSubmittedAt(command.at())
                .build());
    }

    @CommandHandler
    void decide(ApproveTime command) {
        if (approved != null) {
            return; // A repeated approval is not a new fact.
        }
        var submitted = requireSubmitted();
        var entry = entry();
        TimeRules.requireAnother(command.approvedBy(), Objects.requireNonNull(author), entry.getPersonId());
        record(TimeEvents.approved(entry, corrected, submitted, command));
    }

    @CommandHandler
    void decide(RejectTime command) {
        requireNotApproved("T-05");
        requireSubmitted();
        TimeRules.requireAnother(command.rejectedBy(), Objects.requireNonNull(author), entry().getPersonId());
        record(TimeRejected.newBuilder()
                .setTimeEntryId(entryId())
                .setVersion(version)
                .setRejectedBy(command.rejectedBy())
                .setReason(command.reason())
                .setRejectedAt(command.at())
                .build());
    }

    @CommandHandler
    void decide(PriceTime command) {
        var approval = approved;
        if (approval == null || approval.getVersion() != command.version()) {
            throw new RuleViolated(
                    "T-06", "version", "version " + command.version() + " is not approved", "approve it first");
        }
        if (priced == null) {
            record(TimeEvents.priced(approval, command));
        }
    }

    @CommandHandler
    void decide(PutTimeOnDraft command) {
        var invoice = command.invoiceId().value();
        if (invoice.equals(draft) || invoice.equals(billedOn)) {
            return; // This draft has it already.
        }
        if (priced == null || draft != null || billedOn != null) {
            throw new RuleViolated(
                    "T-07", "invoiceId", "the time is not unbilled", "it has no price yet, or another invoice has it");
        }
        record(TimeEvents.putOnDraft(priced, invoice));
    }

    @CommandHandler
    void decide(TakeTimeOffDraft command) {
        var invoice = command.invoiceId().value();
        if (invoice.equals(draft)) {
            record(TimeEvents.takenOffDraft(Objects.requireNonNull(priced), invoice, command.reason()));
        }
    }

    @CommandHandler
    void decide(BillTime command) {
        var invoice = command.invoiceId().value();
        if (invoice.equals(billedOn)) {
            return; // It is billed there already.
        }
        if (!invoice.equals(draft)) {
            throw new RuleViolated("T-08", "invoiceId", "the time is not on this draft", "put it on the draft first");
        }
        record(TimeEvents.billed(Objects.requireNonNull(priced), command));
    }

    private TimeRecorded entry() {
        return Objects.requireNonNull(recorded);
    }

    private int seconds() {
        return corrected == null ? entry().getSeconds() : corrected.getSeconds();
    }

    private LocalDate workDate() {
        return corrected == null ? entry().getWorkDate() : corrected.getWorkDate();
    }

    private String entryId() {
        return entry().getTimeEntryId();
    }

    private void requireNotApproved(String rule) {
        if (approved != null) {
            throw new RuleViolated(rule, "timeEntryId", "the time is approved", "withdraw the approval first");
        }
    }

    private Instant requireSubmitted() {
        if (submittedAt == null) {
            throw new RuleViolated("T-04", "timeEntryId", "the time is not submitted", "submit it first");
        }
        return submittedAt;
    }

    private void record(SpecificRecord event) {
        Recording.record(event, entry().getLegalEntityId());
    }

    @EventSourcingHandler
    void evolve(TimeRecorded event) {
        id = new TimeEntryId(event.getTimeEntryId());
        recorded = event;
        version = 1;
        author = event.getAuthor();
    }

    @EventSourcingHandler
    void evolve(TimeCorrected event) {
        corrected = event;
        version = event.getVersion();
        author = event.getAuthor();
        submittedAt = null;
    }

    @EventSourcingHandler
    void evolve(TimeSubmitted event) {
        submittedAt = event.getSubmittedAt();
    }

    @EventSourcingHandler
    void evolve(TimeApproved event) {
        approved = event;
    }

    @EventSourcingHandler
    void evolve(TimeRejected event) {
        submittedAt = null;
    }

    @EventSourcingHandler
    void evolve(TimePriced event) {
        priced = event;
    }

    @EventSourcingHandler
    void evolve(TimePutOnDraft event) {
        draft = event.getInvoiceId();
    }

    @EventSourcingHandler
    void evolve(TimeTakenOffDraft event) {
        draft = null;
    }

    @EventSourcingHandler
    void evolve(TimeBilled event) {
        draft = null;
        billedOn = event.getInvoiceId();
    }
}
