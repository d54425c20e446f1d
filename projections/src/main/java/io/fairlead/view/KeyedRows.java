package io.fairlead.view;

import static org.jooq.impl.DSL.noCondition;

import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Pages of a table whose rows are handed out as they stand.
 *
 * @param row its components are named as the columns are, see {@link ColumnsOf}
 * @param key unique among the rows of a page's condition; pages are in its order
 * @param form what a cursor, which is the key of a row, looks like
 */
public record KeyedRows<T extends Record>(Table<?> table, Class<T> row, Field<String> key, Pattern form) {

    /** Of rows that are known by a dated row of theirs: its first day, and its name. */
    public static final Pattern BY_DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}/.+");

    private record Keyed<T>(String key, T row) {}

    /**
     * The page after the cursor.
     *
     * @param cursor from the page before; null means from the beginning
     */
    public Page<T> page(DSLContext db, Condition which, @Nullable String cursor, int limit) {
        if (cursor != null && !form.matcher(cursor).matches()) {
            throw new CursorRefused(null);
        }
        var columns = ColumnsOf.row(table, row);
        var rows = db.select(columns)
                .select(key)
                .from(table)
                .where(which)
                .and(cursor == null ? noCondition() : key.gt(cursor))
                .orderBy(key)
                .limit(Page.oneMoreThan(limit))
                .fetch(found -> new Keyed<>(
                        found.get(columns.length, String.class),
                        found.into(columns).into(row)));
        var page = Page.of(rows, limit, Keyed::key);
        return new Page<>(page.items().stream().map(Keyed::row).toList(), page.next());
    }

    /** Rows whose column has the value; all rows for null. */
    public static Condition only(Field<String> column, @Nullable String value) {
        return value == null ? noCondition() : column.eq(value);
    }
}
