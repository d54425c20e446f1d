package io.fairlead.billing;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.InvoicePaid;
import io.fairlead.billing.event.InvoicePosted;
import io.fairlead.billing.event.InvoicePostingRefused;
import io.fairlead.billing.event.InvoiceStaged;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.Wire;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

/** A claim on a customer: drafted, approved, staged, issued, posted, paid. Rules B-01 to B-12. */
@AggregateRoot
public class Invoice {

    @AggregateIdentifier
    private @Nullable InvoiceId id;

    private final List<InvoiceLine> lines = new ArrayList<>();
    private final Set<String> sources = new HashSet<>();
    private final Set<String> authors = new HashSet<>();
    private @Nullable InvoiceDrafted draft;
    private @Nullable InvoiceApproved approved;
    private @Nullable String stagedAs;
    private @Nullable InvoiceIssued issued;
    private @Nullable String posted;
    private boolean discarded;
    private final Set<String> refusals = new HashSet<>();
    private final Set<String> receipts = new HashSet<>();
    private @Nullable Money open;

    Invoice() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(AddInvoiceLines command) {
        requireNotDiscarded();
        var fresh = command.lines().stream()
                .filter(line -> !sources.contains(line.sourceId()))
                .toList();
        if (fresh.isEmpty()) {
            return; // All of them stand on it.
        }
        if (draft != null) {
            throw new RuleViolated("B-06", "invoiceId", "the draft is complete", "discard it and run again");
        }
        InvoiceEvents.linesAdded(command.invoiceId(), fresh, lines.size(), command.authors())
                .forEach(Recording::record);
    }

    @CommandHandler
    void decide(DraftInvoice command) {
        requireNotDiscarded();
        if (draft == null) {
            var event = InvoiceEvents.drafted(command, lines);
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    void decide(ApproveInvoice command) {
        requireNotDiscarded();
        if (approved != null) {
            return; // A repeated approval is not a new fact.
        }
        var complete = requireDrafted();
        if (command.approvedBy().equals(complete.getPreparer())) {
            throw new RuleViolated(
                    "B-01", "approvedBy", "nobody approves an invoice they prepared", "let somebody else approve it");
        }
        if (authors.contains(command.approvedBy())) {
            throw new RuleViolated(
                    "B-02",
                    "approvedBy",
                    "nobody approves an invoice over their own entries",
                    "let somebody else approve it");
        }
        record(InvoiceEvents.approved(command, complete, lines));
    }

    @CommandHandler
    void decide(DiscardInvoice command) {
        if (discarded) {
            return; // It is given up already.
        }
        if (approved != null) {
            throw new RuleViolated("B-07", "invoiceId", "the invoice is approved", "credit it once it is issued");
        }
        record(InvoiceEvents.discarded(command, requireDrafted(), lines));
    }

    @CommandHandler
    void decide(RecordInvoiceStaged command) {
        if (stagedAs != null) {
            return; // It is known already.
        }
        var approval = requireApproved();
        if (approval.getGross().compareTo(command.gross()) != 0) {
            throw new RuleViolated(
                    "B-08",
                    "gross",
                    "the ERP computed " + command.gross() + ", not " + approval.getGross(),
                    "compare taxes in the ERP");
        }
        record(InvoiceStaged.newBuilder()
                .setInvoiceId(approval.getInvoiceId())
                .setErpReference(command.erpReference())
                .setGross(command.gross())
                .build());
    }

    @CommandHandler
    void decide(IssueInvoice command) {
        if (issued != null) {
            return; // Issued once.
        }
        var approval = requireApproved();
        if (stagedAs == null) {
            throw new RuleViolated(
                    "B-09", "invoiceId", "the ERP has not accepted the invoice", "wait until it is staged");
        }
        record(InvoiceEvents.issued(command, requireDrafted(), approval, lines));
    }

    @CommandHandler
    void decide(RecordInvoicePosted command) {
        if (posted != null) {
            return; // It is known already.
        }
        requireIssued();
        record(InvoicePosted.newBuilder()
                .setInvoiceId(command.invoiceId().value())
                .setErpDocument(command.erpDocument())
                .setPostedOn(command.postedOn())
                .build());
    }

    @CommandHandler
    void decide(RecordPostingRefused command) {
        requireApproved();
        if (!refusals.contains(command.step() + command.code() + command.reason())) {
            record(InvoicePostingRefused.newBuilder()
                    .setInvoiceId(command.invoiceId().value())
                    .setStep(command.step())
                    .setCode(command.code())
                    .setReason(command.reason())
                    .build());
        }
    }

    @CommandHandler
    void decide(ApplyPayment command) {
        if (receipts.contains(command.receiptId().value())) {
            return; // That money is applied already.
        }
        var invoice = requireIssued();
        var due = Objects.requireNonNull(open);
        if (!invoice.getCurrency().equals(command.currency())) {
            throw new RuleViolated(
                    "B-11", "currency", "the invoice is in " + invoice.getCurrency(), "convert the money first");
        }
        var amount = Wire.money(command.amount(), command.currency());
        if (amount.isGreaterThan(due)) {
            throw new RuleViolated(
                    "B-12", "amount", "only " + due + " is open", "apply the rest elsewhere or return it");
        }
        record(InvoiceEvents.paymentApplied(command, invoice, due.minus(amount)));
        if (amount.isEqual(due)) {
            record(InvoicePaid.newBuilder()
                    .setInvoiceId(invoice.getInvoiceId())
                    .setPaidOn(command.valueDate())
                    .build());
        }
    }

    private void requireNotDiscarded() {
        if (discarded) {
            throw new RuleViolated("B-03", "invoiceId", "the draft was discarded", "start another billing run");
        }
    }

    private InvoiceDrafted requireDrafted() {
        if (draft == null) {
            throw new RuleViolated("B-10", "invoiceId", "the draft is not complete yet", "wait for the billing run");
        }
        return draft;
    }

    private InvoiceApproved requireApproved() {
        if (approved == null) {
            throw new RuleViolated("B-10", "invoiceId", "the invoice is not approved", "approve it first");
        }
        return approved;
    }

    private InvoiceIssued requireIssued() {
        if (issued == null) {
            throw new RuleViolated("B-10", "invoiceId", "the invoice is not issued", "issue it first");
        }
        return issued;
    }

    private void record(SpecificRecord event) {
        Recording.record(event, requireDrafted().getLegalEntityId());
    }

    @EventSourcingHandler
    void evolve(InvoiceLinesAdded event) {
        id = new InvoiceId(event.getInvoiceId());
        lines.addAll(event.getLines());
        event.getLines().forEach(line -> sources.add(line.getSourceId()));
        authors.addAll(event.getAuthors());
    }

    @EventSourcingHandler
    void evolve(InvoiceDrafted event) {
        draft = event;
    }

    @EventSourcingHandler
    void evolve(InvoiceApproved event) {
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
