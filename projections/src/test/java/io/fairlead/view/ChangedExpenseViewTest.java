package io.fairlead.view;

import static io.fairlead.projection.db.Tables.COST_MOVEMENT;
import static io.fairlead.projection.db.Tables.EXPENSE;
import static io.fairlead.projection.db.Tables.UNBILLED_WORK;
import static io.fairlead.projection.db.Tables.WIP_MOVEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpenseCreditPart;
import io.fairlead.expense.event.ExpenseCreditProposed;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpenseRecosted;
import io.fairlead.expense.event.ExpenseRefunded;
import io.fairlead.expense.event.ExpenseRepriced;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.view.Story.Job;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** An expense that is refunded and gets another date, as the views hold it. */
class ChangedExpenseViewTest {

    private static final Job JOB = Job.of("DE01", "acme", "k1", "p1", "EUR");
    private static final LocalDate LATER = LocalDate.of(2026, 4, 20);

    private final MemoryLog log = new MemoryLog();
    private final List<SpecificRecord> flight = MethodsStory.pricedExpense(JOB);

    private <T> T first(Class<T> type) {
        return flight.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private ExpenseRefunded refunded() {
        var of = first(ExpensePriced.class);
        return ExpenseRefunded.newBuilder()
                .setExpenseId(MethodsStory.EXPENSE)
                .setRefundId("r-1")
                .setRefundedOn(LATER)
                .setAmount(money("119"))
                .setTax(money("19"))
                .setRecoverableTax(money("19"))
                .setCurrency("EUR")
                .setProjectId(of.getProjectId())
                .setContractId(of.getContractId())
                .setCustomerId(of.getCustomerId())
                .setLegalEntityId(of.getLegalEntityId())
                .setReason("cancelled")
                .setAuthor("local|clerk")
                .setRecordedAt(Instant.parse("2026-04-20T00:00:00Z"))
                .build();
    }

    private ExpenseRecosted recosted() {
        var of = first(ExpenseCosted.class);
        return ExpenseRecosted.newBuilder()
                .setExpenseId(MethodsStory.EXPENSE)
                .setVersion(1)
                .setPersonId(of.getPersonId())
                .setProjectId(of.getProjectId())
                .setContractId(of.getContractId())
                .setCustomerId(of.getCustomerId())
                .setLegalEntityId(of.getLegalEntityId())
                .setLineNo(of.getLineNo())
                .setCategory(of.getCategory())
                .setBecause("REFUNDED")
                .setReceiptCost(money("400"))
                .setReceiptCurrency("EUR")
                .setAmount(money("400"))
                .setAmountDelta(money("-100"))
                .setCurrency("EUR")
                .setServiceDate(of.getServiceDate())
                .setAccountingDate(LATER)
                .setRuleVersion(1)
                .build();
    }

    private ExpenseRepriced repriced(String delta, LocalDate day) {
        var of = first(ExpensePriced.class);
        return ExpenseRepriced.newBuilder()
                .setExpenseId(MethodsStory.EXPENSE)
                .setVersion(1)
                .setPersonId(of.getPersonId())
                .setProjectId(of.getProjectId())
                .setContractId(of.getContractId())
                .setCustomerId(of.getCustomerId())
                .setLegalEntityId(of.getLegalEntityId())
                .setLineNo(of.getLineNo())
                .setCategory(of.getCategory())
                .setBecause("REFUNDED")
                .setCost(money("400"))
                .setMarkUp(of.getMarkUp())
                .setAmount(money("440"))
                .setAmountDelta(money(delta))
                .setOvercharged(money("0"))
                .setCurrency("EUR")
                .setDisbursement(false)
                .setServiceDate(day)
                .setAccountingDate(LATER)
                .setRuleVersion(1)
                .setReason("cancelled")
                .setAuthor("local|clerk")
                .build();
    }

    private ExpenseCreditProposed proposed(String amount) {
        var of = first(ExpensePriced.class);
        var part = ExpenseCreditPart.newBuilder()
                .setInvoiceId("invoice:1")
                .setPortionNo(1)
                .setAmount(money(amount))
                .build();
        return ExpenseCreditProposed.newBuilder()
                .setExpenseId(MethodsStory.EXPENSE)
                .setVersion(1)
                .setContractId(of.getContractId())
                .setCustomerId(of.getCustomerId())
                .setLegalEntityId(of.getLegalEntityId())
                .setParts(money(amount).signum() == 0 ? List.of() : List.of(part))
                .setAmount(money(amount))
                .setCurrency("EUR")
                .setServiceDate(of.getServiceDate())
                .setReason("cancelled")
                .setAuthor("local|clerk")
                .build();
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount).setScale(4);
    }

    private DSLContext folded() {
        var db = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        return db;
    }

    @Test
    void cost_price_and_unbilled_work_follow_on_the_day_of_the_money() {
        flight.forEach(log::append);
        log.append(refunded());
        log.append(recosted());
        log.append(repriced("-110", first(ExpensePriced.class).getServiceDate()));

        var db = folded();
        var row = db.fetchSingle(EXPENSE);
        assertThat(row.getRefundedAmount()).isEqualByComparingTo("119");
        assertThat(row.getCost()).isEqualByComparingTo("400");
        assertThat(row.getBilledPrice()).isEqualByComparingTo("440");
        assertThat(row.getStatus()).isEqualTo("priced");
        var unbilled = db.fetchSingle(UNBILLED_WORK);
        assertThat(unbilled.getReadyAmount()).isEqualByComparingTo("440");
        assertThat(unbilled.getPricedAmount()).isEqualByComparingTo("440");
        assertThat(unbilled.getAccountingDate())
                .as("the work keeps its day")
                .isEqualTo(first(ExpensePriced.class).getAccountingDate());
        assertThat(db.select(DSL.sum(COST_MOVEMENT.COST_AMOUNT))
                        .from(COST_MOVEMENT)
                        .where(COST_MOVEMENT.ACCOUNTING_DATE.eq(LATER))
                        .fetchSingle()
                        .value1())
                .isEqualByComparingTo("-100");
        assertThat(db.select(DSL.sum(WIP_MOVEMENT.READY_AMOUNT))
                        .from(WIP_MOVEMENT)
                        .where(WIP_MOVEMENT.ACCOUNTING_DATE.eq(LATER))
                        .fetchSingle()
                        .value1())
                .isEqualByComparingTo("-110");
    }

    @Test
    void a_receipt_of_another_day_is_unbilled_work_of_that_day() {
        flight.forEach(log::append);
        log.append(repriced("-550", first(ExpensePriced.class).getServiceDate()));
        log.append(repriced("440", LATER));

        var unbilled = folded().fetchSingle(UNBILLED_WORK);

        assertThat(unbilled.getServiceDate()).isEqualTo(LATER);
        assertThat(unbilled.getAccountingDate()).isEqualTo(LATER);
        assertThat(unbilled.getReadyAmount()).isEqualByComparingTo("440");
    }

    @Test
    void a_proposed_credit_stands_until_it_is_settled() {
        flight.forEach(log::append);
        log.append(proposed("110"));
        assertThat(folded().fetchSingle(EXPENSE).getProposedCredit()).isEqualByComparingTo("110");

        log.append(proposed("0"));
        assertThat(folded().fetchSingle(EXPENSE).getProposedCredit()).isNull();
    }
}
