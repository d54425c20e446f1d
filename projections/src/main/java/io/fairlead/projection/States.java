package io.fairlead.projection;

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
public final class States<R extends UpdatableRecord<R>> extends Collector<R> {

    private final Set<String> kinds;
    private final Field<String> owner;
    private final Field<Long> position;
    private final Map<List<Object>, R> rows = new HashMap<>();
    private final Map<String, Map<List<Object>, R>> byOwner = new HashMap<>();
    private final Set<List<Object>> changed = new LinkedHashSet<>();

    private States(Table<R> table, Set<String> kinds) {
        super(table);
        this.kinds = kinds;
        this.owner = key().getFirst().coerce(String.class);
        var found = table.field("position", Long.class);
        if (found == null) {
            throw new IllegalArgumentException(table.getName() + " needs a column position");
        }
        this.position = found;
    }

    /** @param kinds of the aggregates whose state the table holds, for example {@code time-entry} */
    public static <R extends UpdatableRecord<R>> States<R> of(Table<R> table, String... kinds) {
        return new States<>(table, Set.of(kinds));
    }

    /** The row as it stands, or null when there is none. */
    public @Nullable R find(Object... key) {
        return rows.get(Arrays.asList(key));
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
        return byOwner.getOrDefault(aggregateId, Map.of()).values();
    }

    /** Makes the row, or changes it when it is there. */
    public void put(Facts facts, Consumer<R> change, Object... key) {
        var row = find(key);
        if (row == null) {
            row = table().newRecord();
            for (int i = 0; i < key.length; i++) {
                row.set(key().get(i).coerce(Object.class), key[i]);
            }
            remember(row);
        }
        apply(row, facts, change);
    }

    /** Changes the row; see {@link #get} for the refusal. */
    public void change(Facts facts, Consumer<R> change, Object... key) {
        apply(get(key), facts, change);
    }

    private void apply(R row, Facts facts, Consumer<R> change) {
        if (!facts.aggregateId().equals(row.get(owner))) {
            // Streams are folded beside each other: a row that two of them wrote would depend on their order.
            throw new IllegalStateException(table().getName() + " has a row of " + row.get(owner) + " that an event of "
                    + facts.aggregateId() + " wants to change");
        }
        var last = row.get(position);
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
        byOwner.computeIfAbsent((String) key.getFirst(), _ -> new LinkedHashMap<>())
                .put(key, row);
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
    void flush(DSLContext db) {
        TableWriter.upsert(
                db,
                table(),
                key(),
                changed.stream().map(key -> get(key.toArray())).toList());
    }

    @Override
    void clear() {
        rows.clear();
        byOwner.clear();
        changed.clear();
    }
}
