package io.fairlead.billing.pricing;

import io.fairlead.billing.pricing.Repricing.Standing;
import io.fairlead.contract.RateAnswer.RateFound;
import io.fairlead.contract.RateAnswer.RateMissing;
import io.fairlead.contract.RateChange;
import io.fairlead.contract.event.RateEnded;
import io.fairlead.contract.event.RateSet;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Commands.Keyed;
import io.fairlead.shared.Prepares;
import io.fairlead.shared.Stage;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import io.fairlead.shared.WireAmount;
import io.fairlead.time.RepriceTime;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeTakenOffDraft;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * When a price changes for days that are priced already, what is unbilled gets the new price; for what stands on a draft or
 * an invoice a person is told what it would change. An entry that was wholly billed or on drafts kept its price then, so whatever
 * becomes unbilled again or anew gets the price of today's cards: by a credit, off a draft, by a correction.
 */
@ProcessingGroup("process-reprice-time")
@DisallowReplay // A rebuilt read side must not reprice again.
@Waits(Until.TIME_PRICED)
@Prepares(Stage.BILLABLE_WORK)
public class WhenRateChangedThenReprice {

    private final RepricingLookup work;
    private final Commands commands;
    private final StreamHistory history;

    public WhenRateChangedThenReprice(RepricingLookup work, Commands commands, StreamHistory history) {
        this.work = work;
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(RateSet event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        reprice(work.of(event.getRateCardId(), event.getRateId(), event.getFrom()), event.getReason(), at, eventId);
    }

    @EventHandler
    void react(RateEnded event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var first = firstEnd(event);
        var change = work.of(event.getRateCardId(), event.getRateId(), first)
                .map(moved -> new RateChange(moved.row(), first, null));
        reprice(change, event.getReason(), at, eventId);
    }

    /** An end may be moved either way: of all days since the earliest that the row ever had, some may have another price. */
    private LocalDate firstEnd(RateEnded event) {
        var agreed = history.all(event.getRateCardId(), RateSet.class).stream()
                .filter(row -> row.getRateId().equals(event.getRateId()))
                .map(RateSet::getTo)
                .filter(Objects::nonNull);
        var moved = history.all(event.getRateCardId(), RateEnded.class).stream()
                .filter(ended -> ended.getRateId().equals(event.getRateId()))
                .map(RateEnded::getTo);
        return Stream.concat(agreed, moved).min(Comparator.naturalOrder()).orElse(event.getTo());
    }

    @EventHandler
    void react(TimeReopened event, @MessageIdentifier String eventId) {
        becameUnbilled(event.getTimeEntryId(), "after a credit", eventId);
    }

    @EventHandler
    void react(TimeTakenOffDraft event, @MessageIdentifier String eventId) {
        becameUnbilled(event.getTimeEntryId(), "off a draft", eventId);
    }

    @EventHandler
    void react(TimeCorrectedAfterApproval event, @MessageIdentifier String eventId) {
        var more = event.getBilledSecondsDelta();
        if (more != null && more > 0) {
            becameUnbilled(event.getTimeEntryId(), "after a correction", eventId);
        }
    }

    private void becameUnbilled(String timeEntryId, String how, String eventId) {
        work.of(timeEntryId)
                .filter(Repricing::changes)
                .flatMap(entry ->
                        entry.found().map(found -> order(entry, found, "the price of today's cards, " + how, eventId)))
                .ifPresent(order -> commands.send(order.command(), order.key()));
    }

    private void reprice(Optional<RateChange> change, String reason, Instant at, String eventId) {
        var orders = new ArrayList<Keyed>();
        for (var entry : change.map(work::affectedBy).orElse(List.of())) {
            switch (entry.answer()) {
                case RateFound found -> orders.addAll(orders(entry, found, reason, at, eventId));
                case RateMissing missing ->
                    orders.add(
                            new Keyed(raise("RATE_MISSING", entry, missing.sentence(), null, at), key(entry, eventId)));
                default -> {} // The contract line is not billed by time any more.
            }
        }
        for (var answer : commands.sendAll(orders)) {
            if (answer instanceof Commands.Refused(var refused)) {
                throw refused;
            }
        }
    }

    private static List<Keyed> orders(Repricing entry, RateFound found, String reason, Instant at, String eventId) {
        var orders = new ArrayList<Keyed>();
        if (entry.delta(Standing.UNBILLED).isPresent()) {
            orders.add(order(entry, found, reason, eventId));
        }
        proposed(entry, Standing.DRAFTED).ifPresent(delta -> {
            var sentence = "A draft has " + entry.timeEntryId() + " at " + entry.rate() + "; the rate is "
                    + found.row().rate().perUnit() + " now, which changes " + delta
                    + ". Remove its line: the next run bills the new price.";
            orders.add(new Keyed(
                    raise("RATE_CHANGED_ON_DRAFT", entry, sentence, delta, at), key(entry, eventId) + "/drafted"));
        });
        proposed(entry, Standing.INVOICED).ifPresent(delta -> {
            var sentence = entry.timeEntryId() + " was billed at " + entry.rate() + "; the rate is "
                    + found.row().rate().perUnit() + " now, which changes " + delta
                    + ". Credit and rebill it, or leave it as billed.";
            orders.add(new Keyed(
                    raise("RATE_CHANGED_AFTER_BILLING", entry, sentence, delta, at),
                    key(entry, eventId) + "/invoiced"));
        });
        return orders;
    }

    private static Optional<Money> proposed(Repricing entry, Standing standing) {
        return entry.delta(standing).filter(delta -> !delta.isZero());
    }

    private static Keyed order(Repricing entry, RateFound found, String reason, String eventId) {
        var row = found.row();
        var command = new RepriceTime(
                new TimeEntryId(entry.timeEntryId()),
                row.rateCardId(),
                row.rateId(),
                found.level(),
                row.rate(),
                row.unit(),
                reason);
        return new Keyed(command, key(entry, eventId));
    }

    private static String key(Repricing entry, String eventId) {
        return "reprice/" + entry.timeEntryId() + "/" + eventId;
    }

    private static RaiseException raise(
            String code, Repricing entry, String sentence, @Nullable Money delta, Instant at) {
        return RaiseException.about(
                code,
                entry.timeEntryId(),
                sentence,
                OwnerRole.FINANCE_OPERATIONS,
                delta == null
                        ? null
                        : new Stake(
                                WireAmount.amount(delta.abs()),
                                delta.getCurrencyUnit().getCode()),
                entry.legalEntityId(),
                at);
    }
}
