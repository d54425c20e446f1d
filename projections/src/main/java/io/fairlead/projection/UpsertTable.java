package io.fairlead.projection;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Rows that follow the state of aggregates. The first column of the key is the aggregate's id; the column {@code
 * position} tells the last event folded in, so that an event already folded changes nothing.
 */
public final class UpsertTable<R extends UpdatableRecord<R>> extends TableBuffer<R> {

    private final Set<String> kinds;
    private final Field<String> owner;
    private final Field<Long> position;
    private final int positionColumn;
    private final Map<Object, R> rows = new HashMap<>();
    private final Map<String, Map<Object, R>> byOwner = new HashMap<>();
    private final Set<Object> changed = new LinkedHashSet<>();
    private final Set<Object> made = new LinkedHashSet<>();

    private UpsertTable(Table<R> table, Set<String> kinds) {
        super(table);
        this.kinds = kinds;
        this.owner = key().getFirst().coerce(String.class);
        this.position = positionOf(table);
        this.positionColumn = table.indexOf(position);
    }

    @SuppressWarnings("unchecked")
    private static Field<Long> positionOf(Table<?> table) {
        var found = table.field("position");
        if (found == null || found.getType() != Long.class) {
            throw new IllegalArgumentException(table.getName() + " needs a column position");
        }
        return (Field<Long>) found;
    }

    @SuppressWarnings("unchecked")
    private static void set(UpdatableRecord<?> row, Field<?> column, Object value) {
        row.set((Field<Object>) column, value);
    }

    /** @param kinds of the aggregates whose state the table holds, for example {@code time-entry} */
    public static <R extends UpdatableRecord<R>> UpsertTable<R> of(Table<R> table, String... kinds) {
        return new UpsertTable<>(table, Set.of(kinds));
    }

    /** The row as it stands, or null when there is none. */
    public @Nullable R find(Object... key) {
        return rows.get(keyOfValues(key));
    }

    /**
     * The row as it stands.
     *
     * @throws IllegalStateException when there is none: an event that must have come before is missing
     */
    public R get(Object... key) {
        var row = find(key);
        if (row == null) {
            throw new IllegalStateException(table().getName() + " " + Arrays.toString(key)
                    + " is unknown: an earlier event of its stream is missing or parked");
        }
        return row;
    }

    /** All rows of one aggregate. */
    public Collection<R> of(String aggregateId) {
        if (hasPlainKey()) {
            var row = rows.get(aggregateId);
            return row == null ? List.of() : List.of(row);
        }
        return byOwner.getOrDefault(aggregateId, Map.of()).values();
    }

    /** Makes the row, or changes it when it is there. */
    public void put(EventMetadata facts, Consumer<R> change, Object... key) {
        var row = find(key);
        if (row == null) {
            row = table().newRecord();
            for (int i = 0; i < key.length; i++) {
                set(row, key().get(i), key[i]);
            }
            remember(row);
            made.add(keyOf(row));
        }
        apply(row, facts, change);
    }

    /** Changes the row; see {@link #get} for the refusal. */
    public void change(EventMetadata facts, Consumer<R> change, Object... key) {
        apply(get(key), facts, change);
    }

    /** As {@link #put(EventMetadata, Consumer, Object...)}, of a table whose key is the aggregate's id. */
    public void put(EventMetadata facts, String aggregateId, Consumer<R> change) {
        put(facts, change, aggregateId);
    }

    /** As {@link #change(EventMetadata, Consumer, Object...)}, of a table whose key is the aggregate's id. */
    public void change(EventMetadata facts, String aggregateId, Consumer<R> change) {
        change(facts, change, aggregateId);
    }

    private void apply(R row, EventMetadata facts, Consumer<R> change) {
        if (!facts.aggregateId().equals(ownerOf(row))) {
            // Streams are folded beside each other: a row that two of them wrote would depend on their order.
            throw new IllegalStateException(table().getName() + " has a row of " + ownerOf(row) + " that an event of "
                    + facts.aggregateId() + " wants to change");
        }
        var last = (Long) row.get(positionColumn);
        if (last != null && last >= facts.position()) {
            return;
        }
        change.accept(row);
        row.set(position, facts.position());
        changed.add(keyOf(row));
    }

    private void remember(R row) {
        var key = keyOf(row);
        rows.put(key, row);
        if (!hasPlainKey()) {
            byOwner.computeIfAbsent(ownerOf(row), _ -> new LinkedHashMap<>()).put(key, row);
        }
    }

    @Override
    void prepare(DSLContext db, Collection<String> aggregateIds) {
        var wanted = aggregateIds.stream().filter(this::isMine).toArray(String[]::new);
        if (wanted.length > 0) {
            db.selectFrom(table())
                    .where(owner.eq(DSL.any(wanted)))
                    .orderBy(key())
                    .forEach(this::remember);
        }
    }

    private boolean isMine(String aggregateId) {
        return kinds.contains(aggregateId.substring(0, Math.max(0, aggregateId.indexOf(':'))));
    }

    @Override
    void flush(DSLContext db, boolean once) {
        if (once) {
            TableCopy.write(db, table(), rowsOf(made));
        } else {
            TableWriter.upsert(db, table(), key(), rowsOf(made));
        }
        changed.removeAll(made);
        TableWriter.update(db, table(), key(), rowsOf(changed));
    }

    private List<R> rowsOf(Collection<Object> keys) {
        var found = new ArrayList<R>(keys.size());
        for (var key : keys) {
            found.add(requireNonNull(rows.get(key)));
        }
        return found;
    }

    @Override
    void clear() {
        rows.clear();
        byOwner.clear();
        changed.clear();
        made.clear();
    }
}
