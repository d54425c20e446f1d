package io.fairlead.projection;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
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

    private static <R extends UpdatableRecord<R>> void write(
            DSLContext db, Table<R> table, Collection<R> rows, String onConflict) {
        if (rows.isEmpty()) {
            return;
        }
        var arrays =
                table.fieldStream().map(field -> "?::" + typeOf(field) + "[]").collect(Collectors.joining(", "));
        var sql = "insert into " + db.render(table) + " as t (" + names(List.of(table.fields()))
                + ") select * from unnest(" + arrays + ")" + onConflict;
        db.connection(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < table.fields().length; i++) {
                    statement.setArray(i + 1, column(connection, table.fields()[i], i, rows));
                }
                statement.executeUpdate();
            }
        });
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
