package io.fairlead.revenue;

import io.fairlead.contract.event.ContractAmended;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.shared.AccountingCalendar;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;

/** When a contract is amended, its obligations change by the treatment that was decided (R6); new promises are opened. */
@ProcessingGroup("process-modify-obligations")
@DisallowReplay // A rebuilt read side must not change again.
@Waits(Until.VIEWS_SEEN)
public class WhenContractAmendedThenModify {

    private static final String PERIOD_CLOSED = "PERIOD_CLOSED";

    private final RevenueInputsLookup inputs;
    private final AccountingCalendar calendar;
    private final Commands commands;
    private final StreamHistory history;
    private final boolean withinLimit;

    /**
     * @param withinLimit whether revenue as incurred stops at the limit, noted on new obligations
     */
    public WhenContractAmendedThenModify(
            RevenueInputsLookup inputs,
            AccountingCalendar calendar,
            Commands commands,
            StreamHistory history,
            boolean withinLimit) {
        this.inputs = inputs;
        this.calendar = calendar;
        this.commands = commands;
        this.history = history;
        this.withinLimit = withinLimit;
    }

    @EventHandler
    void react(ContractAmended event, @Timestamp Instant at) {
        var day = calendar.of(event.getLegalEntityId()).of(event.getEffectiveOn());
        var key = "modify/" + event.getContractId() + "/" + event.getAmendmentId();
        if (day.isEmpty()) {
            commands.send(closed(event, at), key + "/closed");
            return;
        }
        var lines = AgreedLines.after(event, history);
        for (var promise : lines.opened(withinLimit)) {
            commands.send(promise, "open/" + promise.obligationId());
        }
        for (var facts : inputs.of(event.getContractId(), null, lines.until())) {
            if (lines.change(facts)) {
                commands.send(lines.modify(facts, day.get()), key + "/" + facts.obligationId());
            }
        }
    }

    @EventHandler
    void resume(ExceptionResolved event, @Timestamp Instant at) {
        if (event.getCode().equals(PERIOD_CLOSED)) {
            history.all(event.getSubjectId(), ContractAmended.class).forEach(amendment -> react(amendment, at));
        }
    }

    private static RaiseException closed(ContractAmended event, Instant at) {
        return RaiseException.about(
                PERIOD_CLOSED,
                event.getContractId(),
                "No day of " + event.getLegalEntityId() + " is open for the amendment of " + event.getEffectiveOn()
                        + ". Reopen the last period, then resolve this item.",
                OwnerRole.FINANCE_OPERATIONS,
                null,
                event.getLegalEntityId(),
                at);
    }
}
