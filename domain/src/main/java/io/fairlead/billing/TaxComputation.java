package io.fairlead.billing;

import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.TaxCategories;
import io.fairlead.shared.Wire;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * R4: per category, the sum of the lines' nets times the rate, rounded HALF_UP to the currency's digits; the invoice's tax
 * is the sum of those rows (EN 16931 BR-S-09, BR-CO-14). Lines 68.33, 68.33, 57.50 and 85.00 at 20 % give 55.83.
 */
final class TaxComputation {

    /**
     * One row per category, in the order of the categories' codes.
     *
     * @throws RuleViolated X-02 when a category has no rate
     */
    static List<TaxRow> rows(List<InvoiceLine> lines, String currency, Map<String, TaxRate> rates) {
        var bases = new TreeMap<String, Money>();
        for (var line : lines) {
            bases.merge(line.getTaxCategory(), Wire.money(line.getNet(), currency), Money::plus);
        }
        return bases.entrySet().stream()
                .map(base -> row(base.getKey(), base.getValue(), rates))
                .toList();
    }

    /** Sum of the rows' taxes. */
    static Money total(List<TaxRow> rows, String currency) {
        return rows.stream()
                .map(row -> Wire.money(row.getTax(), currency))
                .reduce(Money.zero(CurrencyUnit.of(currency)), Money::plus);
    }

    private static TaxRow row(String category, Money base, Map<String, TaxRate> rates) {
        var rate = rates.get(category);
        if (rate == null) {
            throw new RuleViolated(
                    "X-02",
                    "taxRates",
                    "no tax rate of category " + category + " holds at the tax point",
                    "set the rate of the legal entity");
        }
        return TaxRow.newBuilder()
                .setCategory(category)
                .setRate(rate.rate().setScale(6))
                .setBase(Wire.amount(base))
                .setTax(Wire.amount(base.multipliedBy(rate.rate(), RoundingMode.HALF_UP)))
                .setReason(category.equals(TaxCategories.STANDARD) ? null : rate.source())
                .build();
    }

    private TaxComputation() {}
}
