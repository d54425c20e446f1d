package io.fairlead.view;

import static io.fairlead.projection.db.Tables.BILLING_ITEM;
import static io.fairlead.projection.db.Tables.EXPENSE;
import static io.fairlead.projection.db.Tables.UNBILLED_WORK;
import static io.fairlead.projection.db.Tables.WIP_MOVEMENT;
import static io.fairlead.view.Story.DAY;
import static io.fairlead.view.Story.money;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.BillingItemDeferred;
import io.fairlead.billing.view.Billable;
import io.fairlead.billing.view.BillableWork;
import io.fairlead.expense.event.ExpenseDeferred;
import io.fairlead.expense.event.ExpensePutOnDraft;
import io.fairlead.expense.event.ExpenseTakenOffDraft;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.view.Story.Job;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Items and expenses that wait for a later run; of time see {@link ChangedTimeViewTest}. */
class DeferralViewTest {

    private static final Job JOB = Job.of("DE01", "acme", "k1", "p1", "EUR");
    private static final String ITEM = "billing-item:1";
    private static final String REASON = "one invoice in May";
    private static final LocalDate MAY = DAY.plusDays(60);

    private final MemoryLog log = new MemoryLog();

    /** What can be deferred, with its events as the aggregates record them. */
    enum Deferrable {
        ITEM(
                List.of(BillingStory.itemReady(JOB, DeferralViewTest.ITEM, "900")),
                until -> new BillingItemDeferred(DeferralViewTest.ITEM, JOB.contract(), until, REASON, "idp|lead"),
                BillingStory.itemDrafted(JOB, DeferralViewTest.ITEM, "invoice:1", "900"),
                BillingStory.itemUndrafted(JOB, DeferralViewTest.ITEM, "invoice:1", "900")),
        EXPENSE(
                MethodsStory.pricedExpense(JOB),
                until -> new ExpenseDeferred(MethodsStory.EXPENSE, JOB.contract(), until, REASON, "idp|lead"),
                new ExpensePutOnDraft(
                        MethodsStory.EXPENSE, "invoice:1", 1, money("550"), JOB.currency(), JOB.contract(), DAY),
                new ExpenseTakenOffDraft(
                        MethodsStory.EXPENSE,
                        "invoice:1",
                        1,
                        money("550"),
                        JOB.currency(),
                        JOB.contract(),
                        DAY,
                        "deferred"));

        private final List<? extends SpecificRecord> ready;
        private final Function<LocalDate, SpecificRecord> deferred;
        private final SpecificRecord drafted;
        private final SpecificRecord undrafted;

        Deferrable(
                List<? extends SpecificRecord> ready,
                Function<LocalDate, SpecificRecord> deferred,
                SpecificRecord drafted,
                SpecificRecord undrafted) {
            this.ready = ready;
            this.deferred = deferred;
            this.drafted = drafted;
            this.undrafted = undrafted;
        }
    }

    @ParameterizedTest
    @EnumSource
    void unbilled_work_says_until_when_it_waits_and_why_and_moves_no_money(Deferrable source) {
        log.appendAll(source.ready);
        log.append(source.deferred.apply(MAY));
        var db = folded();

        assertThat(db.fetchSingle(UNBILLED_WORK)).satisfies(row -> {
            assertThat(row.getDeferredUntil()).isEqualTo(MAY);
            assertThat(row.getDeferredBecause()).isEqualTo(REASON);
        });
        assertThat(db.fetchSingle("select deferred_until, held_because from bi.unbilled_source")
                        .intoList())
                .extracting(String::valueOf)
                .containsExactly(MAY.toString(), REASON);
        assertThat(db.fetchCount(WIP_MOVEMENT)).as("its price alone").isEqualTo(1);
    }

    @Test
    void the_item_and_the_expense_say_it_too() {
        for (var source : Deferrable.values()) {
            log.appendAll(source.ready);
            log.append(source.deferred.apply(MAY));
        }
        var db = folded();

        assertThat(db.fetchSingle(BILLING_ITEM).getDeferredUntil()).isEqualTo(MAY);
        assertThat(db.fetchSingle(EXPENSE).getDeferredUntil()).isEqualTo(MAY);
    }

    @ParameterizedTest
    @EnumSource
    void a_run_takes_it_again_from_the_day_on_that_it_waits_for(Deferrable source) {
        log.appendAll(source.ready);
        var before = folded();
        assertThat(billable(before, DAY.minusDays(1))).as("before its day").isEmpty();
        assertThat(billable(before, DAY)).as("not deferred").hasSize(1);

        log.append(source.deferred.apply(MAY));
        var db = folded();
        assertThat(billable(db, DAY)).isEmpty();
        assertThat(billable(db, MAY.minusDays(1))).isEmpty();
        assertThat(billable(db, MAY)).hasSize(1);
        assertThat(billable(db, MAY.plusDays(1))).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void the_last_deferral_holds_be_it_later_or_sooner(Deferrable source) {
        log.appendAll(source.ready);
        log.append(source.deferred.apply(MAY));
        log.append(source.deferred.apply(MAY.plusDays(1)));
        assertThat(billable(folded(), MAY)).isEmpty();

        log.append(source.deferred.apply(DAY));
        assertThat(billable(folded(), DAY)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void what_was_deferred_while_a_draft_had_it_waits_once_it_is_off_the_draft(Deferrable source) {
        log.appendAll(source.ready);
        log.append(source.drafted);
        log.append(source.deferred.apply(MAY));
        log.append(source.undrafted);
        var db = folded();

        assertThat(billable(db, MAY.minusDays(1))).isEmpty();
        assertThat(billable(db, MAY)).hasSize(1);
    }

    private DSLContext folded() {
        var db = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        return db;
    }

    private static List<Billable> billable(DSLContext db, LocalDate cutOff) {
        var found = new ArrayList<Billable>();
        new BillableWork(db).ready("legal-entity:DE01", cutOff, null, found::add);
        return found;
    }
}
