package io.fairlead.billing.item;

import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.CreditNoteDiscarded;
import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.shared.Commands;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.Prepares;
import io.fairlead.shared.Stage;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When the credit note of an accepted reduction is given up, the next invoice is lowered instead. */
@ProcessingGroup("process-reduction-given-up")
@DisallowReplay // A rebuilt read side must not bill less again.
@Waits(Until.NOTHING)
@Prepares(Stage.BILLABLE_WORK)
public class WhenReductionIsGivenUpThenBillLess {

    private final Commands commands;
    private final StreamHistory history;

    public WhenReductionIsGivenUpThenBillLess(Commands commands, StreamHistory history) {
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(CreditNoteDiscarded event) {
        var note = event.getCreditNoteId();
        var line = history.last(note, CreditNoteDrafted.class)
                .orElseThrow()
                .getLines()
                .getFirst();
        history.last(line.getSourceId(), BillingItemReady.class)
                .flatMap(billed -> new ReducedProgress(history)
                        .report(billed.getProjectId(), report -> ReducedProgress.creditNote(
                                        report.getProjectId(), report.getReportId(), event.getInvoiceId())
                                .value()
                                .equals(note)))
                .ifPresent(report -> {
                    var item = BillingItemId.of(NameUuid.of("reduction", note).toString());
                    var less = line.getSourceAmount().negate();
                    commands.send(ReducedProgress.less(item, report, less), "less/" + item);
                });
    }
}
