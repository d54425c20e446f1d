package io.fairlead.billing.credit;

import io.fairlead.billing.event.CustomerCreditAssigned;
import io.fairlead.billing.event.CustomerCreditOpened;
import io.fairlead.billing.event.CustomerCreditPaidOut;
import io.fairlead.billing.event.CustomerCreditReturned;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/**
 * While something is owed to a customer, a person is told to set it against another invoice or to pay it out; when nothing is
 * owed any more, the work item is closed. Who says that it is cleared hears when it is not.
 */
@ProcessingGroup("process-customer-owed")
@DisallowReplay // A rebuilt read side must not tell people again.
@Waits(Until.NOTHING)
public class WhenCustomerIsOwedThenTell {

    private final OwedItem item;

    public WhenCustomerIsOwedThenTell(Commands commands, StreamHistory history) {
        this.item = new OwedItem(commands, history);
    }

    @EventHandler
    void react(CustomerCreditOpened event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        item.check(event.getDocumentId(), at, eventId);
    }

    @EventHandler
    void react(CustomerCreditAssigned event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        item.follow(event.getDocumentId(), event.getLeft(), event.getCurrency(), at, eventId);
    }

    @EventHandler
    void react(CustomerCreditReturned event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        item.check(event.getDocumentId(), at, eventId);
        item.follow(event.getDocumentId(), event.getLeft(), event.getCurrency(), at, eventId);
    }

    @EventHandler
    void react(CustomerCreditPaidOut event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        item.follow(event.getDocumentId(), event.getLeft(), event.getCurrency(), at, eventId);
    }

    @EventHandler
    void resume(ExceptionResolved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        item.resume(event, at, eventId);
    }
}
