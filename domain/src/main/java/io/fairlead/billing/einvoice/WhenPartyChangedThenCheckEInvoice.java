package io.fairlead.billing.einvoice;

import io.fairlead.billing.event.TaxRateSet;
import io.fairlead.party.event.CustomerEndpointChanged;
import io.fairlead.party.event.CustomerTaxProfileChanged;
import io.fairlead.party.event.SellerDetailsChanged;
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

/** When a buyer, a seller or a tax rate changes, their drafts are asked again: what was missing may be there, or be missing now. */
@ProcessingGroup("process-recheck-e-invoice")
@DisallowReplay // A rebuilt read side must not ask again.
@Waits(Until.VIEWS_SEEN)
public class WhenPartyChangedThenCheckEInvoice {

    private final DraftReadiness drafts;
    private final EInvoiceItem item;

    public WhenPartyChangedThenCheckEInvoice(DraftReadiness drafts, Commands commands, StreamHistory history) {
        this.drafts = drafts;
        this.item = new EInvoiceItem(drafts, commands, history);
    }

    @EventHandler
    void react(CustomerTaxProfileChanged event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        draftsOf(event.getCustomerId(), at, eventId);
    }

    @EventHandler
    void react(CustomerEndpointChanged event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        draftsOf(event.getCustomerId(), at, eventId);
    }

    @EventHandler
    void react(SellerDetailsChanged event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        draftsOf(event.getLegalEntityId(), at, eventId);
    }

    @EventHandler
    void react(TaxRateSet event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        draftsOf(event.getLegalEntityId(), at, eventId);
    }

    private void draftsOf(String partyId, Instant at, String eventId) {
        drafts.draftsOf(partyId).forEach(draft -> item.check(draft.value(), at, eventId));
    }
}
