package io.fairlead.billing.cash;

import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/**
 * What a payment leaves open is deducted where the company's policy says so: a discount that was taken in time, or a small rest.
 */
@ProcessingGroup("process-deduct-rest")
@DisallowReplay // A rebuilt read side must not deduct again.
@Waits(Until.NOTHING)
public class WhenPaymentLeavesRestThenDeduct {

    private final RestOfPayment rest;

    public WhenPaymentLeavesRestThenDeduct(Commands commands, StreamHistory history) {
        this.rest = new RestOfPayment(commands, history, "process-deduct-rest");
    }

    @EventHandler
    void react(PaymentApplied event) {
        if (event.getOpen().signum() > 0) {
            rest.deduct(event);
        }
    }
}
