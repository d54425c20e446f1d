package io.fairlead.billing.cash;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StatedOnce;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.ForwardNone;
import org.jspecify.annotations.Nullable;

/** Money that arrived, as the ERP, a bank or a person tells it, and what becomes of it. Rules Z-01 to Z-08. */
@AggregateRoot
public class Receipt {

    @AggregateIdentifier
    private @Nullable ReceiptId id;

    private @Nullable PaymentReceived payment;
    private @Nullable MoneyReceived money;

    @AggregateMember
    private final MoneyState state = new MoneyState();

    @AggregateMember(eventForwardingMode = ForwardNone.class) // It has no state that could follow events.
    final transient MoneyOnAccount onAccount = new MoneyOnAccount(state); // Takes its commands itself.

    Receipt() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(ReceivePayment command) {
        requireNone(money);
        var event = ReceiptEvents.received(command);
        if (StatedOnce.isNew("Z-01", "the receipt", payment, event)) {
            Recording.record(event);
        }
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(ReceiveMoney command) {
        requireNone(payment);
        // Whoever tells it again, it is the same money.
        var event = ReceiptEvents.received(command, money == null ? command.receivedBy() : money.getReceivedBy());
        if (StatedOnce.isNew("Z-01", "the receipt", money, event)) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    private static void requireNone(@Nullable Object toldOtherwise) {
        if (toldOtherwise != null) {
            throw new RuleViolated("Z-01", "id", "the receipt exists with other data", "use another id");
        }
    }

    @EventSourcingHandler
    void evolve(PaymentReceived event) {
        id = new ReceiptId(event.getReceiptId());
        payment = event;
    }

    @EventSourcingHandler
    void evolve(MoneyReceived event) {
        id = new ReceiptId(event.getReceiptId());
        money = event;
    }
}
