package io.fairlead.app.verify.invariant;

import io.fairlead.app.verify.account.InvoiceAccount.Seen;
import io.fairlead.app.verify.account.LogFold;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.NumberAssigned;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** I5: the numbers of each series are 1 to n in order, one for each issued invoice. */
public final class NumbersHaveNoGaps implements Invariant {

    private final Supplier<LogFold> log;

    public NumbersHaveNoGaps(Supplier<LogFold> log) {
        this.log = log;
    }

    @Override
    public String id() {
        return "I5";
    }

    @Override
    public String sentence() {
        return "per entity, series and year: numbers are 1 to n in order, issue dates never go back,"
                + " each issued invoice has one number";
    }

    @Override
    public Finding check() {
        var fold = log.get();
        return compare(
                fold.numbers().bySeries(),
                fold.invoices().byInvoice(),
                fold.credits().issued());
    }

    public static Finding compare(
            Map<String, List<NumberAssigned>> series,
            Map<String, Seen> invoices,
            Map<String, CreditNoteIssued> creditNotes) {
        var tally = new Finding.Tally();
        var assigned = new HashMap<String, NumberAssigned>();
        var texts = new HashMap<String, String>();
        series.forEach((name, numbers) -> {
            @Nullable NumberAssigned before = null;
            for (var number : numbers) {
                tally.examined();
                inOrder(name, before, number, tally);
                var other = assigned.put(number.getDocumentId(), number);
                tally.require(other == null, "%s has a number twice", number.getDocumentId());
                var sameText = texts.put(number.getText(), number.getDocumentId());
                tally.require(
                        sameText == null, "%s is on %s and %s", number.getText(), sameText, number.getDocumentId());
                before = number;
            }
        });
        invoices.forEach((id, told) -> {
            var issued = told.issued();
            var number = assigned.remove(id);
            if (issued != null) {
                asNumbered(IssuedDocument.of(issued), number, tally);
            } else if (number != null) {
                tally.differs("%s has number %s but is not issued", id, number.getText());
            }
        });
        creditNotes.forEach((id, issued) -> asNumbered(IssuedDocument.of(issued), assigned.remove(id), tally));
        assigned.forEach((id, number) -> tally.differs("%s is of %s, which is unknown", number.getText(), id));
        return tally.finding();
    }

    private static void asNumbered(IssuedDocument issued, @Nullable NumberAssigned number, Finding.Tally tally) {
        tally.require(
                number != null
                        && number.getText().equals(issued.number())
                        && number.getIssueDate().equals(issued.issueDate()),
                "%s is issued as %s of %s, its series says %s",
                issued.id(),
                issued.number(),
                issued.issueDate(),
                number == null ? "nothing" : number.getText() + " of " + number.getIssueDate());
    }

    private static void inOrder(
            String series, @Nullable NumberAssigned before, NumberAssigned number, Finding.Tally tally) {
        long due = before == null ? 1 : before.getNumber() + 1;
        tally.require(number.getNumber() == due, "%s: %d stands where %d is due", series, number.getNumber(), due);
        tally.require(
                before == null || !number.getIssueDate().isBefore(before.getIssueDate()),
                "%s: %s is of %s, the number before of %s",
                series,
                number.getText(),
                number.getIssueDate(),
                before == null ? "" : before.getIssueDate());
    }
}
