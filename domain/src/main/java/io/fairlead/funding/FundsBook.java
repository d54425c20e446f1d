package io.fairlead.funding;

import io.fairlead.funding.event.FundingLimitChanged;
import io.fairlead.funding.event.FundingOpened;
import io.fairlead.funding.event.FundingThresholdLeft;
import io.fairlead.funding.event.FundingThresholdReached;
import io.fairlead.funding.event.FundsBilledBeyondLimit;
import io.fairlead.funding.event.FundsBilledWithinLimit;
import io.fairlead.funding.event.FundsConsumed;
import io.fairlead.funding.event.FundsDrafted;
import io.fairlead.funding.event.FundsOfPeriodMoved;
import io.fairlead.funding.event.FundsPortion;
import io.fairlead.funding.event.FundsPrioritised;
import io.fairlead.funding.event.FundsRaisedOnDraft;
import io.fairlead.funding.event.FundsRanShort;
import io.fairlead.funding.event.FundsRefused;
import io.fairlead.funding.event.FundsReleased;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.funding.event.FundsRestored;
import io.fairlead.funding.event.FundsShare;
import io.fairlead.funding.event.FundsShortageChanged;
import io.fairlead.funding.event.FundsSufficed;
import io.fairlead.funding.event.FundsTakenOffDraft;
import io.fairlead.shared.WireAmount;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Who has which funds, with the sums of the limits beside: the state of {@link Funding}, which follows the events itself and
 * answers by one look-up each.
 */
final class FundsBook {

    private final FundLimits limits = new FundLimits();
    private final Map<String, Reservation> reservations = new HashMap<>();

    /** Source by rank, of those with something open. */
    private final TreeMap<String, String> queue = new TreeMap<>();

    /** Sources by invoice, of drafts only. */
    private final Map<String, TreeSet<String>> drafts = new HashMap<>();

    FundLimits limits() {
        return limits;
    }

    @Nullable
    Reservation find(String sourceId) {
        return reservations.get(sourceId);
    }

    /** Whether nobody in the queue stands behind that place. */
    boolean isLast(String rank) {
        return queue.isEmpty() || queue.lastKey().compareTo(rank) <= 0;
    }

    /** Those from that place on, by rank; the caller's own. */
    TreeMap<String, Reservation> queueFrom(String rank) {
        var tail = new TreeMap<String, Reservation>();
        queue.tailMap(rank, true).forEach((place, source) -> tail.put(place, known(source)));
        return tail;
    }

    /** By source. */
    List<Reservation> onDraft(String invoiceId) {
        return drafts.getOrDefault(invoiceId, new TreeSet<>()).stream()
                .map(this::known)
                .toList();
    }

    boolean isOnDraft(String sourceId, String invoiceId) {
        var known = reservations.get(sourceId);
        return known != null && known.pins().containsKey(invoiceId);
    }

    /** The limits as they are once the period of the source is known; null asks for nobody. */
    Map<String, LimitState> limitsWith(@Nullable Reservation asked) {
        return limits.with(asked, reservations.values());
    }

    private void put(Reservation now) {
        limits.open(now, reservations.values());
        var before = reservations.put(now.sourceId(), now);
        limits.count(before, now);
        if (before != null) {
            queue.remove(before.rank());
        }
        // What was billed without asking may still be told as held: it stays until that is told otherwise.
        if (now.open().isPositive() || now.granted().isPositive() || now.held().isPositive()) {
            queue.put(now.rank(), now.sourceId());
        }
    }

    @EventSourcingHandler
    void evolve(FundingOpened event) {
        event.getLimits().forEach(limit -> limits.set(limit, event.getCurrency(), null, reservations.values()));
    }

    @EventSourcingHandler
    void evolve(FundingLimitChanged event) {
        limits.set(event.getLimit(), event.getCurrency(), event.getBilled(), reservations.values());
    }

    @EventSourcingHandler
    void evolve(FundsReserved event) {
        put(asked(FundsRequest.of(event))
                .granted(
                        shares(event.getShares(), event.getCurrency()),
                        event.getShortOf(),
                        WireAmount.money(event.getHeld(), event.getCurrency())));
    }

    @EventSourcingHandler
    void evolve(FundsRefused event) {
        put(asked(FundsRequest.of(event))
                .granted(Map.of(), event.getShortOf(), WireAmount.money(event.getHeld(), event.getCurrency())));
    }

    private Reservation asked(FundsRequest request) {
        var before = reservations.get(request.sourceId());
        return before == null ? Reservation.of(request) : before.with(request);
    }

    @EventSourcingHandler
    void evolve(FundsReleased event) {
        var known = known(event.getSourceId());
        put(known.with(known.request().after(event))
                .granted(shares(event.getShares(), event.getCurrency()), event.getShortOf()));
    }

    @EventSourcingHandler
    void evolve(FundsPrioritised event) {
        var known = known(event.getSourceId());
        put(known.with(known.request().at(event.getRank())));
    }

    @EventSourcingHandler
    void evolve(FundsDrafted event) {
        var share = limits.shareOf(event.getPoNumber());
        var sources = drafts.computeIfAbsent(event.getInvoiceId(), _ -> new TreeSet<>());
        for (var portion : event.getPortions()) {
            var amount = WireAmount.money(portion.getAmount(), event.getCurrency());
            sources.add(portion.getSourceId());
            put(known(portion.getSourceId())
                    .pinned(
                            event.getInvoiceId(),
                            share,
                            order(event.getPoNumber()),
                            amount,
                            ToldPortion.seconds(portion)));
        }
    }

    @EventSourcingHandler
    void evolve(FundsTakenOffDraft event) {
        var share = limits.shareOf(event.getPoNumber());
        var sources = drafts.getOrDefault(event.getInvoiceId(), new TreeSet<>());
        for (var portion : event.getPortions()) {
            sources.remove(portion.getSourceId());
            put(known(portion.getSourceId()).takenOff(event.getInvoiceId(), share));
        }
    }

    @EventSourcingHandler
    void evolve(FundsRaisedOnDraft event) {
        var sources = drafts.computeIfAbsent(event.getInvoiceId(), _ -> new TreeSet<>());
        var none = Money.zero(CurrencyUnit.of(event.getCurrency()));
        for (var portion : event.getPortions()) {
            var more = WireAmount.money(portion.getAmount(), event.getCurrency());
            var known = reservations.get(portion.getSourceId());
            sources.add(portion.getSourceId());
            put((known == null ? unasked(portion, event.getCurrency()) : known)
                    .raised(event.getInvoiceId(), new Reservation.Pin(order(event.getPoNumber()), more, none, 0)));
        }
    }

    @EventSourcingHandler
    void evolve(FundsConsumed event) {
        var otherwise = new HashMap<String, FundsPortion>();
        event.getDiffering().forEach(portion -> otherwise.put(portion.getSourceId(), portion));
        var held = drafts.remove(event.getInvoiceId());
        for (var source : held == null ? Set.<String>of() : held) {
            var reservation = known(source);
            var pin = Objects.requireNonNull(reservation.pins().get(event.getInvoiceId()));
            var differing = otherwise.remove(source);
            var billed =
                    differing == null ? pin.amount() : WireAmount.money(differing.getAmount(), event.getCurrency());
            int seconds = ToldPortion.seconds(differing, pin);
            var order = event.getOrderCameLater() ? order(event.getPoNumber()) : pin.poNumber();
            limits.bill(reservation.lineNo(), reservation.day(), order, billed, seconds);
            put(reservation
                    .unpinned(event.getInvoiceId())
                    .billed(ToldPortion.claimed(differing, pin, event.getCurrency()), seconds));
        }
        for (var unasked : otherwise.values()) {
            var amount = WireAmount.money(unasked.getAmount(), event.getCurrency());
            var known = reservations.get(unasked.getSourceId());
            var source = known == null ? unasked(unasked, event.getCurrency()) : known;
            limits.open(source, reservations.values());
            limits.bill(source.lineNo(), source.day(), event.getPoNumber(), amount, ToldPortion.seconds(unasked));
            put(source.billed(ToldPortion.claimed(unasked, event.getCurrency()), ToldPortion.seconds(unasked)));
        }
    }

    private static Reservation unasked(FundsPortion portion, String currency) {
        var none = Money.zero(CurrencyUnit.of(currency));
        return Reservation.of(FundsRequest.unasked(portion, none));
    }

    @EventSourcingHandler
    void evolve(FundsRestored event) {
        for (var portion : event.getPortions()) {
            var back =
                    WireAmount.money(portion.getAmount(), event.getCurrency()).negated();
            var known = reservations.get(portion.getSourceId());
            var day = known == null ? portion.getServiceDate() : known.day();
            limits.bill(
                    portion.getLineNo(),
                    Objects.requireNonNullElse(day, LocalDate.EPOCH),
                    event.getPoNumber(),
                    back,
                    -ToldPortion.seconds(portion));
            if (known != null) {
                put(known.billed(
                        ToldPortion.claimed(portion, event.getCurrency()).negated(), -ToldPortion.seconds(portion)));
            }
        }
    }

    @EventSourcingHandler
    void evolve(FundingThresholdReached event) {
        limits.told(event.getLimitId(), told -> told.warned(event.getPercent(), event.getInstead()));
    }

    @EventSourcingHandler
    void evolve(FundingThresholdLeft event) {
        limits.told(event.getLimitId(), LimitState.Told::left);
    }

    @EventSourcingHandler
    void evolve(FundsBilledBeyondLimit event) {
        limits.told(event.getLimitId(), told -> told.beyond(true));
    }

    @EventSourcingHandler
    void evolve(FundsBilledWithinLimit event) {
        limits.told(event.getLimitId(), told -> told.beyond(false));
    }

    @EventSourcingHandler
    void evolve(FundsOfPeriodMoved event) {
        var use = new LimitState.Use(event.getLimit(), event.getBilled(), event.getDrafted(), event.getReserved());
        limits.told(event.getLimitId(), told -> told.used(use));
    }

    @EventSourcingHandler
    void evolve(FundsRanShort event) {
        limits.told(event.getLimitId(), told -> told.ranShort(event.getOccurrence(), event.getHeld()));
    }

    @EventSourcingHandler
    void evolve(FundsShortageChanged event) {
        limits.told(event.getLimitId(), told -> told.ranShort(event.getOccurrence(), event.getHeld()));
    }

    @EventSourcingHandler
    void evolve(FundsSufficed event) {
        limits.told(event.getLimitId(), told -> told.sufficed(event.getOccurrence()));
    }

    private Reservation known(String sourceId) {
        return Objects.requireNonNull(reservations.get(sourceId), sourceId);
    }

    private static Map<String, Money> shares(List<FundsShare> shares, String currency) {
        var byOrder = new TreeMap<String, Money>();
        shares.stream()
                .filter(share -> share.getAmount().signum() > 0)
                .forEach(share ->
                        byOrder.put(order(share.getPoNumber()), WireAmount.money(share.getAmount(), currency)));
        return byOrder;
    }

    private static String order(@Nullable String poNumber) {
        return poNumber == null ? "" : poNumber;
    }
}
