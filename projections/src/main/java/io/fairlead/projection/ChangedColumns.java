package io.fairlead.projection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Table;
import org.jooq.UpdatableRecord;

/** Which columns a batch changed, so that rows changed alike are written by one statement. */
final class ChangedColumns {

    /** Fewer rows than this are not worth a statement of their own. */
    private static final int STATEMENT_ROWS_MIN = 16;

    private ChangedColumns() {}

    /**
     * Rows by the numbers of the columns to write, which hold at least all that changed of each row. What only a few rows
     * have in common is put together: all of its columns are written of all of them, most as they were.
     */
    static <R extends UpdatableRecord<R>> Map<BitSet, List<R>> of(Table<R> table, Collection<R> rows) {
        var alike = new HashMap<BitSet, List<R>>();
        for (var row : rows) {
            alike.computeIfAbsent(changed(table, row), _ -> new ArrayList<>()).add(row);
        }
        var written = new LinkedHashMap<BitSet, List<R>>();
        var union = new BitSet();
        var few = new ArrayList<R>();
        alike.forEach((columns, same) -> {
            if (same.size() >= STATEMENT_ROWS_MIN) {
                written.put(columns, same);
            } else {
                union.or(columns);
                few.addAll(same);
            }
        });
        if (!few.isEmpty()) {
            // Never twice the same key: a group of these very columns takes them in.
            written.computeIfAbsent(union, _ -> new ArrayList<>()).addAll(few);
        }
        return written;
    }

    private static BitSet changed(Table<?> table, UpdatableRecord<?> row) {
        var changed = new BitSet();
        for (int i = 0; i < table.fields().length; i++) {
            if (row.modified(i)) {
                changed.set(i);
            }
        }
        return changed;
    }
}
