package io.fairlead.contract;

import io.fairlead.shared.Rate;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A row that is set or ended, stated or only imagined.
 *
 * @param row as it stands after the change
 * @param from first day of work that the change concerns
 * @param to first day outside; null means open
 */
public record RateChange(
        RateRow row, LocalDate from, @Nullable LocalDate to) {

    /** A new row concerns the days on which it holds. */
    public static RateChange set(RateRow row) {
        return new RateChange(row, row.from(), row.to());
    }

    /** A row as it stands, for days from one on; one that ended before them concerns all later days, on which it held before. */
    public static RateChange of(RateRow row, LocalDate from) {
        var to = row.to();
        return new RateChange(row, from, to == null || !to.isAfter(from) ? null : to);
    }

    /** A row that would be set. */
    public static RateChange of(SetRate command) {
        var perUnit = command.unit().equals("DAY") ? RateRow.SECONDS_PER_DAY : Rate.SECONDS_PER_HOUR;
        return set(new RateRow(
                command.rateCardId().value(),
                command.rateId(),
                command.owner(),
                command.lineNo(),
                command.personId() == null ? null : command.personId().value(),
                command.role(),
                command.workType(),
                new Rate(command.rate(), CurrencyUnit.of(command.currency()), perUnit),
                command.unit(),
                command.from(),
                command.to(),
                Long.MAX_VALUE));
    }

    /** An ended row concerns the days on which it held before; one whose end moves later those that it did not hold on before. */
    public static RateChange ended(RateRow row, LocalDate end) {
        var moved = new RateRow(
                row.rateCardId(),
                row.rateId(),
                row.owner(),
                row.lineNo(),
                row.personId(),
                row.role(),
                row.workType(),
                row.rate(),
                row.unit(),
                row.from(),
                end,
                row.position());
        var before = row.to();
        return before != null && end.isAfter(before)
                ? new RateChange(moved, before, end)
                : new RateChange(moved, end, before);
    }
}
