package io.fairlead.cases.expense;

import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.expense.ExpenseSteps.credit;
import static io.fairlead.cases.expense.ExpenseSteps.creditNet;
import static io.fairlead.cases.expense.ExpenseSteps.draft;
import static io.fairlead.cases.expense.ExpenseSteps.expense;
import static io.fairlead.cases.expense.ExpenseSteps.flight;
import static io.fairlead.cases.expense.ExpenseSteps.margin;
import static io.fairlead.cases.expense.ExpenseSteps.money;
import static io.fairlead.cases.expense.ExpenseSteps.net;
import static io.fairlead.cases.expense.ExpenseSteps.noteId;
import static io.fairlead.cases.expense.ExpenseSteps.open;
import static io.fairlead.cases.expense.ExpenseSteps.opened;
import static io.fairlead.cases.expense.ExpenseSteps.refund;
import static io.fairlead.cases.expense.ExpenseSteps.refunded;
import static io.fairlead.cases.expense.ExpenseSteps.unbilled;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 54, of expenses: the supplier gives money back, or the expense is none; the customer is credited what was billed. */
@ExtendWith(CaseStack.class)
class Case54RefundedExpenseTest {

    @Test
    void unbilled_the_customer_pays_what_is_left(Firm firm) {
        opened(firm);
        var flight = flight(firm);

        var now = refunded(firm, flight, "r-1", "238.00", "38.00");

        assertThat(money(now.path("refundedAmount"))).isEqualTo("238.00");
        assertThat(money(now.path("amount"))).as("the receipt stands").isEqualTo("595.00");
        assertThat(money(now.path("cost"))).isEqualTo("300.00");
        assertThat(unbilled(firm)).containsExactly("330.00", "0.00");
        assertThat(margin(firm)).containsExactly("300.00", "330.00");
        var invoice = draft(firm, "2026-04-30");
        assertThat(net(firm.issue(invoice))).isEqualTo("330.00");
        firm.provedRight(invoice);
    }

    @Test
    void all_of_it_leaves_nothing_to_bill(Firm firm) {
        opened(firm);
        var flight = flight(firm);

        refunded(firm, flight, "r-1", "238.00", "38.00");
        refunded(firm, flight, "r-2", "357.00", "57.00");

        assertThat(unbilled(firm)).containsExactly("0.00", "0.00");
        assertThat(margin(firm)).containsExactly("0.00", "0.00");
        assertThat(draft(firm, "2026-04-30")).isEqualTo("nothing");
        firm.provedRight();
    }

    @Test
    void billed_it_is_credited_to_the_cent_with_its_tax(Firm firm) {
        opened(firm);
        var flight = flight(firm);
        var invoice = draft(firm, "2026-03-31");
        firm.issue(invoice);

        var now = refunded(firm, flight, "r-1", "238.00", "38.00");
        assertThat(money(now.path("proposedCredit"))).isEqualTo("220.00");
        assertThat(open(firm, flight)).containsExactly("BILLED_EXPENSE_CHANGED");

        var note = firm.credit(invoice, "2026-05-02", credit("220.00", "CORRECTED"));
        assertThat(creditNet(note)).isEqualTo("220.00");
        assertThat(money(note.path("creditNote").path("gross"))).isEqualTo("264.00");
        assertThat(open(firm, flight)).isEmpty();
        assertThat(margin(firm)).containsExactly("300.00", "330.00");
        assertThat(expense(firm, flight).path("status").asString()).isEqualTo("billed");
        firm.provedRight(invoice, noteId(note));
    }

    @Test
    void a_withdrawn_expense_is_nothing_and_what_was_billed_is_credited(Firm firm) {
        opened(firm);
        var flight = flight(firm);
        var invoice = draft(firm, "2026-03-31");
        firm.issue(invoice);
        var path = "/v1/expenses/" + flight + "/withdrawal";
        assertThat(firm.refusal(Firm.RECORDER, path, of("reason", "twice"))).isEqualTo("V-03");

        firm.as("lead", path, of("reason", "entered twice"));

        assertThat(open(firm, flight)).containsExactly("BILLED_EXPENSE_CHANGED");
        assertThat(expense(firm, flight).path("status").asString()).isEqualTo("billed");
        var note = firm.credit(invoice, "2026-05-02", credit(null, "CORRECTED"));
        assertThat(creditNet(note)).isEqualTo("550.00");
        assertThat(open(firm, flight)).isEmpty();
        assertThat(expense(firm, flight).path("status").asString()).isEqualTo("withdrawn");
        assertThat(margin(firm)).containsExactly("0.00", "0.00");
        assertThat(firm.refusal("lead", "/v1/expenses/" + flight + "/refunds", refund("r-1", "10.00", "0.00")))
                .isEqualTo("V-13");
        firm.provedRight(invoice, noteId(note));
    }

    @Test
    void unbilled_it_is_withdrawn_at_once(Firm firm) {
        opened(firm);
        var flight = flight(firm);

        firm.as("lead", "/v1/expenses/" + flight + "/withdrawal", of("reason", "entered twice"));

        assertThat(expense(firm, flight).path("status").asString()).isEqualTo("withdrawn");
        assertThat(unbilled(firm)).containsExactly("0.00", "0.00");
        assertThat(draft(firm, "2026-04-30")).isEqualTo("nothing");
        firm.provedRight();
    }

    @Test
    void refunds_are_refused_by_name_and_told_twice_are_one(Firm firm) {
        opened(firm);
        var flight = flight(firm);
        var path = "/v1/expenses/" + flight + "/refunds";
        assertThat(firm.refusal(Firm.RECORDER, path, refund("r-1", "595.01", "95.00")))
                .as("more than the receipt")
                .isEqualTo("V-12");
        assertThat(firm.refusal(Firm.RECORDER, path + "/preview", refund("r-1", "595.01", "95.00")))
                .isEqualTo("V-12");
        var preview = firm.as(Firm.RECORDER, path + "/preview", refund("r-1", "238.00", "38.00"));
        assertThat(money(preview.path("after").path("unbilled"))).isEqualTo("330.00");
        assertThat(unbilled(firm)).as("nothing was done").containsExactly("550.00", "0.00");

        refunded(firm, flight, "r-1", "238.00", "38.00");
        var position = firm.position();
        refunded(firm, flight, "r-1", "238.00", "38.00");
        assertThat(firm.position()).isEqualTo(position);
        assertThat(firm.refusal(Firm.RECORDER, path, refund("r-1", "119.00", "19.00")))
                .as("another one under its name")
                .isEqualTo("V-12");
        assertThat(unbilled(firm)).containsExactly("330.00", "0.00");
    }
}
