package io.fairlead.billing.credit;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.billing.event.CreditNoteApproved;
import io.fairlead.billing.event.CreditNoteDiscarded;
import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.CreditNotePosted;
import io.fairlead.billing.event.CreditNotePostingRefused;
import io.fairlead.billing.event.CreditNoteStaged;
import io.fairlead.shared.FourEyes;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A part of an invoice taken back: drafted, approved, staged, issued, posted. Rules K-01, K-08 to K-10. */
@AggregateRoot
public class CreditNote {

    /** Series of the numbers of credit notes. */
    public static final String SERIES = "CRN";

    @AggregateIdentifier
    private @Nullable CreditNoteId id;

    private @Nullable CreditNoteDrafted draft;
    private boolean approved;
    private boolean discarded;
    private @Nullable String stagedAs;
    private boolean issued;
    private boolean posted;
    private final Set<String> refusals = new HashSet<>();

    CreditNote() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(DraftCreditNote command) {
        if (command.isNewBeside(draft)) {
            var event = CreditNoteEvents.drafted(command.granted());
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    void decide(ApproveCreditNote command) {
        if (approved) {
            return; // A repeated approval is not a new fact.
        }
        if (discarded) {
            throw new RuleViolated("K-08", "creditNoteId", "the credit note was discarded", "ask for another one");
        }
        var complete = requireDrafted();
        FourEyes.requireSecond(
                "K-01", command.approvedBy(), complete.getPreparer(), "nobody approves a credit they asked for");
        record(CreditNoteEvents.approved(command, complete));
    }

    @CommandHandler
    void decide(DiscardCreditNote command) {
        if (discarded) {
            return; // It is given up already.
        }
        if (approved && (refusals.isEmpty() || stagedAs != null)) {
            throw new RuleViolated(
                    "K-10", "creditNoteId", "it is approved and not refused", "bill again once it is issued");
        }
        record(CreditNoteEvents.discarded(command, requireDrafted()));
    }

    @CommandHandler
    void decide(RecordCreditNoteStaged command) {
        if (stagedAs != null || discarded) {
            return; // It is known already, or no longer of interest.
        }
        var complete = requireApproved();
        if (complete.getGross().compareTo(command.gross()) != 0) {
            throw new RuleViolated(
                    "K-09",
                    "gross",
                    "the ERP computed " + command.gross() + ", not " + complete.getGross(),
                    "compare taxes in the ERP");
        }
        record(CreditNoteEvents.staged(command, complete));
    }

    @CommandHandler
    void decide(IssueCreditNote command) {
        if (issued) {
            return; // Issued once.
        }
        var complete = requireApproved();
        if (stagedAs == null) {
            throw new RuleViolated(
                    "K-08", "creditNoteId", "the ERP has not accepted the credit note", "wait until it is staged");
        }
        record(CreditNoteEvents.issued(command, complete));
    }

    @CommandHandler
    void decide(RecordCreditNotePosted command) {
        if (posted) {
            return; // It is known already.
        }
        if (!issued) {
            throw new RuleViolated("K-08", "creditNoteId", "the credit note is not issued", "issue it first");
        }
        record(CreditNoteEvents.posted(command));
    }

    @CommandHandler
    void decide(RecordCreditNoteRefused command) {
        requireApproved();
        if (!discarded && !refusals.contains(command.step() + command.attempt())) {
            record(CreditNoteEvents.refused(command));
        }
    }

    private CreditNoteDrafted requireDrafted() {
        if (draft == null) {
            throw new RuleViolated("K-08", "creditNoteId", "the credit note is not drawn up", "ask an invoice for it");
        }
        return draft;
    }

    @CanIgnoreReturnValue
    private CreditNoteDrafted requireApproved() {
        if (!approved) {
            throw new RuleViolated("K-08", "creditNoteId", "the credit note is not approved", "approve it first");
        }
        return requireDrafted();
    }

    private void record(SpecificRecord event) {
        Recording.record(event, requireDrafted().getLegalEntityId());
    }

    @EventSourcingHandler
    void evolve(CreditNoteDrafted event) {
        id = new CreditNoteId(event.getCreditNoteId());
        draft = event;
    }

    @EventSourcingHandler
    void evolve(CreditNoteApproved event) {
        approved = true;
    }

    @EventSourcingHandler
    void evolve(CreditNoteDiscarded event) {
        discarded = true;
    }

    @EventSourcingHandler
    void evolve(CreditNoteStaged event) {
        stagedAs = event.getErpReference();
    }

    @EventSourcingHandler
    void evolve(CreditNoteIssued event) {
        issued = true;
    }

    @EventSourcingHandler
    void evolve(CreditNotePosted event) {
        posted = true;
    }

    @EventSourcingHandler
    void evolve(CreditNotePostingRefused event) {
        refusals.add(event.getStep() + event.getAttempt());
    }
}
