package io.fairlead.billing.item;

import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.project.event.ProgressReported;
import io.fairlead.shared.Commands;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.Prepares;
import io.fairlead.shared.Stage;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;

/**
 * When a report says more than was billable before, the difference may be billed. When it went back, the difference is only
 * proposed: a person accepts it, or the next report replaces it.
 */
@ProcessingGroup("process-progress-item")
@DisallowReplay // A rebuilt read side must not bill again.
@Waits(Until.NOTHING)
@Prepares(Stage.BILLABLE_WORK)
public class WhenProgressReportedThenBill {

    private final Commands commands;

    public WhenProgressReportedThenBill(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(ProgressReported report, @Timestamp Instant at) {
        var replaced = report.getReplacesProposalOf();
        if (replaced != null) {
            var former = itemOf(report.getProjectId(), replaced);
            commands.send(
                    new WithdrawBillingItem(former, "replaced by report " + report.getReportId()),
                    "withdraw/" + former);
        }
        var item = itemOf(report.getProjectId(), report.getReportId());
        switch (report.getToBill().signum()) {
            case 1 -> commands.send(ready(item, report), "ready/" + item);
            case -1 -> {
                commands.send(
                        new ScheduleBillingItem(
                                item, ProgressTerms.of(report, report.getToBill()), report.getReportedOn()),
                        "schedule/" + item);
                commands.send(wentBack(item, report, at), "back/" + item);
            }
            default -> {} // Nothing is worth more or less than before.
        }
    }

    private static MakeBillingItemReady ready(BillingItemId item, ProgressReported report) {
        return new MakeBillingItemReady(
                item, ProgressTerms.of(report, report.getToBill()), report.getReportedOn(), report.getReportedBy());
    }

    private static RaiseException wentBack(BillingItemId item, ProgressReported report, Instant at) {
        var less = new Stake(report.getToBill().negate(), report.getCurrency());
        return RaiseException.about(
                ProgressTerms.WENT_BACK,
                item.value(),
                "Report " + report.getReportId() + " of " + report.getProjectId() + " is worth " + less.written()
                        + " less than what was made billable. Accept the reduction, or report again.",
                OwnerRole.PMO,
                less,
                report.getLegalEntityId(),
                at);
    }

    /** The one billing item of a report. */
    public static BillingItemId itemOf(String projectId, String reportId) {
        return BillingItemId.of(NameUuid.of("progress", projectId, reportId).toString());
    }
}
