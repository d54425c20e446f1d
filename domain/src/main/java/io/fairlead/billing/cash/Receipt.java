package io.fairlead.billing.cash;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.shared.Recording;
import io.fairlead.shared.StatedOnce;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Money that arrived, as the ERP reports it. Rule Z-01. */
@AggregateRoot
public class Receipt {

    @AggregateIdentifier
    private @Nullable ReceiptId id;

    private @Nullable PaymentReceived received;

    Receipt() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(ReceivePayment command) {
        var event = PaymentReceived.newBuilder()
                .setReceiptId(command.receiptId().value())
                .setSource(command.source())
                .setSourceId(command.sourceId())
                .setInvoiceId(command.invoiceId().value())
                .setAmount(command.amount())
                .setCurrency(command.currency())
                .setValueDate(command.valueDate())
                .build();
        if (StatedOnce.isNew("Z-01", "the receipt", received, event)) {
            Recording.record(event);
        }
    }

    @EventSourcingHandler
    void evolve(PaymentReceived event) {
        id = new ReceiptId(event.getReceiptId());
        received = event;
    }
}
