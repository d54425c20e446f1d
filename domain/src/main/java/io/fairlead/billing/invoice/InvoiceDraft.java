package io.fairlead.billing.invoice;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.InvoiceReturned;
import io.fairlead.billing.tax.TaxComputation;
import io.fairlead.billing.tax.TaxedLine;
import io.fairlead.shared.Check;
import io.fairlead.shared.FourEyes;
import io.fairlead.shared.RuleViolated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/**
 * The first life of an {@link Invoice}, until somebody approves it and again after a return: its lines are added, removed and
 * adjusted, or it is given up. Rules B-01 to B-03, B-06, B-07, B-10, B-13 to B-15.
 */
final class InvoiceDraft {

    private final List<InvoiceLine> lines = new ArrayList<>();
    private final Set<String> authors = new HashSet<>();
    private final Set<String> workers = new HashSet<>();
    private @Nullable InvoiceDrafted completed;
    private int approvals;
    private boolean approved;
    private boolean discarded;

    /** Lines in the order of their numbers, as they stand after the review so far. */
    List<InvoiceLine> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** @throws RuleViolated B-10 before all lines are on it */
    InvoiceDrafted requireCompleted() {
        if (completed == null) {
            throw new RuleViolated("B-10", "invoiceId", "the draft is not complete yet", "wait for the billing run");
        }
        return completed;
    }

    /** Lines that are not on it yet; nothing when all of them are. */
    Optional<InvoiceLinesAdded> decide(AddInvoiceLines command) {
        requireNotDiscarded();
        var known = lines.stream()
                .map(line -> identity(line.getSourceId(), line.getPortionNo()))
                .collect(Collectors.toSet());
        var fresh = command.lines().stream()
                .filter(line -> !known.contains(identity(line.sourceId(), line.portionNo())))
                .toList();
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        if (completed != null) {
            throw new RuleViolated("B-06", "invoiceId", "the draft is complete", "discard it and run again");
        }
        return Optional.of(InvoiceEvents.linesAdded(command, fresh, lines.size()));
    }

    /** A draft takes of a source once; of a retainer it draws once for each prepayment that it uses. */
    private static String identity(String sourceId, int portionNo) {
        return sourceId.startsWith("retainer:") ? sourceId + "/" + portionNo : sourceId;
    }

    Optional<InvoiceDrafted> decide(DraftInvoice command) {
        requireNotDiscarded();
        if (completed != null) {
            return Optional.empty(); // It is completed once.
        }
        if (lines.isEmpty()) {
            throw new RuleViolated("B-10", "invoiceId", "the draft has no lines", "add lines first");
        }
        return Optional.of(InvoiceEvents.drafted(command, lines));
    }

    /** The line, and with the last one the draft; nothing when the line was removed before. */
    List<SpecificRecord> decide(RemoveInvoiceLine command) {
        requireNotDiscarded();
        var _ = requireUnderReview();
        var gone = find(command.lineNo()).stream().toList();
        return removed(gone, command.deferredUntil(), command.reason(), command.removedBy());
    }

    /** All lines of the source, and with the last one the draft; nothing when it is not billed here. */
    List<SpecificRecord> decide(RemoveSourceFromInvoice command) {
        var gone = lines.stream()
                .filter(line -> line.getSourceId().equals(command.sourceId()))
                .toList();
        if (discarded || gone.isEmpty()) {
            return List.of();
        }
        var _ = requireUnderReview();
        return removed(gone, null, command.reason(), command.removedBy());
    }

    private List<SpecificRecord> removed(
            List<InvoiceLine> gone, @Nullable LocalDate deferredUntil, String reason, String by) {
        var draft = requireCompleted();
        var events = new ArrayList<SpecificRecord>();
        gone.forEach(line -> events.add(InvoiceReviewEvents.removed(line, draft, deferredUntil, reason, by)));
        if (!gone.isEmpty() && gone.size() == lines.size()) {
            events.add(InvoiceEvents.discarded(reason, draft, List.of()));
        }
        return events;
    }

    /** Nothing when the line has that net already. */
    Optional<InvoiceLineAdjusted> decide(AdjustInvoiceLine command) {
        requireNotDiscarded();
        var draft = requireUnderReview();
        var line = find(command.lineNo())
                .orElseThrow(() -> new RuleViolated(
                        "B-14", "lineNo", "line " + command.lineNo() + " was removed", "use one of the lines left"));
        var net = Check.payable("net", command.net(), draft.getCurrency());
        if (net.signum() < 0 && net.compareTo(line.getNet()) < 0) {
            throw new RuleViolated(
                    "B-15", "net", "a line is not written down below 0", "write it down to 0, or remove it");
        }
        return net.compareTo(line.getNet()) == 0
                ? Optional.empty()
                : Optional.of(InvoiceReviewEvents.adjusted(command, line, draft));
    }

    Optional<InvoiceApproved> decide(ApproveInvoice command) {
        requireNotDiscarded();
        if (approved) {
            return Optional.empty(); // A repeated approval is not a new fact.
        }
        var draft = requireCompleted();
        boolean ownWork = requireSecondPerson(command, draft);
        command.readiness().requireApprovable();
        TaxComputation.requireMadeOf(
                command.taxes().rows(), lines.stream().map(TaxedLine::of).toList(), draft.getCurrency());
        var event = InvoiceApproved.newBuilder(InvoiceEvents.approved(command, draft, approvals + 1, lines))
                .setOwnWork(ownWork)
                .build();
        command.issuing().requireAccepted(draft.getIssueDate(), event.getIssueDate());
        return Optional.of(event);
    }

    /** @return whether who approves entered, worked or adjusted a line, which the company allows */
    private boolean requireSecondPerson(ApproveInvoice command, InvoiceDrafted draft) {
        var approver = command.approvedBy();
        FourEyes.requireSecond("B-01", approver, draft.getPreparer(), "nobody approves an invoice they prepared");
        boolean ownWork = authors.stream().anyMatch(author -> FourEyes.isSame(approver, author))
                || workers.stream().anyMatch(worker -> FourEyes.isPerson(approver, worker));
        if (ownWork && !command.ownWorkAllowed()) {
            throw new RuleViolated(
                    "B-02",
                    "approvedBy",
                    "nobody approves an invoice over their own work or entries",
                    "let somebody else approve it");
        }
        return ownWork;
    }

    Optional<InvoiceDiscarded> decide(DiscardInvoice command) {
        if (discarded) {
            return Optional.empty(); // It is given up already.
        }
        if (approved) {
            throw new RuleViolated("B-07", "invoiceId", "the invoice is approved", "credit it once it is issued");
        }
        return Optional.of(InvoiceEvents.discarded(command.reason(), requireCompleted(), lines));
    }

    private InvoiceDrafted requireUnderReview() {
        var draft = requireCompleted();
        if (approved) {
            throw new RuleViolated("B-13", "invoiceId", "the invoice is approved", "return it to draft first");
        }
        return draft;
    }

    private void requireNotDiscarded() {
        if (discarded) {
            throw new RuleViolated("B-03", "invoiceId", "the draft was discarded", "start another billing run");
        }
    }

    /** Nothing when the line was removed; refused by B-14 when there never was one. */
    private Optional<InvoiceLine> find(int lineNo) {
        if (lineNo < 1 || lineNo > requireCompleted().getLineCount()) {
            throw new RuleViolated(
                    "B-14", "lineNo", "the invoice has no line " + lineNo, "use one of its line numbers");
        }
        return lines.stream().filter(line -> line.getLineNo() == lineNo).findFirst();
    }

    @EventSourcingHandler
    void evolve(InvoiceLinesAdded event) {
        lines.addAll(event.getLines());
        authors.addAll(event.getAuthors());
        workers.addAll(event.getWorkers());
    }

    @EventSourcingHandler
    void evolve(InvoiceDrafted event) {
        completed = event;
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
    void evolve(InvoiceApproved event) {
        approvals = event.getApprovalNo();
        approved = true;
    }

    @EventSourcingHandler
    void evolve(InvoiceReturned event) {
        approved = false;
    }

    @EventSourcingHandler
    void evolve(InvoiceDiscarded event) {
        discarded = true;
    }
}
