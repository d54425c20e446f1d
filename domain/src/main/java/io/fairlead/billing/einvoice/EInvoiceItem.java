package io.fairlead.billing.einvoice;

import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.exception.ExceptionId;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.Stake;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.exception.event.ExceptionWaived;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import java.time.Instant;

/**
 * The work item that a draft cannot be an electronic invoice: one for each draft, open as long as something is missing, and told
 * anew when something else is. For the processes that hear of drafts and of parties.
 */
final class EInvoiceItem {

    static final String CODE = "E_INVOICE_NOT_READY";

    /** Who closes it. */
    static final String BY = "process|process-check-e-invoice";

    private static final int SENTENCE_MAX = 1_000;

    private final DraftReadiness readiness;
    private final Commands commands;
    private final StreamHistory history;

    EInvoiceItem(DraftReadiness readiness, Commands commands, StreamHistory history) {
        this.readiness = readiness;
        this.commands = commands;
        this.history = history;
    }

    /** Raises, closes or replaces it, as the draft stands. */
    void check(String invoice, Instant at, String eventId) {
        if (history.last(invoice, InvoiceIssued.class).isPresent()) {
            return; // What is issued never changes.
        }
        var found = readiness.of(new InvoiceId(invoice)).orElse(null);
        if (found == null) {
            return; // Its tax cannot be told yet, which has a work item of its own.
        }
        var told = found.told();
        if (told.isEmpty()) {
            close(invoice, "Nothing is missing any more.", at, eventId);
            return;
        }
        var sentence = sentence(found, EInvoiceReadiness.sentences(told));
        var before = history.last(idOf(invoice), ExceptionRaised.class).orElse(null);
        if (before != null && before.getSentence().equals(sentence) && !isResolved(before)) {
            return; // It waits already, or a person waived just that.
        }
        close(invoice, "Something else is missing now.", at, eventId);
        var draft = history.last(invoice, InvoiceDrafted.class).orElseThrow();
        commands.send(
                RaiseException.restating(
                        CODE,
                        invoice,
                        sentence,
                        OwnerRole.FINANCE_OPERATIONS,
                        new Stake(draft.getNet().abs(), draft.getCurrency()),
                        draft.getLegalEntityId(),
                        at),
                "e-invoice/" + invoice + "/" + eventId);
        if (history.last(invoice, InvoiceIssued.class).isPresent()) {
            close(invoice, "It was issued meanwhile.", at, eventId);
        }
    }

    private static String sentence(EInvoiceReadiness found, String missing) {
        var first = found.policy() == EInvoicePolicy.REQUIRED
                ? "This draft cannot be approved, since it cannot be an electronic invoice. "
                : "This draft cannot be an electronic invoice; approved as it is, the PDF goes out alone. ";
        var sentence = first + missing;
        return sentence.length() <= SENTENCE_MAX ? sentence : sentence.substring(0, SENTENCE_MAX - 3) + "...";
    }

    /** Where it is open. */
    void close(String invoice, String how, Instant at, String eventId) {
        history.last(idOf(invoice), ExceptionRaised.class)
                .filter(this::isOpen)
                .ifPresent(item -> commands.send(
                        new ResolveException(new ExceptionId(item.getExceptionId()), how, BY, 0, at),
                        "e-invoice-cured/" + invoice + "/" + eventId));
    }

    private boolean isOpen(ExceptionRaised item) {
        return !isResolved(item)
                && history.all(item.getExceptionId(), ExceptionWaived.class).stream()
                        .noneMatch(waived -> waived.getOccurrence() == item.getOccurrence());
    }

    private boolean isResolved(ExceptionRaised item) {
        return history.all(item.getExceptionId(), ExceptionResolved.class).stream()
                .anyMatch(resolved -> resolved.getOccurrence() == item.getOccurrence());
    }

    private static String idOf(String invoice) {
        return RaiseException.idOf(CODE, invoice).value();
    }
}
