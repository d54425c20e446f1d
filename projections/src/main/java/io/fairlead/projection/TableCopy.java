package io.fairlead.projection;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Copies rows into a table that certainly lacks them; much cheaper for PostgreSQL than an insert. */
final class TableCopy {

    private static final int ROW_CHARS = 400;

    private TableCopy() {}

    static <R extends UpdatableRecord<R>> void write(DSLContext db, Table<R> table, Collection<R> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var columns =
                table.fieldStream().map(field -> '"' + field.getName() + '"').collect(Collectors.joining(", "));
        var sql = "copy " + db.render(table) + " (" + columns + ") from stdin";
        var text = text(rows, table.fields().length);
        db.connection(connection -> {
            try {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(text));
            } catch (IOException impossible) {
                throw new IllegalStateException("a text in memory could not be read", impossible);
            }
        });
    }

    private static String text(Collection<? extends UpdatableRecord<?>> rows, int columns) {
        var text = new StringBuilder(rows.size() * ROW_CHARS);
        for (var row : rows) {
            for (int i = 0; i < columns; i++) {
                if (i > 0) {
                    text.append('\t');
                }
                append(text, row.get(i));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("\\N");
            case String string -> escape(text, string);
            case BigDecimal number -> text.append(number.toPlainString());
            case Long number -> text.append(number.longValue());
            case Integer number -> text.append(number.intValue());
            default -> text.append(value);
        }
    }

    private static void escape(StringBuilder text, String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
