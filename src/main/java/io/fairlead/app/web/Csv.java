package io.fairlead.app.web;

import io.fairlead.gateway.spreadsheet.SpreadsheetRows;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records as CSV (RFC 4180), one column per component; texts cannot become formulas of a spreadsheet. */
final class Csv {

    static <T> String of(List<T> rows, Class<T> type) {
        var columns = List.of(type.getRecordComponents());
        return SpreadsheetRows.of(
                columns.stream().map(RecordComponent::getName).toList(),
                rows.stream()
                        .map(row -> columns.stream()
                                .map(column -> cell(column, row))
                                .toList())
                        .toList());
    }

    private static String cell(RecordComponent column, Object row) {
        try {
            return shown(column, row, column.getAccessor().invoke(row));
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("a view's record must be public", hidden);
        }
    }

    private static String shown(RecordComponent column, Object row, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal amount -> ShownAmount.of(amount, column.getName(), row);
            case String text -> SpreadsheetRows.text(text);
            default -> value.toString();
        };
    }

    private Csv() {}
}
