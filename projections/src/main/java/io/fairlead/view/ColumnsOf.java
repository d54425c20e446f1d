package io.fairlead.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Table;

/** The columns that make up a row as queries hand it out, so that a wide row is named in one place only: its record. */
public final class ColumnsOf {

    /**
     * The columns named as the record's components are, in their order: {@code workDate} is column {@code work_date}. jOOQ maps
     * what is selected so onto the record by position.
     *
     * @throws NullPointerException naming the component that has no column; queries ask once, when they are loaded
     */
    public static Field<?>[] row(Table<?> table, Class<? extends Record> row) {
        return Arrays.stream(row.getRecordComponents())
                .map(component -> Objects.requireNonNull(
                        table.field(column(component.getName())), () -> table.getName() + " has no " + component))
                .toArray(Field<?>[]::new);
    }

    private static String column(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private ColumnsOf() {}
}
