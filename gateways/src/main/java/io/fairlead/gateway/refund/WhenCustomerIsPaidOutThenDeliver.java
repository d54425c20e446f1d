package io.fairlead.gateway.refund;

import io.fairlead.billing.event.CustomerCreditPaidOut;
import io.fairlead.billing.event.MoneyRefunded;
import io.fairlead.gateway.erp.ErpGateway;
import io.fairlead.gateway.erp.RefundData;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** When money is paid out to a customer, the ERP is told: each refund of a document, or of money, is one of its own. */
@ProcessingGroup("process-deliver-refund")
@DisallowReplay // A rebuilt read side must not call the ERP again.
@Waits(Until.NOTHING)
public final class WhenCustomerIsPaidOutThenDeliver {

    private final ErpGateway gateway;
    private final PaidOutMoney money;

    public WhenCustomerIsPaidOutThenDeliver(ErpGateway gateway, StreamHistory history) {
        this.gateway = gateway;
        this.money = new PaidOutMoney(history);
    }

    @EventHandler
    void react(CustomerCreditPaidOut event) {
        deliver(money.of(event));
    }

    @EventHandler
    void react(MoneyRefunded event) {
        money.of(event).ifPresent(this::deliver);
    }

    private void deliver(RefundData refund) {
        gateway.deliveries().enqueue(refund);
        gateway.wakeup();
    }
}
