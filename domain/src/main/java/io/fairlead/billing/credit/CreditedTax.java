package io.fairlead.billing.credit;

import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.billing.tax.TaxCodes;
import io.fairlead.billing.tax.TaxMode;
import io.fairlead.shared.AmountText;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Tax of a credit (R4): per row round(credited net to date x rate) less the tax that the credits before gave back, so that the
 * credits of an invoice end exactly at its tax, also when one between them was given up. Crediting 68.33, 57.50, 85.00 and last
 * 68.33 at 20 % gives 13.67, 11.50, 17.00 and 13.66. Rates are those of the invoice. Used by the credit note and by the invoice
 * that reserves it.
 */
public final class CreditedTax {

    /**
     * A part of an invoice line that is credited.
     *
     * @param invoiceLineNo the line
     * @param net of the same sign as the line's
     */
    public record Credited(int invoiceLineNo, BigDecimal net) {}

    /**
     * One row per row of the invoice that the credit touches, in their order; bases and taxes above 0 are given back.
     *
     * @param taxRows of the invoice, in whatever mode it was taxed
     * @param mode of the invoice
     * @param lines of the invoice
     * @param before credited by earlier credits, in any order
     * @param taxedBefore the tax rows of these, in any order
     * @param now credited by this one
     * @throws RuleViolated X-05 when more is credited of a line than it has, or the line is not on the invoice
     */
    public static List<TaxRow> rows(
            List<TaxRow> taxRows,
            TaxMode mode,
            String currency,
            List<InvoiceLine> lines,
            List<Credited> before,
            List<TaxRow> taxedBefore,
            List<Credited> now) {
        var byNo = new HashMap<Integer, InvoiceLine>();
        lines.forEach(line -> byNo.put(line.getLineNo(), line));
        var earlier = perLine(before);
        var toDate = perLine(before);
        perLine(now).forEach((line, net) -> toDate.merge(line, net, BigDecimal::add));
        toDate.forEach((line, net) -> requireOnInvoice(byNo, line, net));
        var rows = new ArrayList<TaxRow>();
        for (var row : taxRows) {
            var bearing = new HashMap<Integer, BigDecimal>();
            toDate.forEach((line, net) -> {
                if (bears(byNo, line, row)) {
                    bearing.put(line, net);
                }
            });
            var known = new HashMap<>(earlier);
            known.keySet().retainAll(bearing.keySet());
            var base = sum(bearing).subtract(sum(known));
            // Work less a retainer may have a base of 0: it stands on the credit as it stands on the invoice.
            if (now.stream().anyMatch(each -> bears(byNo, each.invoiceLineNo(), row))) {
                var tax = tax(bearing, row, mode, currency).minus(taxed(taxedBefore, row, currency));
                rows.add(TaxRow.newBuilder(row)
                        .setBase(base.setScale(4))
                        .setTax(WireAmount.amount(tax))
                        .build());
            }
        }
        return rows;
    }

    private static Money tax(Map<Integer, BigDecimal> nets, TaxRow row, TaxMode mode, String currency) {
        if (isFull(nets, row)) {
            return WireAmount.money(
                    row.getTax(), currency); // Whatever engine reckoned it, a full credit gives all of it back.
        }
        return switch (mode) {
            case DOCUMENT -> taxOf(sum(nets), row, currency);
            case LINE ->
                nets.values().stream()
                        .map(net -> taxOf(net, row, currency))
                        .reduce(Money.zero(CurrencyUnit.of(currency)), Money::plus);
        };
    }

    private static boolean isFull(Map<Integer, BigDecimal> nets, TaxRow row) {
        return sum(nets).compareTo(row.getBase()) == 0;
    }

    private static Money taxed(List<TaxRow> before, TaxRow row, String currency) {
        return before.stream()
                .filter(each -> TaxCodes.isSame(each, row))
                .map(each -> WireAmount.money(each.getTax(), currency))
                .reduce(Money.zero(CurrencyUnit.of(currency)), Money::plus);
    }

    private static Money taxOf(BigDecimal net, TaxRow row, String currency) {
        return WireAmount.money(net, currency).multipliedBy(row.getRate(), RoundingMode.HALF_UP);
    }

    private static boolean bears(Map<Integer, InvoiceLine> lines, int lineNo, TaxRow row) {
        var line = lines.get(lineNo);
        return line != null && TaxCodes.bears(line, row);
    }

    private static Map<Integer, BigDecimal> perLine(List<Credited> credits) {
        var nets = new HashMap<Integer, BigDecimal>();
        credits.forEach(credit -> nets.merge(credit.invoiceLineNo(), credit.net(), BigDecimal::add));
        return nets;
    }

    private static BigDecimal sum(Map<Integer, BigDecimal> nets) {
        return nets.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void requireOnInvoice(Map<Integer, InvoiceLine> lines, int lineNo, BigDecimal net) {
        var line = lines.get(lineNo);
        if (line == null || net.signum() * line.getNet().signum() < 0 || isMore(net, line.getNet())) {
            throw new RuleViolated(
                    "X-05",
                    "net",
                    line == null
                            ? "the invoice has no line " + lineNo
                            : "line " + lineNo + " has " + AmountText.of(line.getNet()) + " to credit, not "
                                    + AmountText.of(net),
                    "credit at most what the line has left");
        }
    }

    private static boolean isMore(BigDecimal net, BigDecimal than) {
        return net.abs().compareTo(than.abs()) > 0;
    }

    private CreditedTax() {}
}
