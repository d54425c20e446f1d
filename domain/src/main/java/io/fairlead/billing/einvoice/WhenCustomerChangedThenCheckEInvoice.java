package io.fairlead.billing.einvoice;

import io.fairlead.party.event.CustomerChanged;
import io.fairlead.party.event.CustomerMerged;
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

/** When a buyer is told to be different from a day on, or lives on as another, its drafts are asked again. */
@ProcessingGroup("process-recheck-e-invoice-of-customer")
@DisallowReplay // A rebuilt read side must not ask again.
@Waits(Until.VIEWS_SEEN)
public class WhenCustomerChangedThenCheckEInvoice {

    private final DraftReadiness drafts;
    private final EInvoiceItem item;

    public WhenCustomerChangedThenCheckEInvoice(DraftReadiness drafts, Commands commands, StreamHistory history) {
        this.drafts = drafts;
        this.item = new EInvoiceItem(drafts, commands, history);
    }

    @EventHandler
    void react(CustomerChanged event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        draftsOf(event.getCustomerId(), at, eventId);
    }

    /** Documents print the one that lives on. */
    @EventHandler
    void react(CustomerMerged event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        draftsOf(event.getCustomerId(), at, eventId);
    }

    private void draftsOf(String customerId, Instant at, String eventId) {
        drafts.draftsOf(customerId).forEach(draft -> item.check(draft.value(), at, eventId));
    }
}
