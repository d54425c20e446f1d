package io.fairlead.gateway.account;

import io.fairlead.billing.event.DeductionTaken;
import io.fairlead.billing.event.DeductionTakenBack;
import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.billing.event.ReceiptAssigned;
import io.fairlead.gateway.erp.ErpGateway;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** When money comes in, becomes somebody's or goes back, and when a part of an invoice is not paid, the ERP is told it, once. */
@ProcessingGroup("process-deliver-booking")
@DisallowReplay // A rebuilt read side must not call the ERP again.
@Waits(Until.NOTHING)
public final class WhenAccountMovesThenDeliver {

    private final ErpGateway gateway;
    private final MovedMoney money;

    public WhenAccountMovesThenDeliver(ErpGateway gateway, StreamHistory history) {
        this.gateway = gateway;
        this.money = new MovedMoney(history, gateway::isSource);
    }

    @EventHandler
    void react(MoneyReceived event, @SequenceNumber long place) {
        gateway.deliver(MovedMoney.of(event, place));
    }

    @EventHandler
    void react(ReceiptAssigned event, @SequenceNumber long place) {
        money.of(event, place).ifPresent(gateway::deliver);
    }

    @EventHandler
    void react(MoneySentBack event, @SequenceNumber long place) {
        MovedMoney.of(event, place).ifPresent(gateway::deliver);
    }

    @EventHandler
    void react(DeductionTaken event, @SequenceNumber long place) {
        gateway.deliver(UnpaidPart.of(event, place));
    }

    @EventHandler
    void react(DeductionTakenBack event, @SequenceNumber long place) {
        gateway.deliver(UnpaidPart.of(event, place));
    }
}
