package io.fairlead.billing;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CreditReleased;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.InvoicePosted;
import io.fairlead.billing.event.InvoicePostingRefused;
import io.fairlead.billing.event.InvoiceReturned;
import io.fairlead.billing.event.InvoiceStaged;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.shared.Recording;
import io.fairlead.shared.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A claim on a customer: drafted, reviewed, approved, staged, issued, posted, credited, paid. Rules B-01 to B-17, K-02 to K-07. */
@AggregateRoot
public class Invoice {

    @AggregateIdentifier
    private @Nullable InvoiceId id;

    private final List<InvoiceLine> lines = new ArrayList<>();
    private final Set<String> authors = new HashSet<>();
    private @Nullable InvoiceDrafted draft;
    private int approvals;
    private @Nullable InvoiceApproved approved;
    private @Nullable String stagedAs;
    private @Nullable InvoiceIssued issued;
    private @Nullable String posted;
    private boolean discarded;
    private final Set<String> refusals = new HashSet<>();
    private final Set<String> receipts = new HashSet<>();
    private final Map<String, CreditReserved> credits = new HashMap<>();
    private final Set<String> creditsApplied = new HashSet<>();
    private final Set<String> creditsReleased = new HashSet<>();
    private @Nullable Money open;

    Invoice() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(AddInvoiceLines command) {
        InvoiceStages.requireNot(discarded);
        InvoiceEvents.linesAdded(command, lines, draft).ifPresent(Recording::record);
    }

    @CommandHandler
    void decide(DraftInvoice command) {
        InvoiceStages.requireNot(discarded);
        if (draft == null) {
            var event = InvoiceEvents.drafted(command, lines);
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    void decide(RemoveInvoiceLine command) {
        InvoiceStages.requireNot(discarded);
        remove(InvoiceReview.removed(command, InvoiceReview.open(draft, approved), lines), command.reason());
    }

    @CommandHandler
    void decide(RemoveSourceFromInvoice command) {
        if (!discarded && InvoiceReview.bills(command.sourceId(), lines)) {
            remove(InvoiceReview.removed(command, InvoiceReview.open(draft, approved), lines), command.reason());
        }
    }

    private void remove(List<InvoiceLineRemoved> events, String reason) {
        events.forEach(this::record);
        if (!events.isEmpty() && lines.isEmpty()) {
            record(InvoiceEvents.discarded(reason, InvoiceStages.drafted(draft), lines));
        }
    }

    @CommandHandler
    void decide(AdjustInvoiceLine command) {
        InvoiceStages.requireNot(discarded);
        InvoiceReview.adjusted(command, InvoiceReview.open(draft, approved), lines)
                .ifPresent(this::record);
    }

    @CommandHandler
    void decide(ApproveInvoice command) {
        InvoiceStages.requireNot(discarded);
        if (approved != null) {
            return; // A repeated approval is not a new fact.
        }
        var complete = InvoiceStages.drafted(draft);
        InvoiceReview.requireSecondPerson(command.approvedBy(), complete, authors);
        record(InvoiceEvents.approved(command, complete, approvals + 1, lines));
    }

    @CommandHandler
    void decide(ReturnInvoice command) {
        if (approved != null || approvals == 0) {
            record(InvoiceReview.returned(command, InvoiceStages.approved(approved), stagedAs));
        }
    }

    @CommandHandler
    void decide(DiscardInvoice command) {
        if (discarded) {
            return; // It is given up already.
        }
        InvoiceReview.requireDiscardable(approved);
        record(InvoiceEvents.discarded(command.reason(), InvoiceStages.drafted(draft), lines));
    }

    @CommandHandler
    void decide(RecordInvoiceStaged command) {
        if (stagedAs != null || command.approvalNo() < approvals || wasReturned()) {
            return; // It is known already, or of an approval that was taken back.
        }
        record(InvoiceEvents.staged(command, InvoiceStages.approved(approved)));
    }

    @CommandHandler
    void decide(IssueInvoice command) {
        if (issued != null) {
            return; // Issued once.
        }
        var approval = InvoiceStages.staged(approved, stagedAs);
        record(InvoiceEvents.issued(command, InvoiceStages.drafted(draft), approval, lines));
    }

    @CommandHandler
    void decide(RecordInvoicePosted command) {
        if (posted == null) {
            record(InvoiceEvents.posted(command, InvoiceStages.issued(issued)));
        }
    }

    @CommandHandler
    void decide(RecordPostingRefused command) {
        if (!wasReturned() && !refusals.contains(command.step() + command.code() + command.reason())) {
            record(InvoiceEvents.refused(command, InvoiceStages.approved(approved)));
        }
    }

    @CommandHandler
    void decide(ReserveCredit command) {
        var invoice = InvoiceStages.issued(issued);
        var known = credits.get(command.creditNoteId().value());
        if (known != null || creditsReleased.contains(command.creditNoteId().value())) {
            InvoiceCredits.requireSame(command, known);
            return; // It is granted already.
        }
        record(new CreditGrant(invoice, lines, credits.values()).of(command));
    }

    @CommandHandler
    void decide(ReleaseCredit command) {
        var credit = command.creditNoteId().value();
        if (credits.containsKey(credit) && !creditsApplied.contains(credit)) {
            record(InvoiceCredits.released(command));
        }
    }

    @CommandHandler
    void decide(ApplyCredit command) {
        if (!creditsApplied.contains(command.creditNoteId().value())) {
            record(InvoiceCredits.applied(
                    command, InvoiceStages.issued(issued), credits, Objects.requireNonNull(open)));
        }
    }

    @CommandHandler
    void decide(ApplyPayment command) {
        if (receipts.contains(command.receiptId().value())) {
            return; // That money is applied already.
        }
        var invoice = InvoiceStages.issued(issued);
        var left = InvoiceCredits.openAfter(command, invoice, Objects.requireNonNull(open));
        record(InvoiceEvents.paymentApplied(command, invoice, left));
        if (left.isZero()) {
            record(InvoiceEvents.paid(invoice.getInvoiceId(), command.valueDate()));
        }
    }

    private boolean wasReturned() {
        return approved == null && approvals > 0;
    }

    private void record(SpecificRecord event) {
        Recording.record(event, InvoiceStages.drafted(draft).getLegalEntityId());
    }

    @EventSourcingHandler
    void evolve(InvoiceLinesAdded event) {
        id = new InvoiceId(event.getInvoiceId());
        lines.addAll(event.getLines());
        authors.addAll(event.getAuthors());
    }

    @EventSourcingHandler
    void evolve(InvoiceDrafted event) {
        draft = event;
    }

    @EventSourcingHandler
    void evolve(InvoiceLineRemoved event) {
        lines.removeIf(line -> line.getLineNo() == event.getLineNo());
    }

    @EventSourcingHandler
    void evolve(InvoiceLineAdjusted event) {
        lines.replaceAll(line -> InvoiceLines.adjusted(line, event));
        authors.add(event.getAdjustedBy());
    }

    @EventSourcingHandler
    void evolve(InvoiceReturned event) {
        approved = null;
        open = null;
    }

    @EventSourcingHandler
    void evolve(CreditReserved event) {
        credits.put(event.getCreditNoteId(), event);
    }

    @EventSourcingHandler
    void evolve(CreditReleased event) {
        credits.remove(event.getCreditNoteId());
        creditsReleased.add(event.getCreditNoteId());
    }

    @EventSourcingHandler
    void evolve(CreditApplied event) {
        creditsApplied.add(event.getCreditNoteId());
        open = Wire.money(event.getOpen(), event.getCurrency());
    }

    @EventSourcingHandler
    void evolve(InvoiceApproved event) {
        approvals = event.getApprovalNo();
        approved = event;
        open = Wire.money(event.getGross(), event.getCurrency());
    }

    @EventSourcingHandler
    void evolve(InvoiceDiscarded event) {
        discarded = true;
    }

    @EventSourcingHandler
    void evolve(InvoiceStaged event) {
        stagedAs = event.getErpReference();
    }

    @EventSourcingHandler
    void evolve(InvoiceIssued event) {
        issued = event;
    }

    @EventSourcingHandler
    void evolve(InvoicePosted event) {
        posted = event.getErpDocument();
    }

    @EventSourcingHandler
    void evolve(InvoicePostingRefused event) {
        refusals.add(event.getStep() + event.getCode() + event.getReason());
    }

    @EventSourcingHandler
    void evolve(PaymentApplied event) {
        receipts.add(event.getReceiptId());
        open = Wire.money(event.getOpen(), event.getCurrency());
    }
}
