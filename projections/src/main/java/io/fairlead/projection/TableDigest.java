package io.fairlead.projection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Checksums of a table's rows, made by PostgreSQL where the rows are.
 *
 * @param rows how many there are
 * @param buckets by bucket number, 0..1023, a row's key says which
 * @param sums of the columns that end in amount, by column and currency
 */
record TableDigest(long rows, Map<Integer, Bucket> buckets, Map<String, BigDecimal> sums) {

    private static final int BUCKETS = 1_024;

    /** Rows of a bucket and the sum of their hashes, in which order does not matter. */
    record Bucket(long rows, BigDecimal hash) {}

    static <R extends UpdatableRecord<R>> TableDigest of(DSLContext db, Table<R> table, List<TableField<R, ?>> key) {
        var bucket = bucket(key);
        // The whole row as text, so that no column can be forgotten; both sides have the same columns in the same
        // order.
        var hash = DSL.sum(
                DSL.field("hashtextextended({0}::text, 0)", SQLDataType.NUMERIC, DSL.field(DSL.name(table.getName()))));
        var buckets = new HashMap<Integer, Bucket>();
        long rows = 0;
        for (var row : db.select(bucket, DSL.count(), hash).from(table).groupBy(bucket)) {
            buckets.put(row.value1(), new Bucket(row.value2(), row.value3()));
            rows += row.value2();
        }
        return new TableDigest(rows, buckets, sums(db, table));
    }

    /** The bucket of a row. */
    static Field<Integer> bucket(List<? extends Field<?>> key) {
        var parts = new ArrayList<Field<?>>();
        for (var field : key) {
            parts.add(DSL.field("{0}::text", String.class, field));
        }
        return DSL.field(
                "(hashtext(concat_ws('|', {0})) & {1})",
                Integer.class, DSL.list(parts.toArray(Field<?>[]::new)), DSL.inline(BUCKETS - 1));
    }

    private static Map<String, BigDecimal> sums(DSLContext db, Table<?> table) {
        var columns = table.fieldStream()
                .filter(field ->
                        field.getType() == BigDecimal.class && field.getName().endsWith("amount"))
                .toList();
        var sums = new LinkedHashMap<String, BigDecimal>();
        if (columns.isEmpty()) {
            return sums;
        }
        @Nullable Field<String> currency = table.field("currency", String.class);
        var unit = currency == null ? DSL.inline("") : currency;
        var selected = new ArrayList<Field<?>>();
        selected.add(unit);
        columns.forEach(column -> selected.add(DSL.sum(column.coerce(BigDecimal.class))));
        var grouped = db.select(selected).from(table);
        for (var row : currency == null
                ? grouped.fetch()
                : grouped.groupBy(unit).orderBy(unit).fetch()) {
            for (int i = 0; i < columns.size(); i++) {
                var sum = row.get(i + 1, BigDecimal.class);
                if (sum != null) {
                    var suffix = currency == null ? "" : " " + row.get(0);
                    sums.put(columns.get(i).getName() + suffix, sum);
                }
            }
        }
        return sums;
    }

    /** Numbers of the buckets in which the two differ. */
    Integer[] bucketsUnlike(TableDigest other) {
        var unlike = new TreeSet<Integer>();
        var all = new TreeSet<>(buckets.keySet());
        all.addAll(other.buckets.keySet());
        for (var number : all) {
            if (!Objects.equals(buckets.get(number), other.buckets.get(number))) {
                unlike.add(number);
            }
        }
        return unlike.toArray(Integer[]::new);
    }
}
