package io.fairlead.billing.invoice;

import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.billing.run.SourceOrders;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Commands.Accepted;
import io.fairlead.shared.Commands.Answer;
import io.fairlead.shared.Commands.Refused;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When an invoice is issued, what stands on it is billed; when a draft is discarded or loses a line, what it claimed is let go. */
@ProcessingGroup("process-settle-lines")
@DisallowReplay // A rebuilt read side must not bill again.
@Waits(Until.NOTHING)
public class WhenInvoiceIssuedOrDroppedThenBillOrReleaseWork {

    private final Commands commands;
    private final StreamHistory history;

    public WhenInvoiceIssuedOrDroppedThenBillOrReleaseWork(Commands commands, StreamHistory history) {
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(InvoiceIssued event) {
        requireAccepted(commands.sendAll(InvoiceLines.of(history, event.getInvoiceId()).lines().stream()
                .flatMap(line -> SourceOrders.bill(
                        line.getSourceId(),
                        new InvoiceId(event.getInvoiceId()),
                        event.getNumber(),
                        line.getLineNo(),
                        event.getIssueDate())
                        .stream())
                .toList()));
    }

    @EventHandler
    void react(InvoiceDiscarded event) {
        requireAccepted(commands.sendAll(
                SourceOrders.releaseAll(event.getSourceIds(), new InvoiceId(event.getInvoiceId()), event.getReason())));
    }

    @EventHandler
    void react(InvoiceLineRemoved event) {
        requireAccepted(commands.sendAll(List.of(SourceOrders.release(
                event.getSourceId(), event.getPortionNo(), new InvoiceId(event.getInvoiceId()), event.getReason()))));
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
