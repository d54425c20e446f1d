package io.fairlead.app.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records as CSV (RFC 4180), one column per component; texts cannot become formulas of a spreadsheet. */
final class Csv {

    static <T> String of(List<T> rows, Class<T> type) {
        var columns = type.getRecordComponents();
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(Arrays.stream(columns).map(RecordComponent::getName).toArray(String[]::new));
            for (var row : rows) {
                csv.writeRecord(
                        Arrays.stream(columns).map(column -> cell(column, row)).toArray(String[]::new));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String cell(RecordComponent column, Object row) {
        try {
            return shown(column.getAccessor().invoke(row));
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("a view's record must be public", hidden);
        }
    }

    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal amount -> StrictJson.shown(amount);
            case String text when !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 -> "'" + text;
            default -> value.toString();
        };
    }

    private Csv() {}
}
