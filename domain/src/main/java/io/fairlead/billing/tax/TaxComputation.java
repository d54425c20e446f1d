package io.fairlead.billing.tax;

import io.fairlead.billing.event.TaxRow;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.TaxCategories;
import io.fairlead.shared.WireAmount;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * R4. DOCUMENT: per code, the sum of the lines' nets times the rate, rounded HALF_UP to the currency's digits; the
 * document's tax is the sum of those rows (EN 16931 BR-S-09, BR-CO-14). Lines 68.33, 68.33, 57.50 and 85.00 at 20 % give
 * 55.83. LINE: rounded per line and code, each row the sum of its lines: 55.84.
 */
public final class TaxComputation {

    /**
     * One row per code, in the order of the codes. A line with several taxes stands in the base of each.
     *
     * @throws RuleViolated X-02 when a code has no rate
     */
    public static List<TaxRow> rows(List<TaxedLine> lines, String currency, TaxMode mode, Map<String, TaxRate> rates) {
        var nets = new TreeMap<String, List<Money>>();
        for (var line : lines) {
            for (var code : line.codes()) {
                nets.computeIfAbsent(code, _ -> new ArrayList<>()).add(WireAmount.money(line.net(), currency));
            }
        }
        return nets.entrySet().stream()
                .map(bearing -> row(bearing.getKey(), bearing.getValue(), currency, mode, rates))
                .toList();
    }

    /**
     * Refuses rows that were not made of these lines: each base is the sum of the nets of the lines that bear its code.
     *
     * @throws RuleViolated X-03
     */
    public static void requireMadeOf(List<TaxRow> rows, List<TaxedLine> lines, String currency) {
        var bases = new TreeMap<String, Money>();
        lines.forEach(line ->
                line.codes().forEach(code -> bases.merge(code, WireAmount.money(line.net(), currency), Money::plus)));
        var told = new TreeMap<String, Money>();
        rows.forEach(row -> told.merge(TaxCodes.of(row), WireAmount.money(row.getBase(), currency), Money::plus));
        if (!told.equals(bases)) {
            throw new RuleViolated(
                    "X-03", "taxRows", "the tax is of " + told + ", the lines are " + bases, "work it out again");
        }
    }

    /** Sum of the rows' taxes. */
    public static Money total(List<TaxRow> rows, String currency) {
        return sum(
                rows.stream()
                        .map(row -> WireAmount.money(row.getTax(), currency))
                        .toList(),
                currency);
    }

    private static TaxRow row(
            String code, List<Money> nets, String currency, TaxMode mode, Map<String, TaxRate> rates) {
        var rate = rates.get(code);
        if (rate == null) {
            throw new RuleViolated(
                    "X-02",
                    "taxRates",
                    "no tax rate of " + code + " holds at the tax point",
                    "set the rate of the legal entity");
        }
        var base = sum(nets, currency);
        var tax =
                switch (mode) {
                    case DOCUMENT -> base.multipliedBy(rate.rate(), RoundingMode.HALF_UP);
                    case LINE ->
                        sum(
                                nets.stream()
                                        .map(net -> net.multipliedBy(rate.rate(), RoundingMode.HALF_UP))
                                        .toList(),
                                currency);
                };
        return TaxRow.newBuilder()
                .setCategory(rate.category())
                .setRate(rate.rate().setScale(6))
                .setBase(WireAmount.amount(base))
                .setTax(WireAmount.amount(tax))
                .setReason(TaxCategories.WITH_REASON.contains(rate.category()) ? rate.source() : null)
                .setCode(code)
                .setRegion(rate.region())
                .build();
    }

    private static Money sum(List<Money> amounts, String currency) {
        return amounts.stream().reduce(Money.zero(CurrencyUnit.of(currency)), Money::plus);
    }

    private TaxComputation() {}
}
