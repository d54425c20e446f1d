package io.fairlead.expense;

import static java.util.Objects.requireNonNull;

import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseCorrected;
import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpenseDeferred;
import io.fairlead.expense.event.ExpenseKnownAs;
import io.fairlead.expense.event.ExpenseMoved;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.expense.event.ExpenseRefunded;
import io.fairlead.expense.event.ExpenseRejected;
import io.fairlead.expense.event.ExpenseSubmitted;
import io.fairlead.expense.event.ExpenseWithdrawn;
import io.fairlead.shared.KnownRequests;
import io.fairlead.shared.Portions;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.source.SourceEvent;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * Where an expense stands: what is said of it, its approval, what it is worth and where its parts are. Follows the events and
 * decides nothing; {@link Expense}, {@link ExpenseChanging} and {@link ExpenseBilling} decide by it.
 */
final class ExpenseState {

    private @Nullable ExpenseRecorded recorded;
    private @Nullable ExpenseRecorded said;
    private @Nullable ExpenseRecorded told;
    private @Nullable ExpenseCorrected corrected;
    private int version;
    private @Nullable String author;
    private @Nullable Instant submittedAt;
    private @Nullable ExpenseApproved approved;
    private @Nullable String knownAs;
    private @Nullable ExpenseWorth worth;
    private ExpenseRefunds refunds = ExpenseRefunds.NONE;
    private boolean withdrawn;
    private @Nullable ExpenseMoved moved;
    private @Nullable LocalDate deferredUntil;
    private Portions portions = Portions.NONE;
    private KnownRequests requests = KnownRequests.NONE;

    /** As it was recorded; null before. */
    @Nullable
    ExpenseRecorded recorded() {
        return recorded;
    }

    /** As it is said now. */
    ExpenseRecorded entry() {
        return requireNonNull(said);
    }

    /** As its source said last, whatever people made of it since; null before it is recorded. */
    @Nullable
    ExpenseRecorded told() {
        return told;
    }

    /** The last correction; null when there was none. */
    @Nullable
    ExpenseCorrected corrected() {
        return corrected;
    }

    int version() {
        return version;
    }

    /** Who entered it, or corrected it last before its approval. */
    String author() {
        return requireNonNull(author);
    }

    /** Null while it is not offered. */
    @Nullable
    Instant submittedAt() {
        return submittedAt;
    }

    /** The last approval; null while it is not approved. */
    @Nullable
    ExpenseApproved approved() {
        return approved;
    }

    /** The expense that this key's fact is; null unless another key was taken for it. */
    @Nullable
    String knownAs() {
        return knownAs;
    }

    /** Null before it is costed. */
    @Nullable
    ExpenseWorth worth() {
        return worth;
    }

    ExpenseRefunds refunds() {
        return refunds;
    }

    boolean isWithdrawn() {
        return withdrawn;
    }

    /** Whether it was withdrawn or moved: it has no price of its own any more. */
    boolean isGone() {
        return withdrawn || moved != null;
    }

    /** Null unless it was moved. */
    @Nullable
    ExpenseMoved moved() {
        return moved;
    }

    /** @throws RuleViolated V-13 when it was withdrawn, V-14 when it was moved */
    void requireHere() {
        ExpenseRules.requireNotWithdrawn(withdrawn);
        ExpenseRules.requireNotMoved(moved == null ? null : moved.getMovedTo());
    }

    @Nullable
    LocalDate deferredUntil() {
        return deferredUntil;
    }

    Portions portions() {
        return portions;
    }

    /** Whether the request with these data is carried out already. */
    boolean knows(MetaData sent) {
        return requests.have(sent);
    }

    /** @throws RuleViolated with that code when it has no price */
    ExpensePriced price(String code) {
        if (worth == null || worth.priced() == null) {
            throw new RuleViolated(code, "expenseId", "the expense has no price", "approve it, if it is billable");
        }
        return worth.priced();
    }

    /** Appends an event of the company that the expense is of. */
    void record(SpecificRecord event) {
        Recording.record(event, entry().getLegalEntityId());
    }

    /** What happened to the expense. */
    void follow(SpecificRecord event, MetaData sent) {
        requests = requests.after(event, sent);
        SourceEvent.of(event).ifPresent(happened -> portions = portions.after(happened));
        worth = event instanceof ExpenseCosted e ? ExpenseWorth.by(e) : worth == null ? null : worth.after(event);
        switch (event) {
            case ExpenseRecorded e -> {
                recorded = e;
                said = e;
                told = e;
                version = 1;
                author = e.getAuthor();
            }
            case ExpenseKnownAs e -> knownAs = e.getKnownAs();
            case ExpenseCorrected e -> correct(e);
            case ExpenseSubmitted e -> submittedAt = e.getSubmittedAt();
            case ExpenseRejected _ -> submittedAt = null;
            case ExpenseApproved e -> approved = e;
            case ExpenseRefunded e -> refunds = refunds.after(e);
            case ExpenseWithdrawn _ -> withdrawn = true;
            case ExpenseMoved e -> moved = e;
            case ExpenseDeferred e -> deferredUntil = e.getUntil();
            default -> {} // It moves what it is worth, or portions only.
        }
    }

    private void correct(ExpenseCorrected event) {
        said = ExpenseEvents.with(entry(), event);
        told = event.getBySource() ? ExpenseEvents.with(requireNonNull(told), event) : told;
        corrected = event;
        version = event.getVersion();
        submittedAt = null;
        author = approved == null ? event.getAuthor() : author; // Who corrects it later approves it so.
    }
}
