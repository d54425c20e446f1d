package io.fairlead.expense;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.expense.RetellExpense.Retold;
import io.fairlead.expense.event.ExpenseKnownAs;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StatedOnce;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.ForwardNone;
import org.jspecify.annotations.Nullable;

/**
 * Money one person spent for a project. Recorded, submitted, approved, costed, priced, billed; what changes it is decided by
 * {@link ExpenseChanging} and {@link ExpenseLeaving}, what comes after the price by {@link ExpenseBilling}. Rules V-01 to V-05.
 */
@AggregateRoot
public class Expense {

    @AggregateIdentifier
    private @Nullable ExpenseId id;

    final ExpenseState state = new ExpenseState();

    @AggregateMember(eventForwardingMode = ForwardNone.class) // It has no state that could follow events.
    final transient ExpenseChanging changing = new ExpenseChanging(state); // Takes its commands itself.

    @AggregateMember(eventForwardingMode = ForwardNone.class)
    final transient ExpenseLeaving leaving = new ExpenseLeaving(state); // So does it.

    @AggregateMember(eventForwardingMode = ForwardNone.class)
    final transient ExpenseBilling billing = new ExpenseBilling(state); // And it.

    Expense() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(RecordExpense command) {
        var recorded = state.recorded();
        ExpenseRules.requireOwnKey(state.knownAs());
        var event = ExpenseEvents.recorded(command, recorded == null ? command.author() : recorded.getAuthor());
        if (StatedOnce.isNew("V-02", "the expense", recorded, event)) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    String decide(NameExpense command) {
        if (state.recorded() == null && state.knownAs() == null) {
            Recording.record(
                    ExpenseEvents.knownAs(command), command.legalEntityId().value());
        }
        return state.knownAs() == null ? command.expenseId().value() : state.knownAs();
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(TakeMovedExpense command) {
        if (state.recorded() == null) { // Else it is here already.
            var seller = command.move().getToLegalEntityId();
            ExpenseMoveEvents.taken(command).forEach(event -> Recording.record(event, seller));
        }
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Retold decide(RetellExpense command) {
        var company = command.entry().target().legalEntityId().value();
        return new ExpenseRetelling(state, changing).retell(command, event -> Recording.record(event, company));
    }

    @CommandHandler
    void decide(SubmitExpense command) {
        if (state.submittedAt() == null && state.approved() == null) { // Else it waits or is decided already.
            state.requireHere();
            state.record(ExpenseEvents.submitted(command, state.version()));
        }
    }

    @CommandHandler
    void decide(ApproveExpense command) {
        if (state.approved() == null) { // A repeated approval is not a new fact.
            state.requireHere();
            var submitted = requireSubmitted();
            ExpenseRules.requireAnother(
                    command.approvedBy(), state.author(), state.entry().getPersonId());
            state.record(ExpenseEvents.approved(state.entry(), state.version(), submitted, command));
        }
    }

    @CommandHandler
    void decide(RejectExpense command) {
        requireNotApproved();
        state.requireHere();
        var _ = requireSubmitted();
        ExpenseRules.requireAnother(
                command.rejectedBy(), state.author(), state.entry().getPersonId());
        state.record(ExpenseEvents.rejected(command, state.version()));
    }

    private void requireNotApproved() {
        if (state.approved() != null) {
            throw new RuleViolated("V-05", "expenseId", "the expense is approved", "withdraw it");
        }
    }

    private Instant requireSubmitted() {
        var submittedAt = state.submittedAt();
        if (submittedAt == null) {
            throw new RuleViolated("V-04", "expenseId", "the expense is not submitted", "submit it first");
        }
        return submittedAt;
    }

    @EventSourcingHandler
    void evolve(SpecificRecord event, MetaData sent) {
        if (event instanceof ExpenseRecorded recorded) {
            id = new ExpenseId(recorded.getExpenseId());
        } else if (event instanceof ExpenseKnownAs named) {
            id = new ExpenseId(named.getExpenseId());
        }
        state.follow(event, sent);
    }
}
