package io.fairlead.gateway.refund;

import io.fairlead.billing.event.CustomerCreditPaidOut;
import io.fairlead.gateway.erp.ErpGateway;
import io.fairlead.gateway.erp.RefundData;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.StreamKey;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When money is paid out to a customer, the ERP is told: each refund of a document is one of its own. */
@ProcessingGroup("process-deliver-refund")
@DisallowReplay // A rebuilt read side must not call the ERP again.
@Waits(Until.NOTHING)
public final class WhenCustomerIsPaidOutThenDeliver {

    private final ErpGateway gateway;
    private final StreamHistory history;

    public WhenCustomerIsPaidOutThenDeliver(ErpGateway gateway, StreamHistory history) {
        this.gateway = gateway;
        this.history = history;
    }

    @EventHandler
    void react(CustomerCreditPaidOut event) {
        var refunds = history.all(event.getCustomerCreditId(), CustomerCreditPaidOut.class).stream()
                .map(CustomerCreditPaidOut::getRefundId)
                .toList();
        gateway.deliveries()
                .enqueue(new RefundData(
                        "refund:" + NameUuid.of("refund", event.getCustomerCreditId(), event.getRefundId()),
                        event.getDocumentId(),
                        refunds.indexOf(event.getRefundId()) + 1,
                        event.getCustomerId(),
                        StreamKey.keyOf(event.getLegalEntityId()),
                        event.getAmount(),
                        event.getCurrency(),
                        event.getValueDate()));
        gateway.wakeup();
    }
}
