package io.fairlead.revenue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Terms of an obligation from day to day: what {@link RevenueToDate} works with. A change holds from its own day on, never for
 * a day before it, however early it was agreed.
 *
 * @param method when it is earned
 * @param byReport whether PERCENT_COMPLETE counts reported progress until an estimate is given
 * @param withinLimit whether revenue as incurred stops at the limit
 * @param from first day that earns
 * @param agreed price and end at first
 * @param changes of price and end, by their days
 * @param currency of the contract
 */
public record RevenueTerms(
        RevenueMethod method,
        boolean byReport,
        boolean withinLimit,
        LocalDate from,
        Agreed agreed,
        List<Change> changes,
        CurrencyUnit currency) {

    public RevenueTerms {
        changes = List.copyOf(changes);
    }

    /**
     * What a price is spread over.
     *
     * @param price null means unquantified
     * @param to first day after the term; null means open
     */
    public record Agreed(
            @Nullable BigDecimal price, @Nullable LocalDate to) {}

    /**
     * Another price or end.
     *
     * @param on first day of it
     * @param keeps whether what was earned before that day stays and only the rest is spread anew (PROSPECTIVE)
     */
    public record Change(LocalDate on, boolean keeps, Agreed agreed) {}

    /** From one end of the term to the other, never changed. */
    public static RevenueTerms of(
            RevenueMethod method, @Nullable BigDecimal price, LocalDate from, @Nullable LocalDate to, String currency) {
        return new RevenueTerms(method, false, true, from, new Agreed(price, to), List.of(), CurrencyUnit.of(currency));
    }

    /** With one change more, agreed after all others: it holds from its day on, whatever was agreed for later days. */
    public RevenueTerms with(Change change) {
        var all = new ArrayList<>(changes);
        all.removeIf(other -> other.on().isAfter(change.on()));
        all.add(change);
        return new RevenueTerms(method, byReport, withinLimit, from, agreed, all, currency);
    }

    /** Without what holds only from the day or from a later one. */
    RevenueTerms before(LocalDate day) {
        return new RevenueTerms(
                method,
                byReport,
                withinLimit,
                from,
                agreed,
                changes.stream().filter(change -> change.on().isBefore(day)).toList(),
                currency);
    }

    /** After the last change. */
    public Agreed last() {
        return changes.isEmpty() ? agreed : changes.getLast().agreed();
    }

    /** Days before which what was earned stays, the first at first. */
    public List<LocalDate> keeping() {
        return changes.stream().filter(Change::keeps).map(Change::on).distinct().toList();
    }
}
