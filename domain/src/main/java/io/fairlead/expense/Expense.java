package io.fairlead.expense;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseCorrected;
import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpenseDeferred;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.expense.event.ExpenseRejected;
import io.fairlead.expense.event.ExpenseSubmitted;
import io.fairlead.shared.Amounts;
import io.fairlead.shared.KnownRequests;
import io.fairlead.shared.Portions;
import io.fairlead.shared.Portions.Part;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StatedOnce;
import io.fairlead.source.SourceEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Money one person spent for a project. Recorded, submitted, approved, costed, priced, billed; rules V-01 to V-09. */
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
    private @Nullable ExpenseCosted costed;
    private @Nullable ExpensePriced priced;
    private @Nullable LocalDate deferredUntil;
    private Portions portions = Portions.NONE;
    private KnownRequests requests = KnownRequests.NONE;

    Expense() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(RecordExpense command) {
        var event = ExpenseEvents.recorded(command, recorded == null ? command.author() : recorded.getAuthor());
        if (StatedOnce.isNew("V-02", "the expense", recorded, event)) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    void decide(CorrectExpense command) {
        requireNotApproved();
        if (!command.receipt().currency().equals(entry().getCurrency())) {
            throw new RuleViolated(
                    "V-05", "currency", "the receipt is in " + entry().getCurrency(), "reject it and enter another");
        }
        if (!saysAlready(command)) {
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

    @CommandHandler
    void decide(PriceExpense command) {
        var approval = approved;
        if (approval == null || approval.getVersion() != command.version()) {
            throw new RuleViolated(
                    "V-06", "version", "version " + command.version() + " is not approved", "approve it first");
        }
        if (costed == null) {
            var cost = ExpenseEvents.costed(approval, command.terms());
            record(cost);
            if (approval.getBillable()) {
                record(ExpenseEvents.priced(approval, cost, command.terms()));
            }
        }
    }

    @CommandHandler
    void decide(PutExpenseOnDraft command) {
        var invoice = command.invoiceId().value();
        if (!portions.isOn(invoice)) { // Else that draft has it already.
            var wanted = command.portion();
            var portion = wanted == null ? portions.claimAll("V-07") : portions.claim(wanted, "V-07");
            record(ExpenseClaims.putOnDraft(price("V-07"), invoice, portion));
        }
    }

    @CommandHandler
    void decide(TakeExpenseOffDraft command) {
        var invoice = command.invoiceId().value();
        portions.draftedOn(invoice)
                .forEach(placed -> record(ExpenseClaims.takenOffDraft(price("V-07"), placed, command.reason())));
    }

    @CommandHandler
    void decide(BillExpense command) {
        var invoice = command.invoiceId().value();
        if (!portions.isOn(invoice)) {
            throw new RuleViolated(
                    "V-08", "invoiceId", "the expense is not on this draft", "put it on the draft first");
        }
        portions.draftedOn(invoice).forEach(placed -> record(ExpenseClaims.billed(price("V-08"), placed, command)));
    }

    @CommandHandler
    void decide(CreditExpense command) {
        if (!portions.isCredited(command.portionNo(), command.creditNoteId(), command.disposition())) {
            var portion = portions.creditable(command.portionNo(), new Part(0, command.amount()), "V-09");
            record(ExpenseClaims.credited(price("V-09"), portion.invoiceId(), command));
        }
    }

    @CommandHandler
    void decide(WriteOffExpense command, MetaData sent) {
        var price = price("V-07");
        if (!portions.remaining().isNothing() && !requests.have(sent)) { // Else nothing remains, or it was given up.
            record(ExpenseClaims.writtenOff(price, portions.remaining().amount(), command));
        }
    }

    @CommandHandler
    void decide(DeferExpense command) {
        var price = price("V-07");
        if (!command.until().equals(deferredUntil)) {
            record(ExpenseEvents.deferred(price, command));
        }
    }

    private boolean saysAlready(CorrectExpense command) {
        var receipt = command.receipt();
        var last = corrected;
        return command.spentOn().equals(last == null ? entry().getSpentOn() : last.getSpentOn())
                && Amounts.same(receipt.amount(), last == null ? entry().getAmount() : last.getAmount())
                && Amounts.same(receipt.tax(), last == null ? entry().getTax() : last.getTax())
                && Amounts.same(
                        receipt.recoverableTax(),
                        last == null ? entry().getRecoverableTax() : last.getRecoverableTax());
    }

    private ExpenseRecorded entry() {
        return Objects.requireNonNull(recorded);
    }

    private ExpensePriced price(String rule) {
        if (priced == null) {
            throw new RuleViolated(rule, "expenseId", "the expense has no price", "approve it, if it is billable");
        }
        return priced;
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
    void evolve(ExpenseRecorded event) {
        id = new ExpenseId(event.getExpenseId());
        recorded = event;
        version = 1;
        author = event.getAuthor();
    }

    @EventSourcingHandler
    void evolve(ExpenseCorrected event) {
        corrected = event;
        version = event.getVersion();
        author = event.getAuthor();
        submittedAt = null;
    }

    @EventSourcingHandler
    void evolve(ExpenseSubmitted event) {
        submittedAt = event.getSubmittedAt();
    }

    @EventSourcingHandler
    void evolve(ExpenseApproved event) {
        approved = event;
    }

    @EventSourcingHandler
    void evolve(ExpenseRejected event) {
        submittedAt = null;
    }

    @EventSourcingHandler
    void evolve(ExpenseCosted event) {
        costed = event;
    }

    @EventSourcingHandler
    void evolve(ExpensePriced event) {
        priced = event;
        portions = portions.after(SourceEvent.of(event).orElseThrow());
    }

    @EventSourcingHandler
    void evolve(ExpenseDeferred event) {
        deferredUntil = event.getUntil();
    }

    /** What has no handler of its own moves portions only. */
    @EventSourcingHandler
    void evolve(SpecificRecord event, MetaData sent) {
        requests = requests.after(event, sent);
        SourceEvent.of(event).ifPresent(happened -> portions = portions.after(happened));
    }
}
