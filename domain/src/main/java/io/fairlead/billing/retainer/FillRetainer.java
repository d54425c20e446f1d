package io.fairlead.billing.retainer;

import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that a retainer was invoiced, or credited.
 *
 * @param retainerId the balance
 * @param item what was billed
 * @param documentId invoice or credit note that says so
 * @param amount its net; below 0 when it is credited
 * @param on the document's issue date
 */
public record FillRetainer(
        @TargetAggregateIdentifier RetainerId retainerId,
        BillingItemReady item,
        String documentId,
        BigDecimal amount,
        @Happened LocalDate on) {

    public FillRetainer {
        Check.text("documentId", documentId, 80);
        amount = Check.amount("amount", amount);
        Check.day("on", on);
    }
}
