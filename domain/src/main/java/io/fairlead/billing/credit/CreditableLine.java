package io.fairlead.billing.credit;

import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.invoice.InvoiceLines;
import io.fairlead.shared.AmountText;
import io.fairlead.shared.Check;
import io.fairlead.shared.Disposition;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What of an invoice line is left to credit, or a part of that; parts always end at the whole. Time is worth what the line is
 * worth by its seconds, and its last second takes what rounding left: of 3,600 s at 70.00, 1,200 s are 23.33, 1,200 s more are
 * 23.33, and the rest is 23.34. Money that was credited alone lowers what each second that was left then is worth. Part of
 * {@link CreditGrant}.
 *
 * @param seconds null for lines that bill no time
 * @param net on the invoice
 * @param source the same without the reviewer's adjustment
 * @param isTouched whether an earlier credit took of it, or this part does
 * @param whole what its time is a part of: the line, or what the last credit of money alone left of it
 * @param currency of both amounts
 */
record CreditableLine(
        int lineNo,
        @Nullable Integer seconds,
        BigDecimal net,
        BigDecimal source,
        boolean isTouched,
        Whole whole,
        String currency) {

    /** Time and what it is worth, on the invoice and of its source. */
    record Whole(int seconds, BigDecimal net, BigDecimal source) {}

    /**
     * What earlier credits left of the line.
     *
     * @param before in the order in which they were granted
     */
    static CreditableLine of(InvoiceLine line, Collection<CreditReserved> before, String currency) {
        var net = line.getNet();
        var source = line.getNet().subtract(InvoiceLines.adjustment(line));
        int seconds = Objects.requireNonNullElse(line.getSeconds(), 0);
        boolean touched = false;
        var whole = new Whole(seconds, net, source);
        for (var credit : before) {
            for (var taken : credit.getLines()) {
                if (taken.getInvoiceLineNo() == line.getLineNo()) {
                    int time = Objects.requireNonNullElse(taken.getSeconds(), 0);
                    net = net.subtract(taken.getNet());
                    source = source.subtract(taken.getSourceAmount());
                    seconds -= time;
                    touched = true;
                    whole = time == 0 ? new Whole(seconds, net, source) : whole;
                }
            }
        }
        var left = line.getSeconds() == null ? null : seconds;
        return new CreditableLine(line.getLineNo(), left, net, source, touched, whole, currency);
    }

    /** Whether all of it is credited; a line of 0 is once. */
    boolean isNothing() {
        return net.signum() == 0 && (seconds == null || seconds == 0) && isTouched;
    }

    /**
     * The part that is asked for: some of the time, some of the money, or all.
     *
     * @throws RuleViolated K-03 more than is left; K-05 unclear which part it is
     */
    CreditableLine part(CreditRequest request) {
        var asked = request.seconds();
        var amount = request.amount();
        if (asked == null && amount == null) {
            return this;
        }
        if (asked != null && amount != null) {
            throw new RuleViolated("K-05", "lines", "time and money are named both", "name one of them");
        }
        return asked != null ? byTime(asked) : byMoney(Objects.requireNonNull(amount), request.disposition());
    }

    private CreditableLine byTime(int asked) {
        if (seconds == null) {
            throw new RuleViolated("K-05", "seconds", "line " + lineNo + " bills no time", "name an amount instead");
        }
        if (asked > seconds) {
            throw tooMuch(seconds + " seconds");
        }
        return asked == seconds
                ? this
                : part(asked, worth(whole.net(), asked, net), worth(whole.source(), asked, source));
    }

    /** Rounded of the whole; never more than is left. */
    private BigDecimal worth(BigDecimal of, int asked, BigDecimal left) {
        var worth = share(of, BigDecimal.valueOf(asked), BigDecimal.valueOf(whole.seconds()));
        return worth.abs().compareTo(left.abs()) > 0 ? left : worth;
    }

    /** What stands below 0 on the invoice, as money drawn from a retainer, comes back below 0. */
    private CreditableLine byMoney(BigDecimal amount, Disposition disposition) {
        Check.payable("amount", amount, currency);
        if (amount.compareTo(net.abs()) > 0) {
            throw tooMuch(AmountText.of(net.abs()));
        }
        if (seconds != null && disposition != Disposition.WRITE_OFF) {
            throw new RuleViolated(
                    "K-05",
                    "disposition",
                    "money alone says not which time is " + disposition,
                    "name the seconds, or write it off");
        }
        var signed = net.signum() < 0 ? amount.negate() : amount;
        return part(seconds == null ? null : 0, signed, share(source, amount, net.abs()));
    }

    private CreditableLine part(@Nullable Integer time, BigDecimal ofNet, BigDecimal ofSource) {
        return new CreditableLine(lineNo, time, ofNet, ofSource, true, whole, currency);
    }

    private RuleViolated tooMuch(String left) {
        return new RuleViolated(
                "K-03", "lines", "only " + left + " of line " + lineNo + " is left to credit", "credit less");
    }

    private BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal of) {
        var digits = CurrencyUnit.of(currency).getDecimalPlaces();
        return amount.multiply(part).divide(of, digits, RoundingMode.HALF_UP).setScale(4);
    }
}
