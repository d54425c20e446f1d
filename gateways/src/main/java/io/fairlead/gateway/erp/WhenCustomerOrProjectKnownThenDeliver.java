package io.fairlead.gateway.erp;

import io.fairlead.party.event.CustomerChanged;
import io.fairlead.party.event.CustomerMerged;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.CustomerTaxProfileChanged;
import io.fairlead.project.event.ProjectOpened;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** When a customer is registered, changes or is merged, or a project is opened, the ERP knows it before any invoice names it. */
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
    void react(CustomerRegistered event, @SequenceNumber Long sequence) {
        customer(event.getCustomerId(), sequence);
    }

    @EventHandler
    void react(CustomerTaxProfileChanged event, @SequenceNumber Long sequence) {
        customer(event.getCustomerId(), sequence);
    }

    @EventHandler
    void react(CustomerChanged event, @SequenceNumber Long sequence) {
        customer(event.getCustomerId(), sequence);
    }

    /** Its documents keep whom they were written to: the ERP has to know who owes them now. */
    @EventHandler
    void react(CustomerMerged event, @SequenceNumber Long sequence) {
        customer(event.getCustomerId(), sequence);
    }

    private void customer(String customerId, long sequence) {
        gateway.deliver(CustomerData.of(history.all(customerId).subList(0, Math.toIntExact(sequence) + 1)));
    }

    @EventHandler
    void react(ProjectOpened event) {
        gateway.deliver(ProjectData.of(event));
    }
}
