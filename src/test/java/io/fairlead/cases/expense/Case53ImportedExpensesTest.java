package io.fairlead.cases.expense;

import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.expense.ExpenseSteps.draft;
import static io.fairlead.cases.expense.ExpenseSteps.margin;
import static io.fairlead.cases.expense.ExpenseSteps.money;
import static io.fairlead.cases.expense.ExpenseSteps.net;
import static io.fairlead.cases.expense.ExpenseSteps.open;
import static io.fairlead.cases.expense.ExpenseSteps.opened;
import static io.fairlead.cases.expense.ExpenseSteps.unbilled;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Cases 52 and 53, of expenses: files come again, edited, mended and refused row by row; each row is one expense. */
@ExtendWith(CaseStack.class)
class Case53ImportedExpensesTest {

    private static final String HEADER = "id,person,project,category,spent_on,amount,tax,recoverable_tax,currency\n";

    private static String row(Firm firm, String id, String amount, String tax) {
        return firm.id(id) + "," + firm.id("ana") + "," + firm.id("work") + ",TRAVEL,2026-03-02," + amount + "," + tax
                + "," + tax + ",EUR\n";
    }

    @CanIgnoreReturnValue
    private static JsonNode taken(Firm firm, String actor, String... rows) {
        var answer =
                firm.taken(actor, "/v1/imports/expenses?source=concur&submit=true", HEADER + String.join("", rows));
        firm.settled();
        return answer;
    }

    private static JsonNode dryRun(Firm firm, String... rows) {
        return firm.taken(
                Firm.RECORDER, "/v1/imports/expenses?source=concur&dry-run=true", HEADER + String.join("", rows));
    }

    /** How many rows were new, corrected, repeated and refused. */
    private static List<Integer> counts(JsonNode report) {
        return List.of(
                report.path("accepted").asInt(),
                report.path("corrected").asInt(),
                report.path("repeated").asInt(),
                report.path("refused").asInt());
    }

    private static JsonNode only(Firm firm) {
        firm.settled();
        var all = firm.get("/v1/expenses?limit=500&person=" + firm.id("ana")).path("items");
        assertThat(all).hasSize(1);
        return all.path(0);
    }

    private static String key(JsonNode expense) {
        return expense.path("expenseId").asString().replace("expense:", "");
    }

    private static void approve(Firm firm) {
        firm.as("approver", "/v1/expenses/" + key(only(firm)) + "/approval", of());
        firm.settled();
    }

    @Test
    void the_same_row_again_is_one_expense_and_an_edited_one_a_correction(Firm firm) {
        opened(firm);
        var flight = row(firm, "flight", "595.00", "95.00");
        var less = row(firm, "flight", "476.00", "76.00");
        assertThat(counts(dryRun(firm, flight, flight, less))).containsExactly(1, 1, 1, 0);

        assertThat(counts(taken(firm, Firm.RECORDER, flight, flight))).containsExactly(1, 0, 1, 0);
        assertThat(counts(taken(firm, Firm.RECORDER, flight))).containsExactly(0, 0, 1, 0);
        assertThat(counts(dryRun(firm, less))).containsExactly(0, 1, 0, 0);
        assertThat(counts(taken(firm, Firm.RECORDER, less))).containsExactly(0, 1, 0, 0);
        assertThat(only(firm).path("status").asString()).isEqualTo("submitted");
        assertThat(counts(taken(firm, Firm.RECORDER, flight))).as("and back").containsExactly(0, 1, 0, 0);
        assertThat(counts(taken(firm, Firm.RECORDER, less))).containsExactly(0, 1, 0, 0);
        approve(firm);

        assertThat(unbilled(firm)).containsExactly("440.00", "0.00");
        var invoice = draft(firm, "2026-03-31");
        assertThat(net(firm.issue(invoice))).isEqualTo("440.00");
        firm.provedRight(invoice);
    }

    @Test
    void what_people_corrected_here_stays_until_the_row_is_edited(Firm firm) {
        opened(firm);
        var flight = row(firm, "flight", "595.00", "95.00");
        taken(firm, Firm.RECORDER, flight);
        approve(firm);
        ExpenseSteps.corrected(firm, key(only(firm)), "2026-03-02", "476.00", "76.00");

        assertThat(counts(taken(firm, Firm.RECORDER, flight))).containsExactly(0, 0, 1, 0);
        assertThat(unbilled(firm)).containsExactly("440.00", "0.00");
        assertThat(counts(taken(firm, "colleague", row(firm, "flight", "357.00", "57.00"))))
                .containsExactly(0, 1, 0, 0);
        assertThat(unbilled(firm)).containsExactly("330.00", "0.00");
    }

    @Test
    void of_a_billed_one_that_was_edited_a_credit_is_proposed_by_another_than_its_author(Firm firm) {
        opened(firm);
        taken(firm, Firm.RECORDER, row(firm, "flight", "595.00", "95.00"));
        approve(firm);
        var invoice = draft(firm, "2026-03-31");
        firm.issue(invoice);
        var less = row(firm, "flight", "476.00", "76.00");

        var refused = taken(firm, Firm.RECORDER, less);
        assertThat(counts(refused)).containsExactly(0, 0, 0, 1);
        assertThat(refused.path("refusals").path(0).path("code").asString()).isEqualTo("V-03");
        assertThat(counts(taken(firm, "colleague", less))).containsExactly(0, 1, 0, 0);

        var now = only(firm);
        assertThat(money(now.path("proposedCredit"))).isEqualTo("110.00");
        assertThat(open(firm, key(now))).containsExactly("BILLED_EXPENSE_CHANGED");
        assertThat(margin(firm)).containsExactly("400.00", "550.00");
        assertThat(counts(taken(firm, "colleague", less))).containsExactly(0, 0, 1, 0);
    }

    @Test
    void a_rejected_one_that_was_mended_goes_in_and_is_offered_again(Firm firm) {
        opened(firm);
        taken(firm, Firm.RECORDER, row(firm, "flight", "595.00", "95.00"));
        firm.as("approver", "/v1/expenses/" + key(only(firm)) + "/rejection", of("reason", "the tax is wrong"));
        firm.settled();

        assertThat(counts(taken(firm, Firm.RECORDER, row(firm, "flight", "595.00", "70.00"))))
                .containsExactly(0, 1, 0, 0);
        assertThat(only(firm).path("status").asString()).isEqualTo("submitted");
    }

    @Test
    void bad_rows_name_field_reason_and_remedy_and_the_good_ones_go_in(Firm firm) {
        opened(firm);
        var report = taken(
                firm,
                Firm.RECORDER,
                row(firm, "good", "10.00", "0.00"),
                row(firm, "comma", "1e3", "0.00"),
                row(firm, "below", "-10.00", "0.00"),
                row(firm, "tax", "10.00", "11.00"),
                row(firm, "stranger", "10.00", "0.00").replace(firm.id("ana"), firm.id("nobody")),
                row(firm, "thousands", "1,000.00", "0.00"));

        assertThat(counts(report)).containsExactly(1, 0, 0, 5);
        assertThat(report.path("refusals")
                        .valueStream()
                        .map(each -> each.path("line").asLong() + " "
                                + each.path("field").asString() + " "
                                + each.path("code").asString())
                        .toList())
                .containsExactly(
                        "3 amount CELL_INVALID",
                        "4 amount CELL_INVALID",
                        "5 recoverableTax V-01",
                        "6 person PERSON_UNKNOWN",
                        "7 row CELL_INVALID");
        assertThat(report.path("refusals").valueStream())
                .allSatisfy(each -> assertThat(each.path("remedy").asString("")).isNotEmpty());
        assertThat(money(only(firm).path("amount"))).isEqualTo("10.00");
    }

    @Test
    void a_row_that_is_for_something_else_now_is_refused(Firm firm) {
        opened(firm);
        firm.person("ben", "engineer");
        taken(firm, Firm.RECORDER, row(firm, "flight", "595.00", "95.00"));

        var report = taken(
                firm, Firm.RECORDER, row(firm, "flight", "595.00", "95.00").replace(firm.id("ana"), firm.id("ben")));

        assertThat(report.path("refusals").path(0).path("code").asString()).isEqualTo("V-02");
        assertThat(money(only(firm).path("amount"))).isEqualTo("595.00");
    }

    @Test
    void a_file_with_an_unknown_column_is_refused_as_a_whole(Firm firm) {
        opened(firm);
        assertThat(firm.refusedFile(
                        "/v1/imports/expenses",
                        HEADER.replace("recoverable_tax", "recoverable") + "1,2,3,4,5,6,7,8,9\n"))
                .isEqualTo("COLUMN_UNKNOWN");
        assertThat(firm.refusedFile("/v1/imports/expenses", "id,person\n1,ana\n"))
                .isEqualTo("COLUMNS_MISSING");
        assertThat(firm.refusedFile("/v1/imports/expenses", HEADER)).isEqualTo("FILE_EMPTY");
    }
}
