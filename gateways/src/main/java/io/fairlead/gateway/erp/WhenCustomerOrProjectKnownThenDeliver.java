package io.fairlead.gateway.erp;

import io.fairlead.party.event.CustomerChanged;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.CustomerTaxProfileChanged;
import io.fairlead.project.event.ProjectOpened;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.StreamKey;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When a customer is registered or changes, or a project is opened, the ERP is to know it before any invoice names it. */
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
        customer(event.getCustomerId(), event);
    }

    @EventHandler
    void react(CustomerTaxProfileChanged event) {
        customer(event.getCustomerId(), event);
    }

    @EventHandler
    void react(CustomerChanged event) {
        customer(event.getCustomerId(), event);
    }

    private void customer(String customerId, SpecificRecord event) {
        deliver(CustomerData.of(history.all(customerId), event));
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

    private void deliver(DeliveryPayload payload) {
        gateway.deliveries().enqueue(payload);
        gateway.wakeup();
    }
}
