package io.fairlead.projection;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Copies rows into a table that certainly lacks them; much cheaper for PostgreSQL than an insert. */
final class TableCopy {

    private static final int CHUNK_BYTES = 64 * 1024;

    private byte[] bytes = new byte[CHUNK_BYTES + 4 * 1024];
    private int length;

    private TableCopy() {}

    static <R extends UpdatableRecord<R>> void write(DSLContext db, Table<R> table, Collection<R> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var columns =
                table.fieldStream().map(field -> '"' + field.getName() + '"').collect(Collectors.joining(", "));
        var sql = "copy " + db.render(table) + " (" + columns + ") from stdin";
        db.connection(connection -> {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            try {
                new TableCopy().send(copy, rows, table.fields().length);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }

    private void send(CopyIn copy, Collection<? extends UpdatableRecord<?>> rows, int columns)
            throws java.sql.SQLException {
        for (var row : rows) {
            for (int i = 0; i < columns; i++) {
                if (i > 0) {
                    put('\t');
                }
                append(row.get(i));
            }
            put('\n');
            if (length >= CHUNK_BYTES) {
                copy.writeToCopy(bytes, 0, length);
                length = 0;
            }
        }
        copy.writeToCopy(bytes, 0, length);
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> plain("\\N");
            case String string -> escaped(string);
            case BigDecimal number -> plain(number.toPlainString());
            default -> plain(value.toString()); // Numbers, dates and times: nothing to escape.
        }
    }

    private void plain(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
    }

    /** Byte by byte: in UTF-8 no byte of another character looks like one of these. */
    private void escaped(String text) {
        var encoded = text.getBytes(StandardCharsets.UTF_8);
        reserve(2 * encoded.length);
        for (byte b : encoded) {
            switch (b) {
                case '\\' -> escape('\\');
                case '\t' -> escape('t');
                case '\n' -> escape('n');
                case '\r' -> escape('r');
                default -> bytes[length++] = b;
            }
        }
    }

    private void escape(char letter) {
        bytes[length++] = '\\';
        bytes[length++] = (byte) letter;
    }

    private void put(char c) {
        reserve(1);
        bytes[length++] = (byte) c;
    }

    private void reserve(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
    }
}
