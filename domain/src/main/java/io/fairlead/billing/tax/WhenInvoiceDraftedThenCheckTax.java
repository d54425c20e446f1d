package io.fairlead.billing.tax;

import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.tax.TaxAnswer.NotTaxable;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/**
 * When a draft is complete, its tax is asked for, so that a missing rate is known before somebody wants to approve it. It
 * becomes an exception; no rate is guessed.
 */
@ProcessingGroup("process-check-tax")
@DisallowReplay // A rebuilt read side must not ask again.
@Waits(Until.VIEWS_SEEN)
public class WhenInvoiceDraftedThenCheckTax {

    private static final String CODE = "TAX_INVALID";

    private final TaxOfDraft taxes;
    private final Commands commands;
    private final StreamHistory history;

    public WhenInvoiceDraftedThenCheckTax(TaxOfDraft taxes, Commands commands, StreamHistory history) {
        this.taxes = taxes;
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(InvoiceDrafted event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var answer = taxes.of(new InvoiceId(event.getInvoiceId())).orElse(null);
        if (answer instanceof NotTaxable(var sentence, var remedy)) {
            commands.send(
                    RaiseException.restating(
                            CODE,
                            event.getInvoiceId(),
                            sentence + ". To clear it: " + remedy + ", then resolve this item.",
                            OwnerRole.FINANCE_OPERATIONS,
                            new Stake(event.getNet().abs(), event.getCurrency()),
                            event.getLegalEntityId(),
                            at),
                    "tax/" + event.getInvoiceId() + "/" + eventId);
        }
    }

    @EventHandler
    void resume(ExceptionResolved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (event.getCode().equals(CODE)) { // A deal has the code too, and no draft.
            history.last(event.getSubjectId(), InvoiceDrafted.class).ifPresent(draft -> react(draft, at, eventId));
        }
    }
}
