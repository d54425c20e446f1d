package io.fairlead.billing;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Commands.Accepted;
import io.fairlead.shared.Commands.Keyed;
import io.fairlead.shared.Commands.Refused;
import io.fairlead.time.CreditTime;
import io.fairlead.time.Disposition;
import io.fairlead.time.TimeEntryId;
import java.util.Objects;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When a credit note is issued, less is open of its invoice, and each source learns what becomes of its part (R12). */
@ProcessingGroup("process-settle-credit")
@DisallowReplay // A rebuilt read side must not apply a credit again.
public class WhenCreditNoteIssuedThenSettle {

    private final Commands commands;

    public WhenCreditNoteIssuedThenSettle(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(CreditNoteIssued event) {
        var creditNote = new CreditNoteId(event.getCreditNoteId());
        commands.send(
                new ApplyCredit(
                        new InvoiceId(event.getInvoiceId()), creditNote, event.getNumber(), event.getIssueDate()),
                "apply/" + creditNote);
        var orders = event.getLines().stream()
                .filter(line -> line.getSourceId().startsWith(TimeEntryId.KIND + ":"))
                .map(line -> new Keyed(credit(line, event), "credit/" + creditNote + "/" + line.getLineNo()))
                .toList();
        for (var answer : commands.sendAll(orders)) {
            switch (answer) {
                case Accepted() -> {}
                case Refused(var reason) -> throw reason;
            }
        }
    }

    private static Object credit(CreditLine line, CreditNoteIssued event) {
        return new CreditTime(
                new TimeEntryId(line.getSourceId()),
                event.getCreditNoteId(),
                line.getPortionNo(),
                Objects.requireNonNullElse(line.getSeconds(), 0),
                line.getSourceAmount(),
                Disposition.valueOf(line.getDisposition()),
                event.getIssueDate());
    }
}
