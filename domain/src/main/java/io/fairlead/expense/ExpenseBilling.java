package io.fairlead.expense;

import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpenseDeferred;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.shared.KnownRequests;
import io.fairlead.shared.Portions;
import io.fairlead.shared.Portions.Part;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.source.SourceEvent;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** An expense from its approval to its cost and price, to drafts, invoices and credit notes. Rules V-06 to V-09. */
final class ExpenseBilling {

    private @Nullable String legalEntityId;
    private @Nullable ExpenseApproved approved;
    private @Nullable ExpenseCosted costed;
    private @Nullable ExpensePriced priced;
    private @Nullable LocalDate deferredUntil;
    private Portions portions = Portions.NONE;
    private KnownRequests requests = KnownRequests.NONE;

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

    private ExpensePriced price(String rule) {
        if (priced == null) {
            throw new RuleViolated(rule, "expenseId", "the expense has no price", "approve it, if it is billable");
        }
        return priced;
    }

    private void record(SpecificRecord event) {
        Recording.record(event, Objects.requireNonNull(legalEntityId));
    }

    @EventSourcingHandler
    void evolve(SpecificRecord event, MetaData sent) {
        requests = requests.after(event, sent);
        SourceEvent.of(event).ifPresent(happened -> portions = portions.after(happened));
        switch (event) {
            case ExpenseRecorded e -> legalEntityId = e.getLegalEntityId();
            case ExpenseApproved e -> approved = e;
            case ExpenseCosted e -> costed = e;
            case ExpensePriced e -> priced = e;
            case ExpenseDeferred e -> deferredUntil = e.getUntil();
            default -> {} // It moves portions only, or belongs to what comes before the approval.
        }
    }
}
