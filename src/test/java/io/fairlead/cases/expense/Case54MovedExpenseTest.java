package io.fairlead.cases.expense;

import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.expense.ExpenseSteps.credit;
import static io.fairlead.cases.expense.ExpenseSteps.creditNet;
import static io.fairlead.cases.expense.ExpenseSteps.draft;
import static io.fairlead.cases.expense.ExpenseSteps.expense;
import static io.fairlead.cases.expense.ExpenseSteps.flight;
import static io.fairlead.cases.expense.ExpenseSteps.money;
import static io.fairlead.cases.expense.ExpenseSteps.net;
import static io.fairlead.cases.expense.ExpenseSteps.noteId;
import static io.fairlead.cases.expense.ExpenseSteps.open;
import static io.fairlead.cases.expense.ExpenseSteps.opened;
import static io.fairlead.cases.expense.ExpenseSteps.unbilled;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Case 54, of expenses: one moves to another customer with its money; a billed one leaves a proposed credit behind. */
@ExtendWith(CaseStack.class)
class Case54MovedExpenseTest {

    /** The flight on {@code work} with 10 %; {@code other} is of another customer, without a mark-up and limited to 300. */
    private static String opens(Firm firm) {
        opened(firm);
        var _ = firm.customer("neighbour", "EUR");
        firm.contract(
                "other",
                "EUR",
                "Europe/Berlin",
                null,
                Map.of("customer", firm.id("neighbour")),
                List.of(line(1, "NOT_TO_EXCEED", "limit", "300.00")));
        firm.settled();
        return flight(firm);
    }

    private static Map<String, Object> toOther(Firm firm) {
        return of("project", firm.id("other"), "reason", "it was for the neighbour");
    }

    private static JsonNode there(Firm firm, String flight) {
        return expense(firm, expense(firm, flight).path("movedTo").asString());
    }

    private static List<String> unbilledThere(Firm firm) {
        firm.settled();
        var row = firm.get("/v1/views/unbilled?contract=" + firm.id("other"))
                .path("items")
                .path(0);
        return List.of(money(row.path("unbilled")), money(row.path("overLimit")));
    }

    @Test
    void unbilled_it_is_priced_and_limited_where_it_is_now_and_nothing_is_left(Firm firm) {
        var flight = opens(firm);

        firm.as("lead", "/v1/expenses/" + flight + "/move", toOther(firm));

        assertThat(unbilled(firm)).containsExactly("0.00", "0.00");
        assertThat(unbilledThere(firm)).containsExactly("300.00", "200.00");
        var now = there(firm, flight);
        assertThat(now.path("movedFrom").asString()).isEqualTo("expense:" + flight);
        assertThat(now.path("approvedBy").asString()).isEqualTo("local|lead");
        assertThat(expense(firm, flight).path("status").asString()).isEqualTo("moved");
        var invoice = draft(firm, "2026-03-31");
        assertThat(net(firm.issue(invoice))).isEqualTo("300.00");
        firm.provedRight(invoice);
    }

    @Test
    void of_a_billed_one_a_credit_is_proposed_there_and_it_is_unbilled_here(Firm firm) {
        var flight = opens(firm);
        var invoice = draft(firm, "2026-03-31");
        assertThat(net(firm.issue(invoice))).isEqualTo("550.00");

        firm.as("lead", "/v1/expenses/" + flight + "/move", toOther(firm));

        assertThat(unbilledThere(firm)).containsExactly("300.00", "200.00");
        assertThat(open(firm, flight)).containsExactly("BILLED_EXPENSE_CHANGED");
        var note = firm.credit(invoice, "2026-05-02", credit(null, "REOPEN"));
        assertThat(creditNet(note)).isEqualTo("550.00");
        assertThat(open(firm, flight)).isEmpty();
        assertThat(unbilled(firm)).containsExactly("0.00", "0.00");
        assertThat(expense(firm, flight).path("status").asString()).isEqualTo("moved");
        firm.provedRight(invoice, noteId(note));
    }

    @Test
    void moves_are_refused_by_name_and_a_repeat_changes_nothing(Firm firm) {
        var flight = opens(firm);
        var path = "/v1/expenses/" + flight + "/move";
        assertThat(firm.refusal(Firm.RECORDER, path, toOther(firm))).isEqualTo("V-03");
        assertThat(firm.refusal(Firm.RECORDER, path + "/preview", toOther(firm)))
                .isEqualTo("V-03");
        var preview = firm.as("lead", path + "/preview", toOther(firm));
        assertThat(money(preview.path("after").path("unbilled"))).isEqualTo("0.00");

        firm.as("lead", path, toOther(firm));
        var position = firm.position();
        firm.as("lead", path, toOther(firm));
        assertThat(firm.position()).isEqualTo(position);
        assertThat(firm.refusal("lead", path, of("project", firm.id("work"), "reason", "no")))
                .isEqualTo("V-14");
        assertThat(firm.refusal("lead", "/v1/expenses/" + flight + "/withdrawal", of("reason", "no")))
                .isEqualTo("V-14");
    }
}
