package io.fairlead.view;

import static io.fairlead.projection.db.Tables.CONTRACT_PAYER;
import static io.fairlead.projection.db.Tables.CUSTOMER;
import static io.fairlead.projection.db.Tables.CUSTOMER_CHANGE;
import static io.fairlead.projection.db.Tables.EXCEPTION_CASE;
import static io.fairlead.projection.db.Tables.EXPENSE;
import static io.fairlead.projection.db.Tables.INSTALMENT;
import static io.fairlead.projection.db.Tables.LEGAL_ENTITY;
import static io.fairlead.projection.db.Tables.MILESTONE;
import static io.fairlead.projection.db.Tables.PERSON;
import static io.fairlead.projection.db.Tables.PROGRESS_ITEM;
import static io.fairlead.projection.db.Tables.PROGRESS_REPORT;
import static io.fairlead.projection.db.Tables.PROJECT;
import static io.fairlead.projection.db.Tables.TASK;
import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.billing.view.BillingItemQuery;
import io.fairlead.contract.view.ContractQuery;
import io.fairlead.exception.view.ExceptionQuery;
import io.fairlead.expense.view.ExpenseQuery;
import io.fairlead.party.view.CustomerQuery;
import io.fairlead.project.view.ProgressQuery;
import io.fairlead.project.view.ProjectQuery;
import io.fairlead.resource.view.PersonQuery;
import io.fairlead.time.view.TimeEntryQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wide rows are read by the names of their columns, which no compiler checks: each component must get its column's value. */
class RecordsByNameTest {

    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of(TimeEntryQuery.Entry.class, TIME_ENTRY),
                Arguments.of(ExpenseQuery.ExpenseRow.class, EXPENSE),
                Arguments.of(ExceptionQuery.Case.class, EXCEPTION_CASE),
                Arguments.of(BillingItemQuery.InstalmentRow.class, INSTALMENT),
                Arguments.of(ContractQuery.Payer.class, CONTRACT_PAYER),
                Arguments.of(CustomerQuery.Customer.class, CUSTOMER),
                Arguments.of(CustomerQuery.Change.class, CUSTOMER_CHANGE),
                Arguments.of(CustomerQuery.LegalEntity.class, LEGAL_ENTITY),
                Arguments.of(ProgressQuery.Part.class, PROGRESS_ITEM),
                Arguments.of(ProgressQuery.Report.class, PROGRESS_REPORT),
                Arguments.of(ProjectQuery.Project.class, PROJECT),
                Arguments.of(ProjectQuery.Task.class, TASK),
                Arguments.of(ProjectQuery.Milestone.class, MILESTONE),
                Arguments.of(PersonQuery.Person.class, PERSON));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void each_component_gets_the_value_of_its_column(Class<? extends Record> type, Table<?> table) throws Exception {
        var row = table.newRecord();
        int number = 0;
        for (var column : table.fields()) {
            fill(row, column, ++number);
        }
        var read = row.into(ColumnsOf.row(table, type)).into(type);
        for (var component : type.getRecordComponents()) {
            var column = Objects.requireNonNull(
                    table.field(component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)));
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            assertThat(accessor.invoke(read)).as("%s", component).isEqualTo(row.get(column));
        }
    }

    private record Misspelt(String personId, String personNam) {}

    @Test
    void a_component_without_a_column_is_named() {
        assertThatThrownBy(() -> ColumnsOf.row(PERSON, Misspelt.class))
                .hasMessageContaining("person has no")
                .hasMessageContaining("personNam");
    }

    private static <T> void fill(org.jooq.Record row, Field<T> column, int number) {
        row.set(column, column.getType().cast(value(column.getType(), number)));
    }

    private static Object value(Class<?> type, int number) {
        if (type == String.class) {
            return "text " + number;
        } else if (type == Integer.class) {
            return number;
        } else if (type == Long.class) {
            return (long) number;
        } else if (type == Short.class) {
            return (short) number;
        } else if (type == Boolean.class) {
            return true;
        } else if (type == BigDecimal.class) {
            return BigDecimal.valueOf(number, 4);
        } else if (type == LocalDate.class) {
            return LocalDate.EPOCH.plusDays(number);
        } else if (type == OffsetDateTime.class) {
            return OffsetDateTime.of(LocalDate.EPOCH.plusDays(number).atStartOfDay(), ZoneOffset.UTC);
        }
        throw new IllegalArgumentException("no sample of " + type);
    }
}
