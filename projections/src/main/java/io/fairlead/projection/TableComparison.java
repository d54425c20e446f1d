package io.fairlead.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Compares one table in two schemas: by checksums, then row by row where these differ, in the order of the key. */
final class TableComparison<R extends UpdatableRecord<R>> {

    private static final int FETCH_SIZE = 2_000;

    private final Table<R> table;
    private final List<TableField<R, ?>> key;
    private long missing;
    private long surplus;
    private long changed;
    private @Nullable String first;

    private TableComparison(TableBuffer<R> collector) {
        this.table = collector.table();
        this.key = collector.key();
    }

    static <R extends UpdatableRecord<R>> TableDifference of(
            TableBuffer<R> collector, DSLContext serving, DSLContext shadow) {
        return new TableComparison<>(collector).run(serving, shadow);
    }

    /** Buckets of rows are compared by their checksums within PostgreSQL; rows are read only of those that differ. */
    private TableDifference run(DSLContext serving, DSLContext shadow) {
        var replaying = CompletableFuture.supplyAsync(() -> TableDigest.of(shadow, table, key));
        TableDigest served;
        try {
            served = TableDigest.of(serving, table, key);
        } catch (RuntimeException e) {
            replaying.handle((_, _) -> true).join(); // Its transaction must not be closed under it.
            throw e;
        }
        var replayed = join(replaying);
        var differing = served.bucketsUnlike(replayed);
        if (differing.length > 0) {
            compareRows(serving, shadow, differing);
        }
        return new TableDifference(
                table.getName(), served.rows(), missing, surplus, changed, first, served.sums(), replayed.sums());
    }

    private static TableDigest join(CompletableFuture<TableDigest> digest) {
        try {
            return digest.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private void compareRows(DSLContext serving, DSLContext shadow, Integer[] buckets) {
        try (var left = cursor(serving, buckets);
                var right = cursor(shadow, buckets)) {
            var served = left.fetchNext();
            var replayed = right.fetchNext();
            while (served != null || replayed != null) {
                int order = served == null ? 1 : replayed == null ? -1 : compareKeys(served, replayed);
                if (order < 0) {
                    surplus++;
                    note("only served: ", Objects.requireNonNull(served));
                } else if (order > 0) {
                    missing++;
                    note("only replayed: ", Objects.requireNonNull(replayed));
                } else if (!Objects.equals(served, replayed)) {
                    changed++;
                    noteChange(Objects.requireNonNull(served), Objects.requireNonNull(replayed));
                }
                if (order <= 0) {
                    served = left.fetchNext();
                }
                if (order >= 0) {
                    replayed = right.fetchNext();
                }
            }
        }
    }

    private Cursor<R> cursor(DSLContext db, Integer[] buckets) {
        var order = new ArrayList<org.jooq.SortField<?>>();
        for (var field : key) {
            // Byte order is the order in which Java compares keys.
            order.add(
                    field.getType() == String.class
                            ? field.coerce(String.class).collate("C").asc()
                            : field.asc());
        }
        return db.selectFrom(table)
                .where(TableDigest.bucket(key).eq(DSL.any(buckets)))
                .orderBy(order)
                .fetchSize(FETCH_SIZE)
                .fetchLazy();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private int compareKeys(R served, R replayed) {
        for (var field : key) {
            int order = ((Comparable) served.get(field)).compareTo(replayed.get(field));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private void note(String what, Record row) {
        if (first == null) {
            first = what + keyText(row);
        }
    }

    private void noteChange(R served, R replayed) {
        if (first != null) {
            return;
        }
        for (var field : table.fields()) {
            if (!Objects.equals(served.get(field), replayed.get(field))) {
                first = keyText(served) + ": " + field.getName() + " is " + served.get(field) + ", replayed "
                        + replayed.get(field);
                return;
            }
        }
    }

    private String keyText(Record row) {
        return key.stream()
                .map(field -> String.valueOf(row.get(field)))
                .toList()
                .toString();
    }
}
