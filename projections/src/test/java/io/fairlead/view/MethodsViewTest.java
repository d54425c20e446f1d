package io.fairlead.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.view.Billable;
import io.fairlead.billing.view.BillableWork;
import io.fairlead.billing.view.BillingItemQuery;
import io.fairlead.billing.view.RetainerQuery;
import io.fairlead.billing.view.UnbilledQuery;
import io.fairlead.expense.view.ExpenseQuery;
import io.fairlead.project.view.ProgressQuery;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.revenue.view.MarginQuery;
import io.fairlead.revenue.view.MarginQuery.Margin;
import io.fairlead.time.event.TimeCosted;
import io.fairlead.view.Story.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Views of what is billed other than time. */
class MethodsViewTest {

    private static final Job JOB = Job.of("DE01", "acme", "k1", "p1", "EUR");

    private final MemoryLog log = new MemoryLog();

    @Test
    void a_retainer_is_a_liability_until_it_is_drawn() {
        log.append(MethodsStory.retainerInvoiced(JOB, "5000", "5000"));
        log.append(MethodsStory.drawn(JOB, 1, "3200", "3200", "1800"));
        log.append(MethodsStory.drawn(JOB, 2, "2500", "1800", "0"));
        var db = folded();

        assertThat(new RetainerQuery(db).list(JOB.contract(), null, 10).items())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.invoiced()).isEqualByComparingTo("5000");
                    assertThat(row.drawn()).isEqualByComparingTo("5000");
                    assertThat(row.balance()).isZero();
                });
        assertThat(new RetainerQuery(db).byLine(List.of(JOB.contract())))
                .isEqualTo(Map.of(JOB.contract(), Map.of(3, MethodsStory.RETAINER)));
        assertThat(db.fetch("select sum(balance_amount) over (order by event_position)"
                                + " from bi.fact_retainer_movement order by event_position")
                        .into(String.class))
                .containsExactly("5000.0000", "1800.0000", "0.0000");
    }

    @Test
    void a_retainer_is_no_revenue_and_reported_progress_is_also_when_it_goes_back() {
        log.append(MethodsStory.ready(JOB, "billing-item:r", "RETAINER", "5000"));
        log.append(MethodsStory.progressItem(JOB));
        log.append(MethodsStory.progress(JOB, "r1", "75", "75", "0"));
        log.append(MethodsStory.ready(JOB, "billing-item:p1", "PROGRESS", "75"));
        log.append(MethodsStory.progress(JOB, "r2", "136", "61", "75"));
        log.append(MethodsStory.ready(JOB, "billing-item:p2", "PROGRESS", "61"));
        log.append(MethodsStory.progress(JOB, "r3", "111", "-25", "136"));
        var db = folded();

        assertThat(margin(db).revenue()).isEqualByComparingTo("111");
        assertThat(new ProgressQuery(db).of(JOB.project()).reports())
                .extracting(ProgressQuery.Report::status)
                .containsExactly("billable", "billable", "proposed");
        assertThat(new UnbilledQuery(db)
                        .list(RollUp.by(Dimension.PROJECT), Story.DAY)
                        .items())
                .singleElement()
                .satisfies(row -> assertThat(row.ready()).isEqualByComparingTo("5136"));
    }

    @Test
    void an_expense_is_cost_and_unbilled_work_until_it_is_billed() {
        log.append(Story.contract(JOB, Story.line(1, "TIME_AND_MATERIALS", null, null)));
        MethodsStory.pricedExpense(JOB).forEach(log::append);
        var db = folded();
        var work = new ArrayList<Billable>();
        new BillableWork(db).ready("legal-entity:DE01", Story.DAY, null, work::add);

        assertThat(work).singleElement().satisfies(row -> {
            assertThat(row.sourceId()).isEqualTo(MethodsStory.EXPENSE);
            assertThat(row.author()).isEqualTo("test|clerk");
            assertThat(row.description()).isEqualTo("TRAVEL");
            assertThat(row.ready()).isEqualByComparingTo("550");
        });
        assertThat(margin(db).revenue()).isEqualByComparingTo("550");
        assertThat(margin(db).cost()).isEqualByComparingTo("500");

        MethodsStory.billedExpense(JOB).forEach(log::append);
        db = folded();
        assertThat(new ExpenseQuery(db).byId(MethodsStory.EXPENSE)).hasValueSatisfying(row -> {
            assertThat(row.status()).isEqualTo("billed");
            assertThat(row.billedPrice()).isEqualByComparingTo("550");
        });
        assertThat(new UnbilledQuery(db)
                        .list(RollUp.by(Dimension.PROJECT), Story.DAY)
                        .items())
                .isEmpty();
    }

    @Test
    void costs_of_employees_subcontractors_and_expenses_stand_apart_and_add_up() {
        // Case 19: 10 h at 80 and 2 h bought at 95 cost 990.
        log.append(Story.costed(JOB, "time-entry:1", 36_000, "800"));
        log.append(TimeCosted.newBuilder(Story.costed(JOB, "time-entry:2", 7_200, "190"))
                .setEmployment("SUBCONTRACTOR")
                .build());
        MethodsStory.pricedExpense(JOB).forEach(log::append);

        var row = folded().fetchSingle("select labour_amount, subcontract_amount, expense_amount, cost_amount"
                + " from bi.cost_by_kind");
        assertThat(row.intoList().stream().map(String::valueOf))
                .containsExactly("800.0000", "190.0000", "500.0000", "1490.0000");
    }

    @Test
    void a_credited_item_is_unbilled_again_and_a_written_off_one_is_gone() {
        log.append(BillingStory.itemReady(JOB, "billing-item:1", "900"));
        log.append(BillingStory.itemDrafted(JOB, "billing-item:1", "invoice:1", "900"));
        log.append(BillingStory.itemBilled(JOB, "billing-item:1", "invoice:1", 1, "900"));
        log.append(MethodsStory.reopened(JOB, "billing-item:1", "invoice:1", "400"));
        log.append(MethodsStory.ready(JOB, "billing-item:2", "INSTALMENT", "700"));
        log.append(MethodsStory.writtenOff(JOB, "billing-item:2", "INSTALMENT", "700"));
        var db = folded();

        assertThat(db.fetchSingle("""
                        select ready_amount, billed_amount from projection.unbilled_work
                        where source_id = 'billing-item:1'""").intoList().stream().map(String::valueOf))
                .containsExactly("400.0000", "500.0000");
        assertThat(new BillingItemQuery(db)
                        .list(new BillingItemQuery.Filter(null, null, null, "written off"), null, 10)
                        .items())
                .extracting(BillingItemQuery.Item::billingItemId)
                .containsExactly("billing-item:2");
        assertThat(margin(db).revenue()).isEqualByComparingTo("900");
    }

    @Test
    void agreed_instalments_are_listed_in_order() {
        log.append(MethodsStory.instalments(JOB, "4000", "6000"));

        assertThat(new BillingItemQuery(folded()).instalments(JOB.contract()))
                .extracting(
                        BillingItemQuery.InstalmentRow::no, row -> row.amount().toPlainString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "4000.0000"),
                        org.assertj.core.groups.Tuple.tuple(2, "6000.0000"));
    }

    private DSLContext folded() {
        var db = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        return db;
    }

    private static Margin margin(DSLContext db) {
        return new MarginQuery(db)
                .list(RollUp.by(Dimension.PROJECT), null, null)
                .items()
                .getFirst();
    }
}
