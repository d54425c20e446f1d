package io.fairlead.revenue.view;

import java.time.LocalDate;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * As of when figures are told: what counts up to a day, as it was known at a position of the log. A closed answer never changes.
 *
 * @param day last accounting date that counts; null means all
 * @param position of the last event known; null means now
 */
public record KnownAt(@Nullable LocalDate day, @Nullable Long position) {

    /** Everything, as known now. */
    public static final KnownAt NOW = new KnownAt(null, null);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** As a parameter of the functions of schema bi. */
    public Field<LocalDate> dayField() {
        return DSL.val(day == null ? LAST_DAY : day);
    }

    /** As a parameter of the functions of schema bi. */
    public Field<Long> positionField() {
        return DSL.val(position == null ? Long.MAX_VALUE : position);
    }
}
