package io.fairlead.projection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.UpdatableRecord;

/** Rows that are written once and never change, such as movements: the same key again is the same row. */
public final class AppendOnlyTable<R extends UpdatableRecord<R>> extends TableBuffer<R> {

    private final Map<Object, R> rows = new LinkedHashMap<>();

    private final boolean ofOneEvent;

    private AppendOnlyTable(Table<R> table) {
        super(table);
        // Other rows may be told of again by a later event of their stream.
        this.ofOneEvent = key().getFirst().getName().equals("event_id");
    }

    public static <R extends UpdatableRecord<R>> AppendOnlyTable<R> of(Table<R> table) {
        return new AppendOnlyTable<>(table);
    }

    /** Collects a row; all columns of its primary key must be set. */
    public void add(R row) {
        rows.putIfAbsent(keyOf(row), row);
    }

    @Override
    void prepare(DSLContext db, Collection<String> aggregateIds) {
        // Nothing is read: a row that is there already is the same row.
    }

    @Override
    void flush(DSLContext db, boolean once) {
        if (once && ofOneEvent) {
            TableCopy.write(db, table(), rows.values());
        } else {
            TableWriter.insert(db, table(), key(), rows.values());
        }
    }

    @Override
    void clear() {
        rows.clear();
    }
}
