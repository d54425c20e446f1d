package io.fairlead.projection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/** Compares one table in two schemas row by row, both read in the order of the key. */
final class TableComparison<R extends UpdatableRecord<R>> {

    private static final int FETCH_SIZE = 2_000;

    private final Table<R> table;
    private final List<TableField<R, ?>> key;
    private final Map<String, BigDecimal> servedSums = new LinkedHashMap<>();
    private final Map<String, BigDecimal> replayedSums = new LinkedHashMap<>();
    private long rows;
    private long missing;
    private long surplus;
    private long changed;
    private @Nullable String first;

    private TableComparison(Collector<R> collector) {
        this.table = collector.table();
        this.key = collector.key();
    }

    static <R extends UpdatableRecord<R>> TableDifference of(
            Collector<R> collector, DSLContext serving, DSLContext shadow) {
        return new TableComparison<>(collector).run(serving, shadow);
    }

    private TableDifference run(DSLContext serving, DSLContext shadow) {
        try (var left = cursor(serving);
                var right = cursor(shadow)) {
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
                if (order <= 0 && served != null) {
                    rows++;
                    add(servedSums, served);
                    served = left.fetchNext();
                }
                if (order >= 0 && replayed != null) {
                    add(replayedSums, replayed);
                    replayed = right.fetchNext();
                }
            }
        }
        return new TableDifference(table.getName(), rows, missing, surplus, changed, first, servedSums, replayedSums);
    }

    private Cursor<R> cursor(DSLContext db) {
        var order = new ArrayList<org.jooq.SortField<?>>();
        for (var field : key) {
            // Byte order is the order in which Java compares keys.
            order.add(
                    field.getType() == String.class
                            ? field.coerce(String.class).collate("C").asc()
                            : field.asc());
        }
        return db.selectFrom(table).orderBy(order).fetchSize(FETCH_SIZE).fetchLazy();
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

    private void add(Map<String, BigDecimal> sums, R row) {
        Field<String> currency = table.field("currency", String.class);
        for (var field : table.fields()) {
            if (field.getType() == BigDecimal.class && field.getName().endsWith("amount")) {
                var value = (BigDecimal) row.get(field);
                if (value != null) {
                    var unit = currency == null ? "" : " " + row.get(currency);
                    sums.merge(field.getName() + unit, value, BigDecimal::add);
                }
            }
        }
    }
}
