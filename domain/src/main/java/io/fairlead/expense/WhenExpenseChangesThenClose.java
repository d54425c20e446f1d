package io.fairlead.expense;

import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpenseMoved;
import io.fairlead.expense.event.ExpenseRecosted;
import io.fairlead.expense.event.ExpenseWithdrawn;
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

/** When a corrected expense has its cost, or is withdrawn, nobody has to find what its price was missing before. */
@ProcessingGroup("process-changed-expense")
@DisallowReplay
@Waits(Until.NOTHING)
public class WhenExpenseChangesThenClose {

    private final MissingTerms missing;

    public WhenExpenseChangesThenClose(Commands commands, StreamHistory history) {
        this.missing = new MissingTerms(commands, history);
    }

    @EventHandler
    void react(ExpenseCosted event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (event.getVersion() > 1) { // The first version has its cost once nothing is missing.
            missing.close(event.getExpenseId(), at, eventId);
        }
    }

    @EventHandler
    void react(ExpenseRecosted event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        missing.close(event.getExpenseId(), at, eventId);
    }

    @EventHandler
    void react(ExpenseMoved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        missing.close(event.getExpenseId(), at, eventId);
    }

    @EventHandler
    void react(ExpenseWithdrawn event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        missing.close(event.getExpenseId(), at, eventId);
    }
}
