package io.fairlead.billing.item;

import io.fairlead.billing.invoice.CuredWork;
import io.fairlead.project.event.ProgressReductionAccepted;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Commands.Accepted;
import io.fairlead.shared.Commands.Keyed;
import io.fairlead.shared.Prepares;
import io.fairlead.shared.Stage;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** When less progress is accepted, invoices credit what they have of it; the rest lowers the next invoice. */
@ProcessingGroup("process-progress-reduction")
@DisallowReplay // A rebuilt read side must not credit again.
@Waits(Until.NOTHING)
@Prepares(Stage.BILLABLE_WORK)
public class WhenReductionAcceptedThenCredit {

    private final Commands commands;
    private final ReducedProgress reduced;
    private final CuredWork work;

    public WhenReductionAcceptedThenCredit(Commands commands, StreamHistory history) {
        this.commands = commands;
        this.reduced = new ReducedProgress(history);
        this.work = new CuredWork(commands, history, "process-progress-reduction");
    }

    @EventHandler
    void react(ProgressReductionAccepted event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var id = event.getReportId();
        var report = reduced.report(
                        event.getProjectId(), each -> each.getReportId().equals(id))
                .orElseThrow();
        var item = WhenProgressReportedThenBill.itemOf(event.getProjectId(), id);
        if (!reduced.isSettled(item)) {
            var rest = event.getAmount();
            for (var back : reduced.of(event, report)) {
                var order = new Keyed(back.credit(), "reduce/" + back.credit().creditNoteId());
                boolean granted = commands.sendAll(List.of(order)).getFirst() instanceof Accepted;
                rest = granted ? rest.add(back.amount()) : rest;
            }
            var order = rest.signum() < 0
                    ? ReducedProgress.less(item, report, rest)
                    : new WithdrawBillingItem(item, "credited on its invoices");
            commands.send(order, "reduced/" + item);
        }
        work.close(ProgressTerms.WENT_BACK, item.value(), "accepted by " + event.getAcceptedBy(), at, eventId);
    }
}
