package io.fairlead.billing.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.operation.OperatorLog;
import io.fairlead.billing.invoice.RecordPostingRefused;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.gateway.erp.ErpGateway;
import io.fairlead.gateway.erp.ErpResults;
import io.fairlead.gateway.erp.ParkedDeliveries.KnownDelivery;
import io.fairlead.operation.RequestOperatorAction.Action;
import io.fairlead.shared.StreamHistory;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sends again what the ERP refused, notes who had it sent and clears its work item. */
@Component
class DeliveryRetries {

    private final ErpGateway erp;
    private final CommandResponder desk;
    private final OperatorLog operators;
    private final StreamHistory history;
    private final InstantSource clock;

    DeliveryRetries(
            ErpGateway erp, CommandResponder desk, OperatorLog operators, StreamHistory history, InstantSource clock) {
        this.erp = erp;
        this.desk = desk;
        this.operators = operators;
        this.history = history;
        this.clock = clock;
    }

    void again(Call call, KnownDelivery delivery) {
        operators.entry(call).note(Action.DELIVERY_RETRY, delivery.subject(), null);
        for (var code : List.of(RecordPostingRefused.WORK_ITEM, ErpResults.NOT_DELIVERED)) {
            var item = RaiseException.idOf(code, delivery.subject());
            if (history.last(item.value(), ExceptionRaised.class).isPresent()) {
                var _ = desk.accept(
                        call, item, new ResolveException(item, "sent again", call.actor(), 0, clock.instant()));
            }
        }
        // Its work item may have been closed before; else whoever follows it finds nothing parked any more.
        var _ = erp.deliveries().parked().retryAll(delivery.subject(), call.actor());
        erp.wakeup();
    }
}
