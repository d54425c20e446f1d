package io.fairlead.billing.pricing;

import io.fairlead.billing.fx.BookingRates;
import io.fairlead.contract.RateAnswer.NotBilledByTime;
import io.fairlead.contract.RateAnswer.RateFound;
import io.fairlead.contract.RateAnswer.RateMissing;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Prepares;
import io.fairlead.shared.Stage;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import io.fairlead.time.PriceTime;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.event.TimeApproved;
import java.time.Instant;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** When time is approved, its price is asked for and sent. A miss becomes an exception, never a price of 0. */
@ProcessingGroup("process-price-time")
@DisallowReplay // A rebuilt read side must not price again.
@Waits(Until.MASTER_DATA_SEEN)
@Prepares(Stage.TIME_PRICES)
public class WhenTimeApprovedThenPrice {

    static final Set<String> CODES = Set.of("RATE_MISSING", "OUTSIDE_TERM", "PERIOD_CLOSED", BookingRates.CODE);

    private final RateLookup rates;
    private final Commands commands;
    private final StreamHistory history;

    public WhenTimeApprovedThenPrice(RateLookup rates, Commands commands, StreamHistory history) {
        this.rates = rates;
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(TimeApproved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var key = "price/" + event.getTimeEntryId() + "/" + event.getVersion();
        switch (rates.onDayOf(event)) {
            case RateFound found -> commands.send(price(event, found), key);
            case RateMissing missing -> commands.send(raise(event, missing, at), key + "/missing/" + eventId);
            case NotBilledByTime() -> {}
        }
    }

    @EventHandler
    void resume(ExceptionResolved event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        if (CODES.contains(event.getCode())) {
            history.last(event.getSubjectId(), TimeApproved.class).ifPresent(approval -> react(approval, at, eventId));
        }
    }

    private static PriceTime price(TimeApproved event, RateFound found) {
        var row = found.row();
        return new PriceTime(
                new TimeEntryId(event.getTimeEntryId()),
                event.getVersion(),
                row.rateCardId(),
                row.rateId(),
                found.level(),
                row.rate(),
                row.unit(),
                found.billed());
    }

    private static RaiseException raise(TimeApproved event, RateMissing missing, Instant at) {
        return RaiseException.about(
                missing.code(),
                event.getTimeEntryId(),
                missing.sentence(),
                OwnerRole.FINANCE_OPERATIONS,
                null,
                event.getLegalEntityId(),
                at);
    }
}
