package io.fairlead.billing.cash;

import io.fairlead.billing.event.MoneyRefunded;
import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.billing.event.ReceiptUnapplied;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** Money that comes back from an invoice is told to a person, who hears what is left of it until nothing is. */
@ProcessingGroup("process-money-left")
@DisallowReplay // A rebuilt read side must not tell people again.
@Waits(Until.NOTHING)
public class WhenMoneyIsLeftThenTell {

    private final MoneyItem item;

    public WhenMoneyIsLeftThenTell(Commands commands, StreamHistory history) {
        this.item = new MoneyItem(commands, history, "process-money-left");
    }

    @EventHandler
    void react(ReceiptUnapplied event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        // What an invoice refused is told where it is tried next.
        if (event.getCause().equals("BY_HAND") || item.isClosedByProcess(event.getReceiptId())) {
            item.tell(event.getReceiptId(), List.of(event.getReason()), at, "left/" + eventId);
        }
        item.follow(event, at, eventId);
    }

    @EventHandler
    void react(ReceiptApplied event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        item.follow(event.getReceiptId(), event.getLeft(), event.getCurrency(), at, eventId);
    }

    @EventHandler
    void react(MoneyRefunded event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        item.follow(event.getReceiptId(), event.getLeft(), event.getCurrency(), at, eventId);
    }

    @EventHandler
    void react(MoneySentBack event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        item.close(event.getReceiptId(), at, eventId);
        if (event.getSourceId() != null) {
            item.closeReturn(event.getSourceId(), at, eventId);
        }
    }
}
