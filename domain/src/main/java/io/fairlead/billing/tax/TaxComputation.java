package io.fairlead.billing.tax;

import io.fairlead.billing.event.TaxRow;
import io.fairlead.shared.AmountText;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.TaxCategories;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * R4. Each line is taxed at the rates of its own day. DOCUMENT: of the lines with the same code, category, rate and reason the
 * sum of the nets times the rate, rounded HALF_UP to the currency's digits; the document's tax is the sum of those rows (EN 16931
 * BR-S-09, BR-CO-14). Lines 68.33, 68.33, 57.50 and 85.00 at 20 % give 55.83. LINE: rounded per line and code, each row the sum of
 * its lines: 55.84.
 */
public final class TaxComputation {

    /** What a row says of its lines' tax; dated rates that say the same make one row. */
    private record Terms(
            String category,
            BigDecimal rate,
            @Nullable String reason,
            @Nullable String region) {

        static Terms of(TaxRate rate) {
            return new Terms(
                    rate.category(),
                    rate.rate().setScale(6),
                    TaxCategories.WITH_REASON.contains(rate.category()) ? rate.source() : null,
                    rate.region());
        }
    }

    /**
     * One row per code and what its rates say, in the order of codes and days. A line with several taxes stands in the base of
     * each.
     *
     * @param rates those that hold on the days of the lines, by day and code
     * @throws RuleViolated X-02 when a code has no rate on a line's day
     */
    public static List<TaxRow> rows(
            List<TaxedLine> lines, String currency, TaxMode mode, Map<LocalDate, Map<String, TaxRate>> rates) {
        var bearing = new TreeMap<String, Map<Terms, List<TaxedLine>>>();
        lines.stream().sorted(Comparator.comparing(TaxedLine::day)).forEach(line -> line.codes()
                .forEach(code -> bearing.computeIfAbsent(code, _ -> new LinkedHashMap<>())
                        .computeIfAbsent(terms(rates, code, line.day()), _ -> new ArrayList<>())
                        .add(line)));
        var rows = new ArrayList<TaxRow>();
        bearing.forEach((code, byTerms) -> byTerms.forEach((terms, taxed) -> {
            var row = row(code, terms, taxed, currency, mode);
            rows.add(
                    byTerms.size() == 1 ? row.build() : row.setDays(days(taxed)).build());
        }));
        return List.copyOf(rows);
    }

    /**
     * Refuses rows that were not made of these lines: each base is the sum of the nets of the lines that bear the row, and each
     * line bears one row per code.
     *
     * @throws RuleViolated X-03
     */
    public static void requireMadeOf(List<TaxRow> rows, List<TaxedLine> lines, String currency) {
        for (var row : rows) {
            var borne = lines.stream().filter(line -> bears(line, row)).toList();
            var base = sum(nets(borne, currency), currency);
            if (borne.isEmpty() || !base.equals(WireAmount.money(row.getBase(), currency))) {
                throw notMadeOf(TaxCodes.of(row) + " is of " + AmountText.of(row.getBase()) + ", its lines are "
                        + AmountText.of(base.getAmount()));
            }
        }
        for (var line : lines) {
            for (var code : line.codes()) {
                var bearing = rows.stream()
                        .filter(row -> TaxCodes.of(row).equals(code) && bears(line, row))
                        .count();
                if (bearing != 1) {
                    throw notMadeOf("line " + line.lineNo() + " stands in " + bearing + " rows of " + code);
                }
            }
        }
    }

    private static boolean bears(TaxedLine line, TaxRow row) {
        return TaxCodes.bears(line.codes(), line.day(), TaxCodes.of(row), row.getDays());
    }

    private static RuleViolated notMadeOf(String reason) {
        return new RuleViolated("X-03", "taxRows", "the tax " + reason, "work it out again");
    }

    /** Sum of the rows' taxes. */
    public static Money total(List<TaxRow> rows, String currency) {
        return sum(
                rows.stream()
                        .map(row -> WireAmount.money(row.getTax(), currency))
                        .toList(),
                currency);
    }

    private static Terms terms(Map<LocalDate, Map<String, TaxRate>> rates, String code, LocalDate day) {
        var rate = rates.getOrDefault(day, Map.of()).get(code);
        if (rate == null) {
            throw new RuleViolated(
                    "X-02",
                    "taxRates",
                    "no tax rate of " + code + " holds on " + day,
                    "set the rate of the legal entity");
        }
        return Terms.of(rate);
    }

    private static TaxRow.Builder row(String code, Terms terms, List<TaxedLine> lines, String currency, TaxMode mode) {
        var nets = nets(lines, currency);
        var base = sum(nets, currency);
        var tax =
                switch (mode) {
                    case DOCUMENT -> base.multipliedBy(terms.rate(), RoundingMode.HALF_UP);
                    case LINE ->
                        sum(
                                nets.stream()
                                        .map(net -> net.multipliedBy(terms.rate(), RoundingMode.HALF_UP))
                                        .toList(),
                                currency);
                };
        return TaxRow.newBuilder()
                .setCategory(terms.category())
                .setRate(terms.rate())
                .setBase(WireAmount.amount(base))
                .setTax(WireAmount.amount(tax))
                .setReason(terms.reason())
                .setCode(code)
                .setRegion(terms.region());
    }

    private static List<LocalDate> days(List<TaxedLine> lines) {
        return lines.stream().map(TaxedLine::day).distinct().toList();
    }

    private static List<Money> nets(List<TaxedLine> lines, String currency) {
        return lines.stream()
                .map(line -> WireAmount.money(line.net(), currency))
                .toList();
    }

    private static Money sum(List<Money> amounts, String currency) {
        return amounts.stream().reduce(Money.zero(CurrencyUnit.of(currency)), Money::plus);
    }

    private TaxComputation() {}
}
