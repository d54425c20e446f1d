package io.fairlead.expense;

import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import java.time.Instant;

/** Work items about what the price of an expense was missing. */
record MissingTerms(Commands commands, StreamHistory history) {

    /** Closes those that were told of it. */
    void close(String expense, Instant at, String eventId) {
        for (var code : WhenExpenseApprovedThenPrice.CODES) {
            var item = RaiseException.idOf(code, expense);
            if (history.last(item.value(), ExceptionRaised.class).isPresent()) {
                var command =
                        new ResolveException(item, "the expense changed", "fairlead|process-changed-expense", 0, at);
                commands.send(command, "close/" + code + "/" + eventId);
            }
        }
    }
}
