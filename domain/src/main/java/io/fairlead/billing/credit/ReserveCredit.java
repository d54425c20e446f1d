package io.fairlead.billing.credit;

import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.schema.Sha256;
import io.fairlead.shared.Check;
import io.fairlead.shared.Disposition;
import io.fairlead.shared.Happened;
import io.fairlead.shared.RuleViolated;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Ask an issued invoice for a credit. It grants no more than is left of each line, so that no two credits take the same.
 *
 * @param invoiceId the invoice
 * @param creditNoteId the credit note that will be drawn up
 * @param lines what to credit; empty means all that is left of all lines
 * @param rest what becomes of all that is left, when lines is empty; null otherwise
 * @param issueDate wished for; not before the invoice's
 * @param reason why
 * @param preparer who asks, issuer|subject; may not approve it (K-01)
 */
public record ReserveCredit(
        @TargetAggregateIdentifier InvoiceId invoiceId,
        CreditNoteId creditNoteId,
        List<CreditRequest> lines,
        @Nullable Disposition rest,
        @Happened LocalDate issueDate,
        String reason,
        String preparer) {

    public ReserveCredit {
        lines = List.copyOf(lines);
        Check.day("issueDate", issueDate);
        Check.text("reason", reason, 400);
        Check.actor("preparer", preparer);
        if (!lines.isEmpty() && rest != null) {
            throw new RuleViolated(
                    "K-05", "rest", "lines and what becomes of the whole are said both", "name lines, or rest");
        }
    }

    /** SHA-256 of what is asked for, lines in their order and what becomes of them; 64 hexadecimal digits. */
    public String fingerprint() {
        var asked = lines.stream().map(CreditRequest::written).collect(Collectors.joining(";"));
        return Sha256.hex(rest == null ? asked : asked + rest);
    }

    /** Whether the same was granted before: a repeat, which changes nothing. */
    public boolean isRepeatOf(CreditReserved granted) {
        return granted.getReason().equals(reason)
                && granted.getPreparer().equals(preparer)
                && granted.getIssueDate().equals(issueDate)
                && (granted.getRequest() == null || granted.getRequest().equals(fingerprint()));
    }
}
