package io.fairlead.projection;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;

/** Writes many rows with one statement: each column is bound as one array, so the text never grows with the batch. */
final class TableWriter {

    private TableWriter() {}

    /** Rows whose key is there already are left as they are. */
    static <R extends UpdatableRecord<R>> void insert(
            DSLContext db, Table<R> table, List<TableField<R, ?>> key, Collection<R> rows) {
        write(db, table, rows, " on conflict (" + names(key) + ") do nothing");
    }

    /** Rows whose key is there already are replaced, but never by an older state. */
    static <R extends UpdatableRecord<R>> void upsert(
            DSLContext db, Table<R> table, List<TableField<R, ?>> key, Collection<R> rows) {
        var set = table.fieldStream()
                .filter(field -> !key.contains(field))
                .map(field -> name(field) + " = excluded." + name(field))
                .collect(Collectors.joining(", "));
        write(
                db,
                table,
                rows,
                " on conflict (" + names(key) + ") do update set " + set + " where t.position < excluded.position");
    }

    /**
     * Writes what was changed of rows that are there, but never over a newer state. PostgreSQL is given only the columns that
     * change: the others cost as much to send and read as they are many.
     */
    static <R extends UpdatableRecord<R>> void update(
            DSLContext db, Table<R> table, List<TableField<R, ?>> key, Collection<R> rows) {
        for (var alike : ChangedColumns.of(table, rows).entrySet()) {
            var columns = alike.getKey().stream().mapToObj(table::field).toList();
            var given = Stream.concat(key.stream(), columns.stream()).toList();
            var set = columns.stream().map(TableWriter::name).map(name -> name + " = e." + name);
            var same = key.stream().map(TableWriter::name).map(name -> "t." + name + " = e." + name);
            execute(
                    db,
                    "update " + db.render(table) + " as t set " + set.collect(Collectors.joining(", "))
                            + " from unnest("
                            + arrays(given) + ") as e (" + names(given) + ") where "
                            + same.collect(Collectors.joining(" and ")) + " and t.position < e.position",
                    given,
                    given.stream().mapToInt(table::indexOf).toArray(),
                    alike.getValue());
        }
    }

    private static <R extends UpdatableRecord<R>> void write(
            DSLContext db, Table<R> table, Collection<R> rows, String onConflict) {
        if (rows.isEmpty()) {
            return;
        }
        var all = List.of(table.fields());
        var sql = "insert into " + db.render(table) + " as t (" + names(all) + ") select * from unnest(" + arrays(all)
                + ")" + onConflict;
        execute(db, sql, all, IntStream.range(0, all.size()).toArray(), rows);
    }

    private static void execute(
            DSLContext db,
            String sql,
            List<? extends Field<?>> fields,
            int[] indexes,
            Collection<? extends UpdatableRecord<?>> rows) {
        db.connection(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < indexes.length; i++) {
                    statement.setArray(i + 1, column(connection, fields.get(i), indexes[i], rows));
                }
                statement.executeUpdate();
            }
        });
    }

    private static String arrays(List<? extends Field<?>> fields) {
        return fields.stream().map(field -> "?::" + typeOf(field) + "[]").collect(Collectors.joining(", "));
    }

    private static java.sql.Array column(
            Connection connection, Field<?> field, int index, Collection<? extends UpdatableRecord<?>> rows)
            throws SQLException {
        var type = field.getType();
        var values = rows.stream().map(row -> row.get(index));
        if (type == Long.class) {
            return connection.createArrayOf("bigint", values.toArray(Long[]::new));
        }
        if (type == Integer.class) {
            return connection.createArrayOf("integer", values.toArray(Integer[]::new));
        }
        return connection.createArrayOf(
                typeOf(field), values.map(TableWriter::text).toArray(String[]::new));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String typeOf(Field<?> field) {
        var type = field.getType();
        if (type == String.class) {
            return "text";
        } else if (type == Long.class) {
            return "bigint";
        } else if (type == Integer.class) {
            return "integer";
        } else if (type == BigDecimal.class) {
            return "numeric";
        } else if (type == LocalDate.class) {
            return "date";
        } else if (type == OffsetDateTime.class) {
            return "timestamptz";
        } else if (type == Boolean.class) {
            return "boolean";
        }
        throw new IllegalArgumentException("column " + field + " has a type that the engine cannot write: " + type);
    }

    private static String names(List<? extends Field<?>> fields) {
        return fields.stream().map(TableWriter::name).collect(Collectors.joining(", "));
    }

    private static String name(Field<?> field) {
        return '"' + field.getName() + '"';
    }
}
