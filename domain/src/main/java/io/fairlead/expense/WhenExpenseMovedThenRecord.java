package io.fairlead.expense;

import io.fairlead.expense.event.ExpenseMoved;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When an expense is moved, it is one of its own where it belongs, as far approved as it was; pricing follows it there. */
@ProcessingGroup("process-moved-expense")
@DisallowReplay // A rebuilt read side must not enter it again.
@Waits(Until.NOTHING)
public class WhenExpenseMovedThenRecord {

    private final Commands commands;
    private final StreamHistory history;

    public WhenExpenseMovedThenRecord(Commands commands, StreamHistory history) {
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(ExpenseMoved event) {
        var before = history.last(event.getExpenseId(), ExpenseRecorded.class).orElseThrow();
        commands.send(
                new TakeMovedExpense(new ExpenseId(event.getMovedTo()), before, event),
                "moved/" + event.getExpenseId());
    }
}
