package io.fairlead.billing.invoice;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.billing.credit.ApplyCredit;
import io.fairlead.billing.credit.ReleaseCredit;
import io.fairlead.billing.credit.ReserveCredit;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.shared.Recording;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.ForwardNone;
import org.jspecify.annotations.Nullable;

/**
 * A claim on a customer: drafted, reviewed, approved, staged, issued, posted, credited, paid. Hands each command to the life that
 * it concerns and records what comes of it; the lives follow the events themselves. Rules B-01 to B-21, K-02 to K-07.
 */
@AggregateRoot
public class Invoice {

    @AggregateIdentifier
    private @Nullable InvoiceId id;

    @AggregateMember
    private final InvoiceDraft draft = new InvoiceDraft();

    @AggregateMember
    private final InvoiceApproval approval = new InvoiceApproval();

    @AggregateMember
    private final IssuedInvoice issued = new IssuedInvoice();

    @AggregateMember
    private final InvoiceBalance balance = new InvoiceBalance();

    @AggregateMember
    private final InvoiceClaims claims = new InvoiceClaims();

    @AggregateMember(eventForwardingMode = ForwardNone.class) // It has no state that could follow events.
    final transient InvoicePayments payments = new InvoicePayments(balance, claims); // Takes its commands itself.

    @AggregateMember(eventForwardingMode = ForwardNone.class)
    final transient InvoiceDeductions deductions = new InvoiceDeductions(balance, claims);

    @AggregateMember(eventForwardingMode = ForwardNone.class)
    final transient InvoiceDisputes disputes = new InvoiceDisputes(balance, claims);

    Invoice() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(AddInvoiceLines command) {
        draft.decide(command).ifPresent(Recording::record); // Whose invoice it is, only the complete draft says.
    }

    @CommandHandler
    void decide(DraftInvoice command) {
        draft.decide(command).ifPresent(event -> Recording.record(event, event.getLegalEntityId()));
    }

    @CommandHandler
    void decide(RemoveInvoiceLine command) {
        draft.decide(command).forEach(this::record);
    }

    @CommandHandler
    void decide(RemoveSourceFromInvoice command) {
        draft.decide(command).forEach(this::record);
    }

    @CommandHandler
    void decide(AdjustInvoiceLine command) {
        draft.decide(command).ifPresent(this::record);
    }

    @CommandHandler
    void decide(ApproveInvoice command) {
        draft.decide(command).ifPresent(this::record);
    }

    @CommandHandler
    void decide(DiscardInvoice command) {
        draft.decide(command).ifPresent(this::record);
    }

    @CommandHandler
    void decide(ReturnInvoice command) {
        approval.decide(command).ifPresent(this::record);
    }

    @CommandHandler
    void decide(RecordInvoiceStaged command) {
        approval.decide(command).ifPresent(this::record);
    }

    @CommandHandler
    void decide(RecordPostingRefused command) {
        approval.decide(command).ifPresent(this::record);
    }

    @CommandHandler
    void decide(IssueInvoice command) {
        if (issued.isIssued()) {
            return; // Issued once.
        }
        var staged = approval.requireStaged();
        record(issued.decide(command, draft.requireCompleted(), staged, draft.lines()));
    }

    @CommandHandler
    void decide(RecordInvoicePosted command) {
        issued.decide(command).ifPresent(this::record);
    }

    @CommandHandler
    void decide(ReserveCredit command) {
        issued.decide(command, draft.lines()).ifPresent(this::record);
    }

    @CommandHandler
    void decide(ReleaseCredit command) {
        issued.decide(command).ifPresent(this::record);
    }

    @CommandHandler
    void decide(ApplyCredit command) {
        issued.given(command).ifPresent(given -> deductions.giveWay(issued::uncredited, given, command.issueDate()));
        issued.decide(command, balance::open).ifPresent(this::record);
    }

    private void record(SpecificRecord event) {
        Recording.record(event, draft.requireCompleted().getLegalEntityId());
    }

    @EventSourcingHandler
    void evolve(InvoiceLinesAdded event) {
        id = new InvoiceId(event.getInvoiceId());
    }
}
