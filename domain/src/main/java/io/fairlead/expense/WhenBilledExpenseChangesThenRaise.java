package io.fairlead.expense;

import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.Stake;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.expense.event.ExpenseCreditProposed;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** When more of an expense is billed than the customer should pay, a person is told what to credit, until that is settled. */
@ProcessingGroup("process-billed-expense")
@DisallowReplay
@Waits(Until.NOTHING)
public class WhenBilledExpenseChangesThenRaise {

    static final String CHANGED = "BILLED_EXPENSE_CHANGED";
    private static final String BY = "fairlead|process-billed-expense";

    private final Commands commands;
    private final StreamHistory history;

    public WhenBilledExpenseChangesThenRaise(Commands commands, StreamHistory history) {
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(ExpenseCreditProposed event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var item = RaiseException.idOf(CHANGED, event.getExpenseId());
        if (!event.getParts().isEmpty()) {
            commands.send(raise(event, at), "changed/" + eventId);
        } else if (history.last(item.value(), ExceptionRaised.class).isPresent()) {
            var command = new ResolveException(item, "nothing is billed too much", BY, 0, at);
            commands.send(command, "resolve/" + CHANGED + "/" + eventId);
        }
    }

    private static RaiseException raise(ExpenseCreditProposed event, Instant at) {
        return RaiseException.restating(
                CHANGED,
                event.getExpenseId(),
                ExpenseChangeEvents.sentence(event),
                OwnerRole.FINANCE_OPERATIONS,
                new Stake(event.getAmount(), event.getCurrency()),
                event.getLegalEntityId(),
                at);
    }
}
