package io.fairlead.cases.expense;

import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static io.fairlead.cases.expense.ExpenseSteps.corrected;
import static io.fairlead.cases.expense.ExpenseSteps.correction;
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
import static io.fairlead.cases.expense.ExpenseSteps.spent;
import static io.fairlead.cases.expense.ExpenseSteps.unbilled;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 52, of expenses: one that was told wrongly is corrected after its approval, billed or not; cost and price follow. */
@ExtendWith(CaseStack.class)
class Case52CorrectedExpenseTest {

    @Test
    void unbilled_it_is_priced_anew_and_billed_as_it_is_now(Firm firm) {
        opened(firm);
        var flight = flight(firm);
        assertThat(unbilled(firm)).containsExactly("550.00", "0.00");
        assertThat(margin(firm)).containsExactly("500.00", "550.00");

        var now = corrected(firm, flight, "2026-03-02", "476.00", "76.00");

        assertThat(money(now.path("cost"))).isEqualTo("400.00");
        assertThat(money(now.path("billedPrice"))).isEqualTo("440.00");
        assertThat(now.path("status").asString()).isEqualTo("priced");
        assertThat(now.path("author").asString()).isEqualTo("local|recorder");
        assertThat(now.path("approvedBy").asString()).isEqualTo("local|lead");
        assertThat(unbilled(firm)).containsExactly("440.00", "0.00");
        assertThat(margin(firm)).containsExactly("400.00", "440.00");
        var invoice = draft(firm, "2026-03-31");
        assertThat(net(firm.issue(invoice))).isEqualTo("440.00");
        firm.provedRight(invoice);
    }

    @Test
    void of_what_is_billed_a_credit_is_proposed_and_the_work_item_closes_with_it(Firm firm) {
        opened(firm);
        var flight = flight(firm);
        var invoice = draft(firm, "2026-03-31");
        assertThat(net(firm.issue(invoice))).isEqualTo("550.00");

        var now = corrected(firm, flight, "2026-03-02", "476.00", "76.00");
        assertThat(money(now.path("proposedCredit"))).isEqualTo("110.00");
        assertThat(now.path("status").asString()).isEqualTo("billed");
        assertThat(open(firm, flight)).containsExactly("BILLED_EXPENSE_CHANGED");
        assertThat(margin(firm)).as("the invoice stands until it is credited").containsExactly("400.00", "550.00");

        var first = firm.credit(invoice, "2026-05-02", credit("60.00", "CORRECTED"));
        assertThat(money(expense(firm, flight).path("proposedCredit"))).isEqualTo("50.00");
        assertThat(open(firm, flight)).containsExactly("BILLED_EXPENSE_CHANGED");
        var rest = firm.credit(invoice, "2026-05-03", credit("50.00", "CORRECTED"));

        assertThat(List.of(creditNet(first), creditNet(rest))).containsExactly("60.00", "50.00");
        assertThat(open(firm, flight)).isEmpty();
        assertThat(money(expense(firm, flight).path("proposedCredit"))).isEqualTo("none");
        assertThat(margin(firm)).containsExactly("400.00", "440.00");
        assertThat(draft(firm, "2026-05-31")).isEqualTo("nothing");
        firm.provedRight(invoice, noteId(first), noteId(rest));
    }

    @Test
    void what_a_billed_expense_costs_more_is_a_further_charge(Firm firm) {
        opened(firm);
        var flight = flight(firm);
        var invoice = draft(firm, "2026-03-31");
        firm.issue(invoice);

        corrected(firm, flight, "2026-03-02", "714.00", "114.00");

        assertThat(unbilled(firm)).containsExactly("110.00", "0.00");
        assertThat(open(firm, flight)).isEmpty();
        var further = draft(firm, "2026-04-30");
        assertThat(net(firm.issue(further))).isEqualTo("110.00");
        assertThat(margin(firm)).containsExactly("600.00", "660.00");
        firm.provedRight(invoice, further);
    }

    @Test
    void a_credit_that_reopens_it_leaves_the_right_price_unbilled(Firm firm) {
        opened(firm);
        var flight = flight(firm);
        var invoice = draft(firm, "2026-03-31");
        firm.issue(invoice);
        corrected(firm, flight, "2026-03-02", "476.00", "76.00");

        var note = firm.credit(invoice, "2026-05-02", credit(null, "REOPEN"));

        assertThat(open(firm, flight)).isEmpty();
        assertThat(unbilled(firm)).containsExactly("440.00", "0.00");
        var again = draft(firm, "2026-05-31");
        assertThat(net(firm.issue(again))).isEqualTo("440.00");
        assertThat(margin(firm)).containsExactly("400.00", "440.00");
        firm.provedRight(invoice, noteId(note), again);
    }

    @Test
    void what_was_credited_by_hand_before_the_correction_is_not_credited_twice(Firm firm) {
        opened(firm);
        var flight = flight(firm);
        var invoice = draft(firm, "2026-03-31");
        firm.issue(invoice);
        var note = firm.credit(invoice, "2026-05-02", credit("110.00", "CORRECTED"));

        corrected(firm, flight, "2026-03-02", "476.00", "76.00");

        assertThat(open(firm, flight)).isEmpty();
        assertThat(unbilled(firm)).containsExactly("0.00", "0.00");
        assertThat(margin(firm)).containsExactly("400.00", "440.00");
        firm.provedRight(invoice, noteId(note));
    }

    @Test
    void a_receipt_of_another_day_is_billed_by_the_run_of_that_day(Firm firm) {
        opened(firm);
        var flight = flight(firm);

        corrected(firm, flight, "2026-04-10", "595.00", "95.00");

        assertThat(draft(firm, "2026-03-31")).isEqualTo("nothing");
        assertThat(margin(firm)).containsExactly("500.00", "550.00");
        var invoice = draft(firm, "2026-04-30");
        var issued = firm.issue(invoice);
        assertThat(net(issued)).isEqualTo("550.00");
        assertThat(issued.path("lines").path(0).path("serviceDate").asString()).isEqualTo("2026-04-10");
        firm.provedRight(invoice);
    }

    @Test
    void another_category_is_what_the_invoice_prints(Firm firm) {
        opened(firm);
        var flight = flight(firm);
        var body = correction("2026-03-02", "595.00", "95.00");
        body.put("category", "HOTEL");

        firm.as("lead", "/v1/expenses/" + flight + "/corrections", body);

        assertThat(expense(firm, flight).path("category").asString()).isEqualTo("HOTEL");
        var invoice = draft(firm, "2026-03-31");
        assertThat(firm.issue(invoice).path("lines").toString()).contains("HOTEL");
        firm.provedRight(invoice);
    }

    @Test
    void the_limit_follows_and_a_disbursement_stands_outside(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "NOT_TO_EXCEED", "limit", "100.00")));
        firm.taxRate("O", "0.00", "2021-01-01", null);
        var meal = spent(firm, "meal", of("amount", "125.00"));
        var fee = spent(firm, "fee", of("amount", "40.00", "disbursement", true));
        assertThat(firm.amounts("over-limit", "overLimit")).containsExactly("25.00");

        corrected(firm, meal, "2026-03-02", "80.00", "0.00");
        corrected(firm, fee, "2026-03-02", "60.00", "0.00");

        assertThat(firm.amounts("over-limit", "overLimit")).isEmpty();
        assertThat(firm.amounts("funding", "reserved")).containsExactly("80.00");
        var invoice = draft(firm, "2026-03-31");
        assertThat(net(firm.issue(invoice))).isEqualTo("140.00");
        firm.provedRight(invoice);
    }

    @Test
    void a_correction_is_refused_by_name_and_a_repeat_changes_nothing(Firm firm) {
        opened(firm);
        var flight = flight(firm);
        var path = "/v1/expenses/" + flight + "/corrections";
        var body = correction("2026-03-02", "476.00", "76.00");
        assertThat(firm.refusal(Firm.RECORDER, path, body)).as("its author").isEqualTo("V-03");
        assertThat(firm.refusal(Firm.RECORDER, path + "/preview", body)).isEqualTo("V-03");
        var draft = draft(firm, "2026-03-31");
        var before = firm.position();
        assertThat(firm.refusal("lead", path, body)).as("on a draft").isEqualTo("V-11");
        assertThat(firm.position()).isEqualTo(before);
        firm.as("biller", "/v1/invoices/" + draft + "/discard", of("reason", "wrong amount"));
        firm.settled();

        var preview = firm.as("lead", path + "/preview", body);
        assertThat(money(preview.path("before").path("price"))).isEqualTo("550.00");
        assertThat(money(preview.path("after").path("price"))).isEqualTo("440.00");
        assertThat(money(preview.path("after").path("unbilled"))).isEqualTo("440.00");
        firm.as("lead", path, body);
        var position = firm.position();
        firm.as("lead", path, body);
        assertThat(firm.position()).isEqualTo(position);
        assertThat(unbilled(firm)).containsExactly("440.00", "0.00");
    }

    @Test
    void a_day_without_a_rate_waits_and_another_day_ends_the_wait(Firm firm) {
        opened(firm);
        firm.post(
                "/v1/exchange-rates",
                of("base", "EUR", "quote", "NOK", "rate", "12.5", "from", "2026-03-10", "source", "ECB"));
        firm.settled();
        var taxi = spent(firm, "taxi", of("amount", "50.00", "currency", "NOK"));
        assertThat(open(firm, taxi)).containsExactly("FX_RATE_MISSING");

        var body = correction("2026-03-12", "50.00", "0.00");
        body.put("currency", "NOK");
        firm.as("lead", "/v1/expenses/" + taxi + "/corrections", body);

        assertThat(open(firm, taxi)).isEmpty();
        assertThat(unbilled(firm)).containsExactly("4.40", "0.00");
        firm.provedRight();
    }
}
