package io.fairlead.billing.invoice;

import io.fairlead.billing.credit.ApplyCredit;
import io.fairlead.billing.credit.CreditGrant;
import io.fairlead.billing.credit.ReleaseCredit;
import io.fairlead.billing.credit.ReserveCredit;
import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CreditReleased;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoicePosted;
import io.fairlead.shared.RuleViolated;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The third life of an {@link Invoice}, from its number on: posted and credited. What of it is open stands in
 * {@link InvoiceBalance}. Rules K-02 to K-07, and B-10 of what needs an issued invoice.
 */
public final class IssuedInvoice {

    private @Nullable InvoiceIssued issued;
    private @Nullable String posted;
    private final Map<String, CreditReserved> credits = new LinkedHashMap<>(); // In their order.
    private final Set<String> creditsApplied = new HashSet<>();
    private final Set<String> creditsReleased = new HashSet<>();

    /** @throws RuleViolated B-10 before it is issued */
    public static InvoiceIssued require(@Nullable InvoiceIssued issued) {
        if (issued == null) {
            throw new RuleViolated("B-10", "invoiceId", "the invoice is not issued", "issue it first");
        }
        return issued;
    }

    boolean isIssued() {
        return issued != null;
    }

    /** Once; {@link #isIssued()} says whether it has its number. */
    InvoiceIssued decide(
            IssueInvoice command, InvoiceDrafted draft, InvoiceApproved approval, List<InvoiceLine> lines) {
        return InvoiceEvents.issued(command, draft, approval, lines);
    }

    Optional<InvoicePosted> decide(RecordInvoicePosted command) {
        return posted == null ? Optional.of(InvoiceEvents.posted(command, require(issued))) : Optional.empty();
    }

    /**
     * What it grants of its lines; nothing when it granted this before.
     *
     * @throws RuleViolated K-06 when that credit note was asked for with other words, or was given up
     */
    Optional<CreditReserved> decide(ReserveCredit command, List<InvoiceLine> lines) {
        var invoice = require(issued);
        var credit = command.creditNoteId().value();
        var known = credits.get(credit);
        if (known == null && !creditsReleased.contains(credit)) {
            return Optional.of(new CreditGrant(invoice, lines, credits.values()).of(command));
        }
        if (known == null || !command.isRepeatOf(known)) {
            throw new RuleViolated(
                    "K-06", "creditNoteId", "a credit note of this id is something else", "use another id");
        }
        return Optional.empty();
    }

    /** Nothing when it granted no such credit, or when that is applied and stays. */
    Optional<CreditReleased> decide(ReleaseCredit command) {
        var credit = command.creditNoteId().value();
        return credits.containsKey(credit) && !creditsApplied.contains(credit)
                ? Optional.of(InvoiceCreditEvents.released(command))
                : Optional.empty();
    }

    /** What the credit note gives back; empty when the invoice granted no such credit, or it is applied. */
    Optional<Money> given(ApplyCredit command) {
        var note = command.creditNoteId().value();
        return creditsApplied.contains(note)
                ? Optional.empty()
                : Optional.ofNullable(credits.get(note)).map(Payable::of);
    }

    /** What of the invoice no credit note gave back so far. */
    Money uncredited() {
        return credits.values().stream()
                .filter(credit -> creditsApplied.contains(credit.getCreditNoteId()))
                .map(Payable::of)
                .reduce(Payable.of(require(issued)), Money::minus);
    }

    /** At most what is open: the rest of the credit is owed to the customer. */
    Optional<CreditApplied> decide(ApplyCredit command, Supplier<Money> open) {
        var note = command.creditNoteId().value();
        if (creditsApplied.contains(note)) {
            return Optional.empty();
        }
        var invoice = require(issued);
        var credit = credits.get(note);
        if (credit == null) {
            throw new RuleViolated(
                    "K-03", "creditNoteId", "the invoice granted no such credit", "ask the invoice for it first");
        }
        var given = Payable.of(credit);
        var left = open.get();
        var applied = given.isGreaterThan(left) ? left : given;
        return Optional.of(InvoiceCreditEvents.applied(command, credit, invoice, applied, left.minus(applied)));
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
    }
}
