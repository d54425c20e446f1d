package io.fairlead.billing.retainer;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Use the balance for the work on a draft, as far as it goes. Asked before the draft is made, so that no two drafts use the same
 * money.
 *
 * @param retainerId the balance
 * @param invoiceId the draft
 * @param wanted price of the work on it, > 0
 * @param on issue date wished for
 */
public record DrawRetainer(
        @TargetAggregateIdentifier RetainerId retainerId,
        InvoiceId invoiceId,
        BigDecimal wanted,
        @Happened LocalDate on) {

    public DrawRetainer {
        wanted = Check.positive("wanted", wanted);
        Check.day("on", on);
    }
}
