package io.fairlead.projection;

import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UpdatableRecord;

/** Rows of one table, collected in memory while a batch is folded and written with one statement. */
public abstract sealed class Collector<R extends UpdatableRecord<R>> permits Rows, States {

    private final Table<R> table;
    private final List<TableField<R, ?>> key;

    Collector(Table<R> table) {
        this.table = table;
        var primary = table.getPrimaryKey();
        if (primary == null) {
            throw new IllegalArgumentException(table.getName() + " needs a primary key");
        }
        this.key = List.copyOf(primary.getFields());
    }

    /** The table written. */
    public final Table<R> table() {
        return table;
    }

    final List<TableField<R, ?>> key() {
        return key;
    }

    final List<Object> keyOf(R row) {
        return key.stream().<Object>map(row::get).toList();
    }

    /** Reads what the coming batch may change. */
    abstract void prepare(DSLContext db, Collection<String> aggregateIds);

    abstract void flush(DSLContext db);

    abstract void clear();
}
