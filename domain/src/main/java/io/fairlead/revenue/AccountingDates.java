package io.fairlead.revenue;

import io.fairlead.shared.AccountingCalendar;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which day a fact counts for in the books of one company (R14): its own, or the first open day after the last closed period.
 *
 * @param openFrom first day after the last closed period; null when none is closed
 * @param ended whether the last closed period is the company's last: no day is open
 */
public record AccountingDates(@Nullable LocalDate openFrom, boolean ended) implements AccountingCalendar.Days {

    /** Every day is open. */
    public static final AccountingDates ALL_OPEN = new AccountingDates(null, false);

    /** After one more closed period: null is the end of the last period of a company that ends. */
    public AccountingDates closed(@Nullable LocalDate to) {
        if (ended || to == null) {
            return new AccountingDates(openFrom, true);
        }
        return openFrom == null || to.isAfter(openFrom) ? new AccountingDates(to, false) : this;
    }

    /**
     * The day in the books: with March closed, 2026-03-31 counts on 2026-04-01. Empty when no day is open.
     */
    @Override
    public Optional<LocalDate> of(LocalDate serviceDate) {
        if (ended) {
            return Optional.empty();
        }
        return Optional.of(openFrom == null || serviceDate.isAfter(openFrom) ? serviceDate : openFrom);
    }
}
