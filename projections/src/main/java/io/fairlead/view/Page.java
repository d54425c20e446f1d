package io.fairlead.view;

import static org.jooq.impl.DSL.noCondition;

import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list; read by the HTTP side.
 *
 * @param items in the order of the key, at most as many as asked for
 * @param next cursor of the next page; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Most items of a page. */
    public static final int LIMIT_MAX = 1_000;

    /** Refuses limits outside 1..1000; queries read one item more than asked for, to know whether more follow. */
    public static int oneMoreThan(int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("limit: must be 1.." + LIMIT_MAX + ", was " + limit);
        }
        return limit + 1;
    }

    /**
     * The rows behind a cursor, in a list whose cursors are its ids.
     *
     * @param id named for the kind of its ids: {@code person_id} has {@code person:<key>}
     * @param cursor from the page before; null means from the beginning
     * @throws CursorRefused when it is the id of nothing in such a list
     */
    public static Condition after(Field<String> id, @Nullable String cursor) {
        if (cursor == null) {
            return noCondition();
        }
        var kind = id.getName().replaceFirst("_id$", "").replace('_', '-') + ":";
        if (!cursor.startsWith(kind) || cursor.length() == kind.length()) {
            throw new CursorRefused(null);
        }
        return id.gt(cursor);
    }

    /** @param read what {@link #oneMoreThan} allowed to read */
    public static <T> Page<T> of(List<T> read, int limit, Function<T, String> cursor) {
        if (read.size() <= limit) {
            return new Page<>(List.copyOf(read), null);
        }
        var items = List.copyOf(read.subList(0, limit));
        return new Page<>(items, cursor.apply(items.getLast()));
    }
}
