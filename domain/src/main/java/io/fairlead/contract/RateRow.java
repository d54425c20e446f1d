package io.fairlead.contract;

import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.Rate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a card as the rate look-up sees it.
 *
 * @param rateCardId the card
 * @param rateId the row
 * @param owner whose card it is
 * @param lineNo the one contract line; null means all
 * @param personId the one person; null means all
 * @param role the one role; null means all
 * @param workType the one kind of work; null means all
 * @param rate price; the meaning of a day is already worked in
 * @param unit HOUR or DAY
 * @param from first day
 * @param to first day outside; null means open
 * @param position place in the log: later is newer
 */
public record RateRow(
        String rateCardId,
        String rateId,
        String owner,
        @Nullable Integer lineNo,
        @Nullable String personId,
        @Nullable String role,
        @Nullable String workType,
        Rate rate,
        String unit,
        LocalDate from,
        @Nullable LocalDate to,
        long position) {

    /** What a day means: eight hours. */
    public static final int SECONDS_PER_DAY = 28_800;

    /** The row for a contract in the other currency of the exchange rate. */
    public RateRow with(ExchangeRate fx) {
        return new RateRow(
                rateCardId, rateId, owner, lineNo, personId, role, workType, rate.with(fx), unit, from, to, position);
    }

    /** Half-open: the first day counts, the end does not. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
