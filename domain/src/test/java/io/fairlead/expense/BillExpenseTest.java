package io.fairlead.expense;

import static io.fairlead.expense.ExpenseExamples.EXPENSE;
import static io.fairlead.expense.ExpenseExamples.approved;
import static io.fairlead.expense.ExpenseExamples.billed;
import static io.fairlead.expense.ExpenseExamples.costed;
import static io.fairlead.expense.ExpenseExamples.drafted;
import static io.fairlead.expense.ExpenseExamples.priced;
import static io.fairlead.expense.ExpenseExamples.recorded;
import static io.fairlead.expense.ExpenseExamples.submitted;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.OTHER_INVOICE;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.expense.event.ExpenseDeferred;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpenseReopened;
import io.fairlead.expense.event.ExpenseTakenOffDraft;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.shared.Disposition;
import io.fairlead.testing.Sent;
import java.math.BigDecimal;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class BillExpenseTest {

    @Test
    void a_priced_expense_is_claimed_by_one_draft() {
        ofPrice().when(new PutExpenseOnDraft(EXPENSE, INVOICE, null)).expectEvents(drafted());
        ofPrice(drafted())
                .when(new PutExpenseOnDraft(EXPENSE, INVOICE, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        ofPrice(drafted())
                .when(new PutExpenseOnDraft(EXPENSE, OTHER_INVOICE, null))
                .expectException(refusal("V-07"))
                .expectNoEvents();
    }

    @Test
    void without_a_price_nothing_is_claimed() {
        ExpenseExamples.expenses()
                .given(recorded(), submitted(), approved())
                .when(new PutExpenseOnDraft(EXPENSE, INVOICE, null))
                .expectException(refusal("V-07"))
                .expectNoEvents();
    }

    @Test
    void a_draft_lets_it_go() {
        ofPrice(drafted())
                .when(new TakeExpenseOffDraft(EXPENSE, INVOICE, "wrong month"))
                .expectEvents(ExpenseTakenOffDraft.newBuilder()
                        .setExpenseId("expense:x-1")
                        .setInvoiceId("invoice:inv-1")
                        .setPortionNo(1)
                        .setAmount(wire("550"))
                        .setCurrency("EUR")
                        .setContractId("contract:K-1")
                        .setServiceDate(WORK_DAY)
                        .setReason("wrong month")
                        .build());
        ofPrice(drafted(), billed())
                .when(new TakeExpenseOffDraft(EXPENSE, INVOICE, "wrong month"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void it_is_billed_by_the_draft_that_claimed_it() {
        var bill = new BillExpense(EXPENSE, INVOICE, "GMBH-INV-2026-000001", 2, ISSUE_DAY);
        ofPrice(drafted()).when(bill).expectEvents(billed());
        ofPrice(drafted(), billed())
                .when(bill)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        ofPrice().when(bill).expectException(refusal("V-08")).expectNoEvents();
    }

    @Test
    void a_credit_note_says_what_becomes_of_it() {
        ofPrice(drafted(), billed()).when(credit(Disposition.REOPEN, "550")).expectEvents(reopened());
        ofPrice(drafted(), billed()).when(credit(Disposition.CORRECTED, "550")).expectEvents(lowered());
        ofPrice(drafted(), billed()).when(credit(Disposition.WRITE_OFF, "550")).expectEvents(writtenOff("550", true));
    }

    @Test
    void what_a_credit_note_reopened_is_billed_again_once() {
        ofPrice(drafted(), billed(), reopened())
                .when(credit(Disposition.REOPEN, "550"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        ofPrice(drafted(), billed(), reopened())
                .when(new PutExpenseOnDraft(EXPENSE, OTHER_INVOICE, null))
                .expectEvents(io.fairlead.expense.event.ExpensePutOnDraft.newBuilder(drafted())
                        .setInvoiceId("invoice:inv-2")
                        .setPortionNo(2)
                        .build());
    }

    @Test
    void no_more_is_credited_than_billed() {
        ofPrice(drafted(), billed())
                .when(credit(Disposition.REOPEN, "550.01"))
                .expectException(refusal("V-09"))
                .expectNoEvents();
    }

    @Test
    void what_is_left_is_written_off_or_deferred() {
        ofPrice().when(new WriteOffExpense(EXPENSE, ISSUE_DAY, "goodwill")).expectEvents(writtenOff("550", false));
        ofPrice()
                .when(new DeferExpense(EXPENSE, ISSUE_DAY, "asked to wait", LEAD))
                .expectEvents(ExpenseDeferred.newBuilder()
                        .setExpenseId("expense:x-1")
                        .setContractId("contract:K-1")
                        .setUntil(ISSUE_DAY)
                        .setReason("asked to wait")
                        .setDeferredBy(LEAD)
                        .build());
    }

    @Test
    void what_an_invoice_has_is_neither_written_off_nor_deferred() {
        ofPrice(drafted(), billed())
                .when(new WriteOffExpense(EXPENSE, ISSUE_DAY, "goodwill"))
                .expectException(refusal("V-07"))
                .expectNoEvents();
        ofPrice(drafted())
                .when(new DeferExpense(EXPENSE, ISSUE_DAY, "asked to wait", LEAD))
                .expectException(refusal("V-07"))
                .expectNoEvents();
    }

    @Test
    void a_repeat_after_its_key_was_forgotten_gives_up_nothing_that_a_credit_gave_back() {
        var sent = Sent.with("key", "goodwill");
        var command = new WriteOffExpense(EXPENSE, ISSUE_DAY, "goodwill");
        ofPrice(Sent.by(sent, writtenOff("0", false)), drafted(), billed(), reopened())
                .when(command, sent)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        ofPrice(Sent.by(sent, writtenOff("0", false)), drafted(), billed(), reopened())
                .when(command, Sent.with("other", "goodwill"))
                .expectEvents(writtenOff("550", false));
    }

    private static TestExecutor<Expense> ofPrice(Object... more) {
        return ExpenseExamples.expenses()
                .given(recorded(), submitted(), approved(), costed(), priced())
                .andGiven(more);
    }

    private static CreditExpense credit(Disposition disposition, String amount) {
        return new CreditExpense(EXPENSE, "credit-note:c-1", 1, new BigDecimal(amount), disposition, ISSUE_DAY);
    }

    private static ExpenseReopened reopened() {
        return ExpenseReopened.newBuilder()
                .setExpenseId("expense:x-1")
                .setCreditNoteId("credit-note:c-1")
                .setInvoiceId("invoice:inv-1")
                .setPortionNo(1)
                .setAmount(wire("550"))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(ISSUE_DAY)
                .build();
    }

    private static ExpenseLowered lowered() {
        return ExpenseLowered.newBuilder()
                .setExpenseId("expense:x-1")
                .setCreditNoteId("credit-note:c-1")
                .setInvoiceId("invoice:inv-1")
                .setPortionNo(1)
                .setAmount(wire("550"))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setProjectId("project:P-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setServiceDate(WORK_DAY)
                .setAccountingDate(ISSUE_DAY)
                .build();
    }

    private static ExpenseWrittenOff writtenOff(String amount, boolean credited) {
        return ExpenseWrittenOff.newBuilder()
                .setExpenseId("expense:x-1")
                .setCreditNoteId(credited ? "credit-note:c-1" : null)
                .setInvoiceId(credited ? "invoice:inv-1" : null)
                .setPortionNo(credited ? 1 : 0)
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setProjectId("project:P-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setServiceDate(WORK_DAY)
                .setAccountingDate(ISSUE_DAY)
                .setReason(credited ? "credited" : "goodwill")
                .build();
    }
}
