package io.fairlead.expense;

import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.ANA;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;

import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseBilled;
import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.expense.event.ExpenseSubmitted;
import io.fairlead.shared.ExchangeRate;
import java.math.BigDecimal;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;

/** A flight of 595.00 with 95.00 of tax, all of it recoverable, billed with a mark-up of 10 %: 550.00. */
final class ExpenseExamples {

    static final ExpenseId EXPENSE = ExpenseId.of("x-1");
    static final String HASH = "ab".repeat(32);
    static final PriceExpense.Terms TERMS = new PriceExpense.Terms("EUR", null, new BigDecimal("0.1"));
    static final ExchangeRate DOLLARS = new ExchangeRate("EUR", "USD", new BigDecimal("1.08333"), WORK_DAY, "ECB");

    static FixtureConfiguration<Expense> expenses() {
        return new AggregateTestFixture<>(Expense.class);
    }

    static ReceiptFigures receipt(String amount, String tax, String recoverable) {
        return new ReceiptFigures(new BigDecimal(amount), new BigDecimal(tax), new BigDecimal(recoverable), "EUR");
    }

    static RecordExpense record(ReceiptFigures receipt, boolean billable, boolean disbursement, String author) {
        return new RecordExpense(
                EXPENSE,
                "test",
                "7",
                ANA,
                new ExpenseTarget(PROJECT, CONTRACT, 1, ACME, GMBH),
                "TRAVEL",
                WORK_DAY,
                receipt,
                billable,
                disbursement,
                "scan 7",
                HASH,
                null,
                author);
    }

    static ExpenseRecorded recorded() {
        return recorded(true, false).build();
    }

    static ExpenseRecorded.Builder recorded(boolean billable, boolean disbursement) {
        return ExpenseRecorded.newBuilder()
                .setExpenseId(EXPENSE.value())
                .setSource("test")
                .setSourceId("7")
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setCategory("TRAVEL")
                .setSpentOn(WORK_DAY)
                .setAmount(wire("595"))
                .setTax(wire("95"))
                .setRecoverableTax(wire("95"))
                .setCurrency("EUR")
                .setBillable(billable)
                .setDisbursement(disbursement)
                .setReceiptReference("scan 7")
                .setReceiptHash(HASH)
                .setAuthor(CLERK);
    }

    static ExpenseSubmitted submitted() {
        return ExpenseSubmitted.newBuilder()
                .setExpenseId(EXPENSE.value())
                .setVersion(1)
                .setSubmittedBy(CLERK)
                .setSubmittedAt(NOON)
                .build();
    }

    static ExpenseApproved approved() {
        return approved(true, false).build();
    }

    static ExpenseApproved.Builder approved(boolean billable, boolean disbursement) {
        return ExpenseApproved.newBuilder()
                .setExpenseId(EXPENSE.value())
                .setVersion(1)
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setCategory("TRAVEL")
                .setSpentOn(WORK_DAY)
                .setAmount(wire("595"))
                .setTax(wire("95"))
                .setRecoverableTax(wire("95"))
                .setCurrency("EUR")
                .setBillable(billable)
                .setDisbursement(disbursement)
                .setApprovedBy(LEAD)
                .setSubmittedAt(NOON)
                .setApprovedAt(EVENING);
    }

    static ExpenseCosted costed() {
        return costed("500", null, "500", "EUR");
    }

    static ExpenseCosted costed(String receiptCost, @Nullable ExchangeRate fx, String amount, String currency) {
        return ExpenseCosted.newBuilder()
                .setExpenseId(EXPENSE.value())
                .setVersion(1)
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setCategory("TRAVEL")
                .setReceiptCost(wire(receiptCost))
                .setReceiptCurrency("EUR")
                .setFx(fx == null ? null : fx.asEvent())
                .setAmount(wire(amount))
                .setCurrency(currency)
                .setServiceDate(WORK_DAY)
                .setAccountingDate(WORK_DAY)
                .setRuleVersion(1)
                .build();
    }

    static ExpensePriced priced() {
        return priced("500", "0.1", "550", "EUR", false);
    }

    static ExpensePriced priced(String cost, String markUp, String amount, String currency, boolean disbursement) {
        return ExpensePriced.newBuilder()
                .setExpenseId(EXPENSE.value())
                .setVersion(1)
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setCategory("TRAVEL")
                .setCost(wire(cost))
                .setMarkUp(new BigDecimal(markUp).setScale(6))
                .setAmount(wire(amount))
                .setCurrency(currency)
                .setDisbursement(disbursement)
                .setServiceDate(WORK_DAY)
                .setAccountingDate(WORK_DAY)
                .setRuleVersion(1)
                .build();
    }

    static ExpensePutOnDraft drafted() {
        return ExpensePutOnDraft.newBuilder()
                .setExpenseId(EXPENSE.value())
                .setInvoiceId("invoice:inv-1")
                .setPortionNo(1)
                .setAmount(wire("550"))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setServiceDate(WORK_DAY)
                .build();
    }

    static ExpenseBilled billed() {
        return ExpenseBilled.newBuilder()
                .setExpenseId(EXPENSE.value())
                .setInvoiceId("invoice:inv-1")
                .setInvoiceNumber("GMBH-INV-2026-000001")
                .setInvoiceLineNo(2)
                .setPortionNo(1)
                .setAmount(wire("550"))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(ISSUE_DAY)
                .build();
    }

    private ExpenseExamples() {}
}
