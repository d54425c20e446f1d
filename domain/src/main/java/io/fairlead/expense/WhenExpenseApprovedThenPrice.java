package io.fairlead.expense;

import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.expense.ExpensePricing.TermsFound;
import io.fairlead.expense.ExpensePricing.TermsMissing;
import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Prepares;
import io.fairlead.shared.Stage;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Instant;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** When an expense is approved, its cost and price are worked out (R15). A missing rate becomes an exception. */
@ProcessingGroup("process-price-expense")
@DisallowReplay // A rebuilt read side must not price again.
@Waits(Until.MASTER_DATA_SEEN)
@Prepares(Stage.BILLABLE_WORK)
public class WhenExpenseApprovedThenPrice {

    static final Set<String> CODES = Set.of("FX_RATE_MISSING", "EXPENSE_LINE_UNKNOWN");

    private final ExpensePricing pricing;
    private final Commands commands;
    private final StreamHistory history;

    public WhenExpenseApprovedThenPrice(ExpensePricing pricing, Commands commands, StreamHistory history) {
        this.pricing = pricing;
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(ExpenseApproved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var key = "price/" + event.getExpenseId() + "/" + event.getVersion();
        switch (pricing.price(event)) {
            case TermsFound(var found) ->
                commands.send(new PriceExpense(new ExpenseId(event.getExpenseId()), event.getVersion(), found), key);
            case TermsMissing missing -> commands.send(raise(event, missing, at), key + "/missing/" + eventId);
        }
    }

    @EventHandler
    void resume(ExceptionResolved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (CODES.contains(event.getCode())) {
            history.last(event.getSubjectId(), ExpenseApproved.class)
                    .ifPresent(approval -> react(approval, at, eventId));
        }
    }

    private static RaiseException raise(ExpenseApproved event, TermsMissing missing, Instant at) {
        return RaiseException.restating(
                missing.code(),
                event.getExpenseId(),
                missing.sentence(),
                OwnerRole.FINANCE_OPERATIONS,
                new Stake(event.getAmount(), event.getCurrency()),
                event.getLegalEntityId(),
                at);
    }
}
