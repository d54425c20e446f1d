package io.fairlead.expense;

import io.fairlead.resource.PersonId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import io.fairlead.shared.RuleViolated;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Enter an expense.
 *
 * @param expenseId its key
 * @param source system it came from
 * @param sourceId identifier there
 * @param personId who spent it
 * @param target what it is for
 * @param category kind of expense, for example TRAVEL
 * @param spentOn the receipt's date
 * @param receipt what the receipt says
 * @param billable whether the customer pays it
 * @param disbursement paid on behalf of the customer; implies billable
 * @param receiptReference where the receipt is; null means none
 * @param receiptHash SHA-256 of its bytes, 64 hex digits; null means none
 * @param note what it was for
 * @param author who enters it, issuer|subject
 */
public record RecordExpense(
        @TargetAggregateIdentifier ExpenseId expenseId,
        String source,
        String sourceId,
        PersonId personId,
        ExpenseTarget target,
        String category,
        @Happened LocalDate spentOn,
        ReceiptFigures receipt,
        boolean billable,
        boolean disbursement,
        @Nullable String receiptReference,
        @Nullable String receiptHash,
        @Nullable String note,
        String author) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public RecordExpense {
        Check.text("source", source, 40);
        Check.text("sourceId", sourceId, 200);
        Check.text("category", category, 60);
        Check.day("spentOn", spentOn);
        Check.textOrNull("receiptReference", receiptReference, 400);
        Check.textOrNull("note", note, 1000);
        Check.actor("author", author);
        if (receiptHash != null && !SHA_256.matcher(receiptHash).matches()) {
            throw new RuleViolated(
                    "G-02", "receiptHash", "receiptHash is no SHA-256", "give 64 hex digits in small letters");
        }
        if (disbursement && !billable) {
            throw new RuleViolated(
                    "G-02",
                    "billable",
                    "a disbursement is paid by the customer",
                    "make it billable or no disbursement");
        }
    }
}
