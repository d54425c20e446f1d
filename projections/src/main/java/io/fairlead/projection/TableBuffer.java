package io.fairlead.projection;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UpdatableRecord;

/** Rows of one table, collected in memory while a batch is folded and written with one statement. */
public abstract sealed class TableBuffer<R extends UpdatableRecord<R>> permits AppendOnlyTable, UpsertTable {

    private final Table<R> table;
    private final List<TableField<R, ?>> key;
    private final int[] keyColumns;

    TableBuffer(Table<R> table) {
        this.table = table;
        var primary = table.getPrimaryKey();
        if (primary == null) {
            throw new IllegalArgumentException(table.getName() + " needs a primary key");
        }
        this.key = List.copyOf(primary.getFields());
        // By number: looking a column up by its field compares names, for each row again.
        this.keyColumns = key.stream().mapToInt(table::indexOf).toArray();
    }

    /** The table written. */
    public final Table<R> table() {
        return table;
    }

    final List<TableField<R, ?>> key() {
        return key;
    }

    /** The key as a map's key: the value itself when it is one column. */
    final Object keyOf(R row) {
        if (keyColumns.length == 1) {
            return requireNonNull(row.get(keyColumns[0]));
        }
        var values = new Object[keyColumns.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.get(keyColumns[i]);
        }
        return Arrays.asList(values);
    }

    static Object keyOfValues(Object... values) {
        return values.length == 1 ? values[0] : Arrays.asList(values);
    }

    final boolean hasPlainKey() {
        return keyColumns.length == 1;
    }

    final String ownerOf(R row) {
        return (String) requireNonNull(row.get(keyColumns[0]));
    }

    /** Reads what the coming batch may change. */
    abstract void prepare(DSLContext db, Collection<String> aggregateIds);

    /** @param once whether each event comes once for certain, so that a row made now cannot be there already */
    abstract void flush(DSLContext db, boolean once);

    abstract void clear();
}
