package io.fairlead.expense;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseCorrected;
import io.fairlead.expense.event.ExpenseKnownAs;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.expense.event.ExpenseRejected;
import io.fairlead.expense.event.ExpenseSubmitted;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StatedOnce;
import java.time.Instant;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Money one person spent for a project. Recorded, submitted, approved, costed, priced, billed; what comes after the approval is
 * decided by {@link ExpenseBilling}. Rules V-01 to V-05.
 */
@AggregateRoot
public class Expense {

    @AggregateIdentifier
    private @Nullable ExpenseId id;

    private @Nullable ExpenseRecorded recorded;
    private @Nullable ExpenseCorrected corrected;
    private int version;
    private @Nullable String author;
    private @Nullable Instant submittedAt;
    private @Nullable ExpenseApproved approved;
    private @Nullable String knownAs;

    @AggregateMember
    final ExpenseBilling billing = new ExpenseBilling(); // Takes its commands itself.

    Expense() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(RecordExpense command) {
        ExpenseRules.requireOwnKey(knownAs);
        var event = ExpenseEvents.recorded(command, recorded == null ? command.author() : recorded.getAuthor());
        if (StatedOnce.isNew("V-02", "the expense", recorded, event)) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    String decide(NameExpense command) {
        if (recorded == null && knownAs == null) {
            Recording.record(
                    ExpenseEvents.knownAs(command), command.legalEntityId().value());
        }
        return knownAs == null ? command.expenseId().value() : knownAs;
    }

    @CommandHandler
    void decide(CorrectExpense command) {
        requireNotApproved();
        if (!command.receipt().currency().equals(entry().getCurrency())) {
            throw new RuleViolated(
                    "V-05", "currency", "the receipt is in " + entry().getCurrency(), "reject it and enter another");
        }
        if (!command.repeats(entry(), corrected)) {
            record(ExpenseEvents.corrected(command, version + 1));
        }
    }

    @CommandHandler
    void decide(SubmitExpense command) {
        if (submittedAt == null && approved == null) { // Else it waits or is decided already.
            record(ExpenseEvents.submitted(command, version));
        }
    }

    @CommandHandler
    void decide(ApproveExpense command) {
        if (approved == null) { // A repeated approval is not a new fact.
            var submitted = requireSubmitted();
            ExpenseRules.requireAnother(command.approvedBy(), Objects.requireNonNull(author), entry().getPersonId());
            record(ExpenseEvents.approved(entry(), corrected, submitted, command));
        }
    }

    @CommandHandler
    void decide(RejectExpense command) {
        requireNotApproved();
        var _ = requireSubmitted();
        ExpenseRules.requireAnother(command.rejectedBy(), Objects.requireNonNull(author), entry().getPersonId());
        record(ExpenseEvents.rejected(command, version));
    }

    private ExpenseRecorded entry() {
        return Objects.requireNonNull(recorded);
    }

    private void requireNotApproved() {
        if (approved != null) {
            throw new RuleViolated("V-05", "expenseId", "the expense is approved", "write it off or credit it");
        }
    }

    private Instant requireSubmitted() {
        if (submittedAt == null) {
            throw new RuleViolated("V-04", "expenseId", "the expense is not submitted", "submit it first");
        }
        return submittedAt;
    }

    private void record(SpecificRecord event) {
        Recording.record(event, entry().getLegalEntityId());
    }

    @EventSourcingHandler
    void evolve(SpecificRecord event) {
        switch (event) {
            case ExpenseRecorded e -> {
                id = new ExpenseId(e.getExpenseId());
                recorded = e;
                version = 1;
                author = e.getAuthor();
            }
            case ExpenseKnownAs e -> {
                id = new ExpenseId(e.getExpenseId());
                knownAs = e.getKnownAs();
            }
            case ExpenseCorrected e -> {
                corrected = e;
                version = e.getVersion();
                author = e.getAuthor();
                submittedAt = null;
            }
            case ExpenseSubmitted e -> submittedAt = e.getSubmittedAt();
            case ExpenseApproved e -> approved = e;
            case ExpenseRejected _ -> submittedAt = null;
            default -> {} // It is the billing's.
        }
    }
}
