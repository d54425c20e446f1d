package io.fairlead.billing.credit;

import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.invoice.InvoiceLines;
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
 * What of an invoice line is left to credit, or a part of that; parts always end at the whole. Of 3,600 s at 70.00, 1,200 s are
 * 23.33, of the 2,400 s left again 1,200 s are 23.34, and the rest is 23.33. Part of {@link CreditGrant}.
 *
 * @param seconds null for lines that bill no time
 * @param net on the invoice
 * @param source the same without the reviewer's adjustment
 * @param isTouched whether an earlier credit took of it, or this part does
 * @param currency of both amounts
 */
record CreditableLine(
        int lineNo, @Nullable Integer seconds, BigDecimal net, BigDecimal source, boolean isTouched, String currency) {

    /** What earlier credits left of the line. */
    static CreditableLine of(InvoiceLine line, Collection<CreditReserved> before, String currency) {
        var net = line.getNet();
        var source = line.getNet().subtract(InvoiceLines.adjustment(line));
        var seconds = line.getSeconds();
        boolean touched = false;
        for (var credit : before) {
            for (var taken : credit.getLines()) {
                if (taken.getInvoiceLineNo() == line.getLineNo()) {
                    net = net.subtract(taken.getNet());
                    source = source.subtract(taken.getSourceAmount());
                    seconds = seconds == null ? null : seconds - Objects.requireNonNullElse(taken.getSeconds(), 0);
                    touched = true;
                }
            }
        }
        return new CreditableLine(line.getLineNo(), seconds, net, source, touched, currency);
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
        var part = BigDecimal.valueOf(asked);
        var whole = BigDecimal.valueOf(seconds);
        return new CreditableLine(lineNo, asked, share(net, part, whole), share(source, part, whole), true, currency);
    }

    private CreditableLine byMoney(BigDecimal amount, Disposition disposition) {
        Check.payable("amount", amount, currency);
        if (amount.compareTo(net) > 0) {
            throw tooMuch(net.toPlainString());
        }
        if (seconds != null && disposition != Disposition.WRITE_OFF) {
            throw new RuleViolated(
                    "K-05",
                    "disposition",
                    "money alone says not which time is " + disposition,
                    "name the seconds, or write it off");
        }
        return new CreditableLine(
                lineNo, seconds == null ? null : 0, amount, share(source, amount, net), true, currency);
    }

    private RuleViolated tooMuch(String left) {
        return new RuleViolated(
                "K-03", "lines", "only " + left + " of line " + lineNo + " is left to credit", "credit less");
    }

    /** Of what is left, so that the parts of a line always end at the line. */
    private BigDecimal share(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        var digits = CurrencyUnit.of(currency).getDecimalPlaces();
        return amount.multiply(part).divide(whole, digits, RoundingMode.HALF_UP).setScale(4);
    }
}
