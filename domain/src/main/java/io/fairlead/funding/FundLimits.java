package io.fairlead.funding;

import io.fairlead.funding.FundCap.Unit;
import io.fairlead.funding.FundLimit.Kind;
import io.fairlead.funding.LimitState.Scope;
import io.fairlead.funding.event.FundingLimit;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one contract with what is taken of each, so that no question passes over all sources. A cap has one for each period
 * that work was done in. Part of {@link FundsBook}.
 */
final class FundLimits {

    private final Map<String, LimitState> byId = new TreeMap<>();

    /** Of periods, as they were agreed. */
    private final Map<String, FundLimit> caps = new TreeMap<>();

    private String currency = "EUR"; // ISO 4217; until the first limit tells the contract's.

    /** Purchase orders as they are drawn, those without a limit too. */
    private final List<String> orders = new ArrayList<>();

    /** By id, in the order of the ids; periods of caps among them. */
    Map<String, LimitState> byId() {
        return Collections.unmodifiableMap(byId);
    }

    /** Caps by id, as they are agreed. */
    Map<String, FundLimit> caps() {
        return Collections.unmodifiableMap(caps);
    }

    /** Purchase orders to draw from; one empty word when none of them sets a limit. */
    List<String> draws() {
        boolean limited =
                byId.values().stream().anyMatch(limit -> limit.scope().kind() == Kind.PO && limit.amount() != null);
        return limited ? orders : List.of("");
    }

    /** Key of the share that an invoice with this order draws from. */
    String shareOf(@Nullable String poNumber) {
        var draws = draws();
        return poNumber != null && draws.contains(poNumber) ? poNumber : draws.getFirst();
    }

    /** Limits that a source counts for when it draws from the order. */
    static List<String> idsOf(Map<String, LimitState> limits, Reservation source, String order) {
        return limits.entrySet().stream()
                .filter(limit -> limit.getValue().scope().holdsFor(source.lineNo(), source.day(), order))
                .sorted(Comparator.comparing(limit -> limit.getValue().scope().kind()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether a cap of hours holds for the source. */
    boolean countHours(Reservation source) {
        return byId.values().stream()
                .anyMatch(limit -> limit.amount() != null
                        && limit.scope().unit() == Unit.HOURS
                        && limit.scope().holdsFor(source.lineNo(), source.day(), ""));
    }

    boolean holdNobodyBack() {
        return byId.values().stream().noneMatch(limit -> limit.waiting() > 0);
    }

    /**
     * The limits as they are once the period of the source is known.
     *
     * @param asked null when nobody asks
     */
    Map<String, LimitState> with(@Nullable Reservation asked, Collection<Reservation> everybody) {
        var all = new TreeMap<>(byId);
        if (asked != null) {
            all.putAll(opened(asked.lineNo(), asked.day(), everybody));
        }
        return all;
    }

    /** Room of each limit when these give up what they have reserved; those without an amount are missing. */
    static Map<String, BigDecimal> room(Map<String, LimitState> limits, Iterable<Reservation> givingUp) {
        var room = new HashMap<String, BigDecimal>();
        limits.forEach((id, limit) -> {
            var available = limit.available();
            if (available != null) {
                room.put(id, available);
            }
        });
        for (var reservation : givingUp) {
            room.replaceAll((id, left) -> left.add(reserved(Objects.requireNonNull(limits.get(id)), reservation)));
        }
        return room;
    }

    /** Left of money in the tightest limit of the source after the change; null when none of its limits has an amount. */
    @Nullable
    static BigDecimal availableAfter(Map<String, LimitState> limits, FundsRanking.Change change) {
        @Nullable BigDecimal least = null;
        for (var limit : limits.values()) {
            var available = limit.available();
            if (available != null && limit.scope().unit() == Unit.MONEY && concerns(limit, change.after())) {
                if (change.before() != null) {
                    available = available.add(reserved(limit, change.before()));
                }
                available = available.subtract(reserved(limit, change.after()));
                least = least == null ? available : least.min(available);
            }
        }
        return least;
    }

    /**
     * A limit that is new, or moved.
     *
     * @param billed of it before it was agreed; null for none
     * @param everybody counts for a limit that is new
     */
    void set(FundingLimit limit, String currency, @Nullable BigDecimal billed, Collection<Reservation> everybody) {
        this.currency = currency;
        if (limit.getUnit() != null) {
            setCap(limit, everybody);
            return;
        }
        var amount = limit.getAmount() == null ? null : money(limit.getAmount(), currency);
        var known = byId.get(limit.getLimitId());
        if (known != null) {
            byId.put(limit.getLimitId(), known.moved(amount));
            return;
        }
        var scope = Scope.of(Kind.valueOf(limit.getKind()), limit.getLineNo(), limit.getPoNumber());
        var fresh = LimitState.of(scope, amount, Money.zero(CurrencyUnit.of(currency)));
        byId.put(
                limit.getLimitId(),
                billed == null ? fresh : fresh.billed(money(billed, currency)).moved(amount));
        if (limit.getPoNumber() != null) {
            orders.add(limit.getPoNumber());
        }
        everybody.forEach(reservation -> count(limit.getLimitId(), reservation, 1));
    }

    private void setCap(FundingLimit limit, Collection<Reservation> everybody) {
        var cap = FundingEvents.capOf(limit);
        var agreed = FundLimit.cap(Objects.requireNonNull(limit.getLineNo()), limit.getAmount(), cap);
        caps.put(limit.getLimitId(), agreed);
        byId.replaceAll((_, state) -> limit.getLimitId().equals(state.scope().capId())
                ? state.moved(amountOf(agreed, state.scope(), dayOf(state.scope())))
                : state);
        everybody.forEach(reservation -> open(reservation, everybody));
    }

    /** A day of the period. */
    private static LocalDate dayOf(Scope period) {
        return period.to() == null ? LocalDate.EPOCH : period.to().minusDays(1);
    }

    private @Nullable BigDecimal amountOf(FundLimit agreed, Scope period, LocalDate day) {
        if (agreed.amount() == null) {
            return null;
        }
        var most = Objects.requireNonNull(agreed.cap()).upTo(day, agreed.amount());
        return period.unit() == Unit.HOURS ? period.counted(most) : money(most, currency);
    }

    /** Makes the periods that the source counts for, as far as they are not there. */
    void open(Reservation source, Collection<Reservation> everybody) {
        byId.putAll(opened(source.lineNo(), source.day(), everybody));
    }

    /** Periods of a line and a day that are not there yet, with what everybody has of them. */
    private Map<String, LimitState> opened(int lineNo, LocalDate day, Collection<Reservation> everybody) {
        var opened = new HashMap<String, LimitState>();
        caps.forEach((capId, agreed) -> {
            var cap = Objects.requireNonNull(agreed.cap());
            var id = capId + "/" + cap.nameOf(day);
            if (Objects.equals(agreed.lineNo(), lineNo) && !day.equals(LocalDate.EPOCH) && !byId.containsKey(id)) {
                var scope = new Scope(Kind.LINE, lineNo, null, cap.unit(), cap.start(day), cap.end(day), capId);
                opened.put(id, opened(scope, amountOf(agreed, scope, day), everybody));
            }
        });
        return opened;
    }

    /** What was billed before it is carried over too: it is in the last period before. */
    private LimitState opened(Scope scope, @Nullable BigDecimal amount, Collection<Reservation> everybody) {
        var none = Money.zero(CurrencyUnit.of(currency));
        var state = LimitState.of(scope, amount, none);
        var billed = scope.from() != null || scope.to() == null
                ? BigDecimal.ZERO
                : byId.values().stream()
                        .filter(other ->
                                Objects.equals(scope.capId(), other.scope().capId())
                                        && other.scope().to() != null
                                        && other.scope().to().isBefore(scope.to()))
                        .max((one, other) -> Objects.requireNonNull(one.scope().to())
                                .compareTo(Objects.requireNonNull(other.scope().to())))
                        .map(LimitState::billed)
                        .orElse(BigDecimal.ZERO);
        state = state.billed(billed);
        for (var reservation : everybody) {
            state = state.with(drafted(state, reservation), reserved(state, reservation), 0, none);
        }
        return state;
    }

    /** Puts the sums of a reservation in the place of those before. */
    void count(@Nullable Reservation before, Reservation now) {
        for (var id : byId.keySet()) {
            if (before != null) {
                count(id, before, -1);
            }
            count(id, now, 1);
        }
    }

    private void count(String limitId, Reservation of, int sign) {
        var limit = Objects.requireNonNull(byId.get(limitId));
        var reserved = reserved(limit, of);
        var drafted = drafted(limit, of);
        boolean waits = limitId.equals(of.shortOf());
        if (waits || reserved.signum() != 0 || drafted.signum() != 0) {
            var by = BigDecimal.valueOf(sign);
            byId.put(
                    limitId,
                    limit.with(
                            drafted.multiply(by),
                            reserved.multiply(by),
                            waits ? sign : 0,
                            waits
                                    ? of.held().multipliedBy(sign)
                                    : Money.zero(of.held().getCurrencyUnit())));
        }
    }

    /**
     * Net billed of a line and order grows, or shrinks by a credit.
     *
     * @param seconds of it
     * @param day of service
     */
    void bill(int lineNo, LocalDate day, @Nullable String poNumber, Money more, int seconds) {
        var order = poNumber == null ? "" : poNumber;
        byId.replaceAll((_, limit) -> limit.scope().holdsFor(lineNo, day, order)
                ? limit.billed(limit.scope().measure(more, seconds))
                : limit);
    }

    /** People were told something of the limit. */
    void told(String limitId, UnaryOperator<LimitState.Told> news) {
        byId.computeIfPresent(limitId, (_, limit) -> limit.told(news.apply(limit.told())));
    }

    private static BigDecimal reserved(LimitState limit, Reservation of) {
        var sum = BigDecimal.ZERO;
        for (var share : of.shares().entrySet()) {
            if (limit.scope().holdsFor(of.lineNo(), of.day(), share.getKey())) {
                sum = sum.add(limit.scope().measure(share.getValue(), of.openSecondsOf(share.getValue())));
            }
        }
        return sum;
    }

    private static BigDecimal drafted(LimitState limit, Reservation of) {
        var sum = BigDecimal.ZERO;
        for (var pin : of.pins().values()) {
            if (limit.scope().holdsFor(of.lineNo(), of.day(), pin.poNumber())) {
                sum = sum.add(limit.scope().measure(pin.amount(), pin.seconds()));
            }
        }
        return sum;
    }

    private static boolean concerns(LimitState limit, Reservation source) {
        return limit.scope().kind() == Kind.PO
                ? source.shares().keySet().stream()
                        .anyMatch(order -> order.equals(limit.scope().poNumber()))
                : limit.scope().holdsFor(source.lineNo(), source.day(), "");
    }

    private static BigDecimal money(BigDecimal amount, String currency) {
        return WireAmount.money(amount, currency).getAmount();
    }
}
