package io.fairlead.app.web;

import static io.fairlead.projection.db.Tables.BILLING_ITEM;
import static io.fairlead.projection.db.Tables.CREDIT_NOTE;
import static io.fairlead.projection.db.Tables.EXCEPTION_CASE;
import static io.fairlead.projection.db.Tables.EXPENSE;
import static io.fairlead.projection.db.Tables.INVOICE;
import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.api.BillingItemFilter;
import io.fairlead.billing.api.BillingReadApi;
import io.fairlead.billing.api.CreditNoteReadApi;
import io.fairlead.exception.api.ExceptionReadApi;
import io.fairlead.expense.api.ExpenseReadApi;
import io.fairlead.time.api.TimeReadApi;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jooq.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Words that a filter takes are the words that its view writes, as the column's comment lists them. */
class FilterWordsTest extends HttpTest {

    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of("/v1/invoices", BillingReadApi.InvoiceFilter.class, INVOICE.STATUS),
                Arguments.of("/v1/credit-notes", CreditNoteReadApi.CreditNoteFilter.class, CREDIT_NOTE.STATUS),
                Arguments.of("/v1/billing-items", BillingItemFilter.class, BILLING_ITEM.STATUS),
                Arguments.of("/v1/billing-items", BillingItemFilter.class, BILLING_ITEM.KIND),
                Arguments.of("/v1/expenses", ExpenseReadApi.ExpenseFilter.class, EXPENSE.STATUS),
                Arguments.of("/v1/time-entries", TimeReadApi.EntryFilter.class, TIME_ENTRY.STATUS),
                Arguments.of("/v1/exceptions", ExceptionReadApi.ExceptionFilter.class, EXCEPTION_CASE.STATUS));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void a_filter_takes_the_words_of_its_column_and_no_other(String path, Class<?> filter, Field<?> column) {
        var component = Arrays.stream(filter.getRecordComponents())
                .filter(each -> each.getName().equals(column.getName()))
                .findAny()
                .orElseThrow();
        assertThat(component.getAccessor().getAnnotation(Schema.class).allowableValues())
                .as(path + " " + column)
                .containsExactlyInAnyOrder(column.getComment()
                        .replaceAll(" \\([^)]*\\)", "")
                        .replace(" or ", ", ")
                        .split(", "));
    }

    /** The web layer of these tests has no expenses. */
    static Stream<Arguments> filtersHere() {
        return filters().filter(each -> !each.get()[0].equals("/v1/expenses"));
    }

    @ParameterizedTest
    @MethodSource("filtersHere")
    void another_word_is_refused_with_the_nearest(String path, Class<?> filter, Field<?> column) {
        var answer = get(path + "?" + column.getName() + "=nonsense");
        assertProblem(answer, 400, "PARAMETER_INVALID");
        assertThat(answer.text("field")).isEqualTo(column.getName());
        assertThat(answer.text("hint")).contains("use one of");
    }
}
