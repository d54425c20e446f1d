package io.fairlead.billing;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.shared.Wire;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * R4 for credits: per tax, round(net credited to date x rate) - tax credited before, and for the last part what is
 * left of the invoice's own tax; so the credits of an invoice end exactly at its tax. Of 68.33, 68.33, 57.50 and 85.00 at
 * 20 %, crediting the first, third, fourth and second gives 13.67, 11.50, 17.00 and 13.66.
 */
final class CreditTax {

    /**
     * One row per tax that is credited, in the order of the invoice's rows.
     *
     * @param invoiced the invoice's rows
     * @param before rows of all credits granted before
     * @param lines credited now
     */
    static List<TaxRow> rows(List<TaxRow> invoiced, List<TaxRow> before, List<CreditLine> lines, String currency) {
        var zero = Money.zero(CurrencyUnit.of(currency));
        var bases = basesOf(lines, currency);
        var rows = new ArrayList<TaxRow>();
        for (var row : invoiced) {
            var base = bases.get(TaxCodes.of(row));
            if (base != null) {
                var baseBefore = zero;
                var taxBefore = zero;
                for (var earlier : before) {
                    if (isSame(earlier, row)) {
                        baseBefore = baseBefore.plus(Wire.money(earlier.getBase(), currency));
                        taxBefore = taxBefore.plus(Wire.money(earlier.getTax(), currency));
                    }
                }
                rows.add(TaxRow.newBuilder(row)
                        .setBase(Wire.amount(base))
                        .setTax(Wire.amount(
                                toDate(row, baseBefore.plus(base), currency).minus(taxBefore)))
                        .build());
            }
        }
        return rows;
    }

    private static Map<String, Money> basesOf(List<CreditLine> lines, String currency) {
        var bases = new TreeMap<String, Money>();
        for (var line : lines) {
            var codes = line.getTaxCodes().isEmpty() ? List.of(line.getTaxCategory()) : line.getTaxCodes();
            codes.forEach(code -> bases.merge(code, Wire.money(line.getNet(), currency), Money::plus));
        }
        return bases;
    }

    private static boolean isSame(TaxRow one, TaxRow other) {
        return TaxCodes.of(one).equals(TaxCodes.of(other)) && one.getRate().compareTo(other.getRate()) == 0;
    }

    private static Money toDate(TaxRow row, Money creditedToDate, String currency) {
        BigDecimal all = Wire.money(row.getBase(), currency).getAmount();
        return creditedToDate.getAmount().compareTo(all) == 0
                ? Wire.money(row.getTax(), currency)
                : creditedToDate.multipliedBy(row.getRate(), RoundingMode.HALF_UP);
    }

    private CreditTax() {}
}
