package io.fairlead.funding;

import io.fairlead.funding.event.FundingLimit;
import io.fairlead.funding.event.FundsConsumed;
import io.fairlead.funding.event.FundsDrafted;
import io.fairlead.funding.event.FundsPortion;
import io.fairlead.funding.event.FundsPrioritised;
import io.fairlead.funding.event.FundsRefused;
import io.fairlead.funding.event.FundsReleased;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.funding.event.FundsRestored;
import io.fairlead.funding.event.FundsShare;
import io.fairlead.funding.event.FundsTakenOffDraft;
import io.fairlead.shared.Wire;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How the book follows the events of {@link Funding}.
 *
 * @param book the state and its sums
 * @param drafts sources by draft
 */
record FundsFold(FundsBook book, Map<String, TreeSet<String>> drafts) {

    void limit(FundingLimit event, @Nullable BigDecimal billed) {
        var amount = event.getAmount() == null ? null : money(event.getAmount());
        var known = book.limits().get(event.getLimitId());
        if (known != null) {
            book.limits().put(event.getLimitId(), known.moved(amount));
            return;
        }
        var kind = FundLimit.Kind.valueOf(event.getKind());
        var fresh = LimitState.of(kind, event.getLineNo(), event.getPoNumber(), amount, none());
        book.limits().put(event.getLimitId(), billed == null ? fresh : fresh.billed(money(billed)));
        if (event.getPoNumber() != null) {
            book.orders().add(event.getPoNumber());
        }
        book.countAnew(event.getLimitId());
    }

    void reserved(FundsReserved event) {
        var before = book.reservations().get(event.getSourceId());
        book.put(new Reservation(
                event.getSourceId(),
                event.getLineNo(),
                event.getCustomerId(),
                event.getProjectId(),
                event.getServiceDate(),
                event.getDivisible(),
                event.getRank(),
                money(event.getWorth()),
                shares(event.getShares()),
                before == null ? Map.of() : before.pins(),
                before == null ? none() : before.billed(),
                event.getShortOf(),
                money(event.getHeld())));
    }

    void refused(FundsRefused event) {
        var before = book.reservations().get(event.getSourceId());
        book.put(new Reservation(
                event.getSourceId(),
                event.getLineNo(),
                event.getCustomerId(),
                event.getProjectId(),
                event.getServiceDate(),
                event.getDivisible(),
                event.getRank(),
                money(event.getWorth()),
                Map.of(),
                before == null ? Map.of() : before.pins(),
                before == null ? none() : before.billed(),
                event.getShortOf(),
                money(event.getHeld())));
    }

    void released(FundsReleased event) {
        var known = known(event.getSourceId());
        // Work that was known by its invoice alone is told who it is for: asked again, it is the same.
        var told = new Reservation(
                event.getSourceId(),
                event.getLineNo(),
                event.getCustomerId(),
                event.getProjectId(),
                event.getServiceDate(),
                known.divisible(),
                event.getRank(),
                money(event.getWorth()),
                known.shares(),
                known.pins(),
                known.billed(),
                known.shortOf(),
                known.held());
        book.put(told.granted(shares(event.getShares()), event.getShortOf()));
    }

    void prioritised(FundsPrioritised event) {
        book.put(known(event.getSourceId()).at(event.getRank()));
    }

    void drafted(FundsDrafted event) {
        var share = book.shareOf(event.getPoNumber());
        var sources = drafts.computeIfAbsent(event.getInvoiceId(), _ -> new TreeSet<>());
        for (var portion : event.getPortions()) {
            sources.add(portion.getSourceId());
            book.put(known(portion.getSourceId())
                    .pinned(event.getInvoiceId(), share, order(event.getPoNumber()), money(portion.getAmount())));
        }
    }

    void takenOffDraft(FundsTakenOffDraft event) {
        var share = book.shareOf(event.getPoNumber());
        var sources = drafts.getOrDefault(event.getInvoiceId(), new TreeSet<>());
        for (var portion : event.getPortions()) {
            sources.remove(portion.getSourceId());
            book.put(known(portion.getSourceId())
                    .pinned(
                            event.getInvoiceId(),
                            share,
                            order(event.getPoNumber()),
                            money(portion.getAmount()).negated()));
        }
    }

    void consumed(FundsConsumed event) {
        var otherwise = new HashMap<String, FundsPortion>();
        event.getDiffering().forEach(portion -> otherwise.put(portion.getSourceId(), portion));
        var held = drafts.remove(event.getInvoiceId());
        for (var source : held == null ? List.<String>of() : List.copyOf(held)) {
            var reservation = known(source);
            var pin = Objects.requireNonNull(reservation.pins().get(event.getInvoiceId()));
            var differing = otherwise.remove(source);
            var billed = differing == null ? pin.amount() : money(differing.getAmount());
            book.bill(reservation.lineNo(), pin.poNumber(), billed);
            book.put(reservation
                    .unpinned(event.getInvoiceId())
                    .billed(reservation.billed().plus(billed)));
        }
        otherwise.values().forEach(portion -> billedUnasked(portion, event.getPoNumber()));
    }

    private void billedUnasked(FundsPortion portion, @Nullable String poNumber) {
        var amount = money(portion.getAmount());
        book.bill(portion.getLineNo(), poNumber, amount);
        var known = book.reservations().get(portion.getSourceId());
        var reservation =
                known == null ? Reservation.billedUnasked(portion.getSourceId(), portion.getLineNo(), none()) : known;
        book.put(reservation.billed(reservation.billed().plus(amount)));
    }

    void restored(FundsRestored event) {
        for (var portion : event.getPortions()) {
            var amount = money(portion.getAmount());
            book.bill(portion.getLineNo(), event.getPoNumber(), amount.negated());
            var known = book.reservations().get(portion.getSourceId());
            if (known != null) {
                book.put(known.billed(known.billed().minus(amount)));
            }
        }
    }

    private Reservation known(String sourceId) {
        return Objects.requireNonNull(book.reservations().get(sourceId), sourceId);
    }

    private Map<String, Money> shares(List<FundsShare> shares) {
        var byOrder = new TreeMap<String, Money>();
        shares.stream()
                .filter(share -> share.getAmount().signum() > 0)
                .forEach(share -> byOrder.put(order(share.getPoNumber()), money(share.getAmount())));
        return byOrder;
    }

    private static String order(@Nullable String poNumber) {
        return poNumber == null ? "" : poNumber;
    }

    private Money money(BigDecimal amount) {
        return Wire.money(amount, book.currency().getCode());
    }

    private Money none() {
        return Money.zero(book.currency());
    }
}
