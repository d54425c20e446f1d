package io.fairlead.billing.cash;

import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/** What money paid before receipts had parts is noted on it, so that it can be taken back and is not applied once more. */
@ProcessingGroup("process-note-payment")
@DisallowReplay // A rebuilt read side must not note again.
@Waits(Until.NOTHING)
public class WhenPaymentAppliedThenNote {

    private final Commands commands;

    public WhenPaymentAppliedThenNote(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(PaymentApplied event) {
        if (event.getApplicationId() == null) {
            commands.send(new NotePayment(new ReceiptId(event.getReceiptId()), event), "note/" + event.getReceiptId());
        }
    }
}
