package io.fairlead.billing.cash;

import io.fairlead.billing.event.DeductionTakenBack;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PaymentTakenBack;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;

/**
 * When an invoice is issued, its payer's money on account is set against it, the earliest first, unless the company's policy says
 * no.
 */
@ProcessingGroup("process-money-on-account")
@DisallowReplay // A rebuilt read side must not apply money again.
@Waits(Until.VIEWS_SEEN)
public class WhenInvoiceIssuedThenTakeMoneyOnAccount {

    private final OpenItems items;
    private final MoneyForInvoice money;
    private final StreamHistory history;

    public WhenInvoiceIssuedThenTakeMoneyOnAccount(OpenItems items, Commands commands, StreamHistory history) {
        this.items = items;
        this.money = new MoneyForInvoice(commands, history, "process-money-on-account");
        this.history = history;
    }

    @EventHandler
    void react(InvoiceIssued event, @Timestamp Instant at) {
        var entity = event.getLegalEntityId();
        if (KnownInvoices.isOldestFirst(history, entity, event.getIssueDate()) && !wasReopened(event)) {
            var invoice = OpenInvoice.of(history, event.getInvoiceId()).orElseThrow();
            var receipts = items.receipts(entity, event.getCustomerId(), event.getCurrency());
            for (var receipt : receipts) {
                invoice = invoice.less(money.onItsWay(receipt, invoice));
            }
            for (var receipt : receipts) {
                invoice = invoice.less(money.take(receipt, invoice, at));
            }
        }
    }

    /** Reacted to again: what came back to the invoice since is a person's to settle. */
    private boolean wasReopened(InvoiceIssued event) {
        return history.last(event.getInvoiceId(), PaymentTakenBack.class).isPresent()
                || history.last(event.getInvoiceId(), DeductionTakenBack.class).isPresent();
    }
}
