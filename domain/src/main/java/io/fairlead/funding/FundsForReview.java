package io.fairlead.funding;

import io.fairlead.funding.FundCap.Unit;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What a reviewer's write-ups take of the limits, beyond what the draft holds. Read by {@link Funding}. */
final class FundsForReview {

    private final FundsBook book;
    private final Money none;

    FundsForReview(FundsBook book, String currency) {
        this.book = book;
        this.none = Money.zero(CurrencyUnit.of(currency));
    }

    /**
     * By source, of those on limited lines that need more.
     *
     * @throws RuleViolated F-04 when a limit has less left than they want
     */
    List<DraftFunds.Portion> more(RaiseFundsOnDraft command) {
        var order = Objects.requireNonNullElse(command.poNumber(), "");
        var more = new ArrayList<DraftFunds.Portion>();
        for (var line : command.lines()) {
            var wanted = wanted(line, command.invoiceId().value());
            var part = new DraftFunds.Portion(
                    line.sourceId(),
                    line.lineNo(),
                    WireAmount.amount(wanted.isPositive() ? wanted : none),
                    BigDecimal.ZERO,
                    0,
                    line.serviceDate());
            if (wanted.isPositive()
                    && book.limits().byId().values().stream().anyMatch(limit -> binds(limit, part, order))) {
                more.add(part);
            }
        }
        book.limits().byId().forEach((id, limit) -> requireLeft(id, limit, order, more));
        return more;
    }

    /** Work that was on the draft before anybody watched its limit has no pin; what is reserved for it stands for its claim. */
    private Money wanted(DraftFunds.Portion line, String invoice) {
        var currency = none.getCurrencyUnit().getCode();
        var pin = Optional.ofNullable(book.find(line.sourceId()))
                .map(known -> known.pins().get(invoice))
                .orElseGet(() -> new Reservation.Pin("", none, none, 0));
        var unpinned = WireAmount.money(line.claimed(), currency).minus(pin.claimed());
        return WireAmount.money(line.amount(), currency).minus(unpinned).minus(pin.amount());
    }

    /** A limit of money; a write-up takes no time. */
    private static boolean binds(LimitState limit, DraftFunds.Portion part, String order) {
        var day = Objects.requireNonNullElse(part.serviceDate(), LocalDate.EPOCH);
        return limit.amount() != null
                && limit.scope().unit() == Unit.MONEY
                && limit.scope().holdsFor(part.lineNo(), day, order);
    }

    private void requireLeft(String id, LimitState limit, String order, List<DraftFunds.Portion> more) {
        var room = limit.available();
        if (room == null || limit.scope().unit() != Unit.MONEY) {
            return;
        }
        var available = Money.of(none.getCurrencyUnit(), room);
        var wanted = more.stream()
                .filter(portion -> binds(limit, portion, order))
                .map(portion -> WireAmount.money(
                        portion.amount(), none.getCurrencyUnit().getCode()))
                .reduce(none, Money::plus);
        if (wanted.isPositive() && available.isLessThan(wanted)) {
            var left = available.isNegative() ? none : available;
            throw new RuleViolated(
                    "F-04",
                    "net",
                    left.getAmount().toPlainString() + " are left of the limit " + id + ", "
                            + wanted.getAmount().toPlainString() + " are wanted",
                    "write up less, or agree on a higher limit");
        }
    }
}
