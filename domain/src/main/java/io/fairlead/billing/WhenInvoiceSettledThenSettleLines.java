package io.fairlead.billing;

import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Commands.Accepted;
import io.fairlead.shared.Commands.Answer;
import io.fairlead.shared.Commands.Keyed;
import io.fairlead.shared.Commands.Refused;
import io.fairlead.shared.History;
import io.fairlead.time.BillTime;
import io.fairlead.time.TakeTimeOffDraft;
import io.fairlead.time.TimeEntryId;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When an invoice is issued, what stands on it is billed; when a draft is discarded or loses a line, what it claimed is let go. */
@ProcessingGroup("process-settle-lines")
@DisallowReplay // A rebuilt read side must not bill again.
public class WhenInvoiceSettledThenSettleLines {

    private final Commands commands;
    private final History history;

    public WhenInvoiceSettledThenSettleLines(Commands commands, History history) {
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(InvoiceIssued event) {
        requireAccepted(commands.sendAll(InvoiceLines.of(history, event.getInvoiceId()).stream()
                .map(line -> bill(line, event))
                .toList()));
    }

    @EventHandler
    void react(InvoiceDiscarded event) {
        requireAccepted(commands.sendAll(event.getSourceIds().stream()
                .map(id -> letGo(id, event.getInvoiceId(), event.getReason()))
                .toList()));
    }

    @EventHandler
    void react(InvoiceLineRemoved event) {
        requireAccepted(commands.sendAll(List.of(letGo(event.getSourceId(), event.getInvoiceId(), event.getReason()))));
    }

    private static Keyed bill(InvoiceLine line, InvoiceIssued event) {
        var invoice = new InvoiceId(event.getInvoiceId());
        var id = line.getSourceId();
        var key = "bill/" + id + "/" + invoice;
        return id.startsWith(TimeEntryId.KIND + ":")
                ? new Keyed(
                        new BillTime(
                                new TimeEntryId(id),
                                invoice,
                                event.getNumber(),
                                line.getLineNo(),
                                event.getIssueDate()),
                        key)
                : new Keyed(
                        new BillBillingItem(
                                new BillingItemId(id),
                                invoice,
                                event.getNumber(),
                                line.getLineNo(),
                                event.getIssueDate()),
                        key);
    }

    private static Keyed letGo(String id, String invoiceId, String reason) {
        var invoice = new InvoiceId(invoiceId);
        var key = "let-go/" + id + "/" + invoice;
        return id.startsWith(TimeEntryId.KIND + ":")
                ? new Keyed(new TakeTimeOffDraft(new TimeEntryId(id), invoice, reason), key)
                : new Keyed(new TakeBillingItemOffDraft(new BillingItemId(id), invoice, reason), key);
    }

    private static void requireAccepted(List<Answer> answers) {
        for (var answer : answers) {
            switch (answer) {
                case Accepted() -> {}
                case Refused(var reason) -> throw reason;
            }
        }
    }
}
