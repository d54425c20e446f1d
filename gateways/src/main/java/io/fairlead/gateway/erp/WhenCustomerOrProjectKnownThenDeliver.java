package io.fairlead.gateway.erp;

import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.CustomerTaxProfileChanged;
import io.fairlead.project.event.ProjectOpened;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.StreamKey;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** When a customer is registered or a project opened, the ERP is to know it before any invoice names it. */
@ProcessingGroup("process-deliver-master-data")
@DisallowReplay // A rebuilt read side must not call the ERP again.
@Waits(Until.NOTHING)
public final class WhenCustomerOrProjectKnownThenDeliver {

    private final ErpGateway gateway;
    private final StreamHistory history;

    public WhenCustomerOrProjectKnownThenDeliver(ErpGateway gateway, StreamHistory history) {
        this.gateway = gateway;
        this.history = history;
    }

    @EventHandler
    void react(CustomerRegistered event) {
        deliver(customer(event, 1, event.getTaxId()));
    }

    @EventHandler
    void react(CustomerTaxProfileChanged event) {
        var registered =
                history.last(event.getCustomerId(), CustomerRegistered.class).orElseThrow();
        var changes = history.all(event.getCustomerId(), CustomerTaxProfileChanged.class);
        deliver(customer(registered, changes.indexOf(event) + 2, event.getTaxId()));
    }

    @EventHandler
    void react(ProjectOpened event) {
        deliver(new ProjectData(
                event.getProjectId(),
                1,
                event.getCustomerId(),
                event.getName(),
                StreamKey.keyOf(event.getLegalEntityId())));
    }

    private static CustomerData customer(CustomerRegistered event, int version, @Nullable String taxId) {
        return new CustomerData(
                event.getCustomerId(),
                version,
                event.getName(),
                event.getCurrency(),
                taxId,
                event.getCountry(),
                event.getPoRequired());
    }

    private void deliver(DeliveryPayload payload) {
        gateway.deliveries().enqueue(payload);
        gateway.wakeup();
    }
}
