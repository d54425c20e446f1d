package io.fairlead.billing.credit;

import io.fairlead.billing.event.CustomerCreditOpened;
import io.fairlead.billing.event.CustomerCreditReturned;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** When something is owed to a customer, a person is told to set it against another invoice or to pay it out. */
@ProcessingGroup("process-customer-owed")
@DisallowReplay // A rebuilt read side must not tell people again.
@Waits(Until.NOTHING)
public class WhenCustomerIsOwedThenTell {

    private final Commands commands;

    public WhenCustomerIsOwedThenTell(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(CustomerCreditOpened event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var owed = new Stake(event.getAmount(), event.getCurrency());
        tell(event.getDocumentId(), owed, event.getLegalEntityId(), at, eventId);
    }

    @EventHandler
    void react(CustomerCreditReturned event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var owed = new Stake(event.getLeft(), event.getCurrency());
        tell(event.getDocumentId(), owed, event.getLegalEntityId(), at, eventId);
    }

    private void tell(String document, Stake owed, String legalEntityId, Instant at, String eventId) {
        var sentence = owed.amount().toPlainString() + " " + owed.currency() + " are owed to the customer by " + document
                + ". Set it against another invoice, or pay it out.";
        commands.send(
                RaiseException.about(
                        "CREDIT_OWED", document, sentence, OwnerRole.FINANCE_OPERATIONS, owed, legalEntityId, at),
                "owed/" + eventId);
    }
}
