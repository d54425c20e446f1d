package io.fairlead.app.verify.account;

import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.contract.event.RateSet;
import io.fairlead.shared.event.FxRate;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRepriced;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What time costs, worked out again from seconds and rates by arithmetic of its own, and from which row its rate comes. */
public final class PriceAccount implements RunningAccount {

    private static final String OWN_RATE = "ENTRY_OVERRIDE";
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Map<String, Set<BigDecimal>> rates = new HashMap<>();
    private final Map<String, String> currencies = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private long examined;

    @Override
    public void book(SpecificRecord event) {
        switch (event) {
            case RateSet e ->
                rates.computeIfAbsent(row(e.getRateCardId(), e.getRateId()), _ -> new HashSet<>())
                        .add(e.getRate().stripTrailingZeros());
            case TimePriced e -> {
                currencies.put(e.getTimeEntryId(), e.getCurrency());
                fromItsRow(e.getTimeEntryId(), e.getLevel(), row(e.getRateCardId(), e.getRateId()), e.getRate());
                price(
                        e.getTimeEntryId() + " is priced at",
                        e.getAmount(),
                        exact(e.getBilledSeconds(), e.getRate(), e.getSecondsPerUnit(), e.getFx(), e.getRateCurrency()),
                        e.getCurrency(),
                        e.getRounding());
            }
            case TimeRepriced e -> {
                fromItsRow(e.getTimeEntryId(), e.getLevel(), row(e.getRateCardId(), e.getRateId()), e.getRate());
                price(
                        e.getTimeEntryId() + " is repriced at",
                        e.getAmount(),
                        exact(e.getSeconds(), e.getRate(), e.getSecondsPerUnit(), e.getFx(), e.getRateCurrency()),
                        e.getCurrency(),
                        e.getRounding());
            }
            case InvoiceLinesAdded e -> e.getLines().forEach(line -> line(e.getInvoiceId(), line));
            default -> {}
        }
    }

    /** Sentences about amounts that do not follow from their seconds and rates. */
    public List<String> differences() {
        return Collections.unmodifiableList(differences);
    }

    /** How many amounts were worked out again. */
    public long examined() {
        return examined;
    }

    private static String row(String card, String rate) {
        return card + " " + rate;
    }

    private void fromItsRow(String entry, String level, String row, BigDecimal rate) {
        if (!level.equals(OWN_RATE) && !rates.getOrDefault(row, Set.of()).contains(rate.stripTrailingZeros())) {
            differences.add(entry + " has rate " + rate.toPlainString() + ", which row " + row + " never said");
        }
    }

    /** A price by itself is exact; a share of a line that is rounded as a whole may have a smallest unit more or less. */
    private void price(String what, BigDecimal said, BigDecimal exact, String currency, String rounding) {
        examined++;
        int digits = digits(currency);
        var due = exact.setScale(digits, RoundingMode.HALF_UP);
        var spare = rounding.equals("PER_LINE") ? BigDecimal.ONE.movePointLeft(digits) : BigDecimal.ZERO;
        if (said.subtract(due).abs().compareTo(spare) > 0) {
            differences.add(
                    "%s %s %s, recomputed %s".formatted(what, said.toPlainString(), currency, due.toPlainString()));
        }
    }

    /** A part of an amount has whole seconds, and both are rounded: up to a second and two smallest units. */
    private void line(String invoice, InvoiceLine line) {
        var seconds = line.getSeconds();
        var price = line.getPrice();
        var perUnit = line.getSecondsPerUnit();
        var currency = currencies.get(line.getSourceId());
        if (seconds == null || price == null || perUnit == null || seconds == 0 || currency == null) {
            return;
        }
        examined++;
        var adjusted = line.getAdjustment() == null ? BigDecimal.ZERO : line.getAdjustment();
        var said = line.getNet().subtract(adjusted);
        var unit = BigDecimal.ONE.movePointLeft(digits(currency));
        var spare = exact(1, price, perUnit, null, null).add(unit.multiply(TWO));
        var due = exact(seconds, price, perUnit, null, null);
        if (said.subtract(due).abs().compareTo(spare) > 0) {
            differences.add("%s: line %d has %s for %d s at %s / %d s, recomputed %s"
                    .formatted(
                            invoice,
                            line.getLineNo(),
                            said.toPlainString(),
                            seconds,
                            price.toPlainString(),
                            perUnit,
                            due.setScale(digits(currency), RoundingMode.HALF_UP).toPlainString()));
        }
    }

    private static BigDecimal exact(
            int seconds, BigDecimal rate, int perUnit, @Nullable FxRate fx, @Nullable String currency) {
        var product = rate.multiply(BigDecimal.valueOf(seconds));
        var unit = BigDecimal.valueOf(perUnit);
        if (fx == null) {
            return product.divide(unit, MathContext.DECIMAL128);
        }
        return fx.getBase().equals(currency)
                ? product.multiply(fx.getRate()).divide(unit, MathContext.DECIMAL128)
                : product.divide(fx.getRate().multiply(unit), MathContext.DECIMAL128);
    }

    private static int digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
