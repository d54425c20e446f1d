package io.fairlead.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.billing.view.UnbilledQuery;
import io.fairlead.billing.view.UnbilledQuery.Unbilled;
import io.fairlead.contract.view.BacklogQuery;
import io.fairlead.contract.view.BacklogQuery.Backlog;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.revenue.view.MarginQuery;
import io.fairlead.revenue.view.MarginQuery.Margin;
import io.fairlead.view.Story.Job;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Job JOB = Job.of("DE01", "acme", "k1", "p1", "EUR");
    private static final String ENTRY = "time-entry:1";

    private static DSLContext folded(MemoryLog log) {
        var db = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        return db;
    }

    private static List<Unbilled> unbilled(DSLContext db, Dimension by) {
        return new UnbilledQuery(db).list(RollUp.by(by), Story.DAY).items();
    }

    private static <T> Object totals(List<T> rows, Function<T, String> currency, Function<T, BigDecimal> amount) {
        return rows.stream().collect(Collectors.toMap(currency, amount, BigDecimal::add));
    }

    @Test
    void priced_time_is_unbilled_and_ready_until_a_draft_claims_it_and_billed_time_is_not() {
        var log = new MemoryLog();
        log.append(Story.priced(JOB, ENTRY, 5400, "180"));
        assertThat(unbilled(folded(log), Dimension.PROJECT)).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo("project:p1");
            assertThat(row.ready()).isEqualByComparingTo("180");
            assertThat(row.drafted()).isZero();
            assertThat(row.seconds()).isEqualTo(5400);
            assertThat(row.oldestServiceDate()).isEqualTo(Story.DAY);
        });
        log.append(Story.drafted(JOB, ENTRY, "invoice:1", 5400, "180"));
        assertThat(unbilled(folded(log), Dimension.CONTRACT)).singleElement().satisfies(row -> {
            assertThat(row.ready()).isZero();
            assertThat(row.drafted()).isEqualByComparingTo("180");
        });
        log.append(Story.billed(JOB, ENTRY, "invoice:1", 1, 5400, "180"));
        assertThat(unbilled(folded(log), Dimension.ENTITY)).isEmpty();
    }

    @Test
    void work_taken_off_a_draft_is_ready_again() {
        var log = new MemoryLog();
        log.append(BillingStory.itemReady(JOB, "billing-item:1", "900"));
        log.append(BillingStory.itemDrafted(JOB, "billing-item:1", "invoice:1", "900"));
        log.append(BillingStory.itemUndrafted(JOB, "billing-item:1", "invoice:1", "900"));
        assertThat(unbilled(folded(log), Dimension.CUSTOMER)).singleElement().satisfies(row -> assertThat(row.ready())
                .isEqualByComparingTo("900"));
    }

    @Test
    void unbilled_work_ages_by_days_from_service_to_the_day_asked_for() {
        var log = new MemoryLog();
        log.append(Story.priced(JOB, ENTRY, 3600, "120"));
        var query = new UnbilledQuery(folded(log));
        var what = RollUp.by(Dimension.PROJECT);
        assertThat(query.list(what, Story.DAY.plusDays(30)).items().getFirst().to30())
                .isEqualByComparingTo("120");
        assertThat(query.list(what, Story.DAY.plusDays(31)).items().getFirst().to60())
                .isEqualByComparingTo("120");
        assertThat(query.list(what, Story.DAY.plusDays(60)).items().getFirst().to60())
                .isEqualByComparingTo("120");
        assertThat(query.list(what, Story.DAY.plusDays(61)).items().getFirst().to90())
                .isEqualByComparingTo("120");
        assertThat(query.list(what, Story.DAY.plusDays(90)).items().getFirst().to90())
                .isEqualByComparingTo("120");
        assertThat(query.list(what, Story.DAY.plusDays(91)).items().getFirst().over90())
                .isEqualByComparingTo("120");
    }

    @Test
    void projects_contracts_customers_and_entities_add_up_to_the_same_totals_per_currency() {
        var db = folded(Book.of(200));
        var unbilled = new UnbilledQuery(db);
        var backlog = new BacklogQuery(db);
        var margin = new MarginQuery(db);
        for (var by : Dimension.values()) {
            var what = RollUp.by(by);
            var first = RollUp.by(Dimension.ENTITY);
            assertThat(totals(unbilled.list(what, Story.DAY).items(), Unbilled::currency, Unbilled::unbilled))
                    .isEqualTo(totals(unbilled.list(first, Story.DAY).items(), Unbilled::currency, Unbilled::unbilled));
            for (Function<Backlog, BigDecimal> figure : List.<Function<Backlog, BigDecimal>>of(
                    Backlog::revenue, Backlog::netBilled, Backlog::unbilled, FiguresTest::priceOf)) {
                assertThat(totals(backlog.list(what).items(), Backlog::currency, figure))
                        .isEqualTo(totals(backlog.list(first).items(), Backlog::currency, figure));
            }
            assertThat(totals(margin.list(what, null, null).items(), Margin::currency, Margin::margin))
                    .isEqualTo(totals(margin.list(first, null, null).items(), Margin::currency, Margin::margin));
        }
        assertThat(unbilled.list(RollUp.by(Dimension.ENTITY), Story.DAY).items())
                .hasSize(2);
    }

    private static BigDecimal priceOf(Backlog row) {
        var price = row.price();
        return price == null ? Story.money("0") : price;
    }

    @Test
    void signed_movements_add_up_to_what_each_source_has_left() {
        var db = folded(Book.of(200));
        assertThat(db.fetch("""
                        select 1 from projection.unbilled_work w join (
                            select source_id, sum(ready_amount) r, sum(drafted_amount) d, sum(billed_amount) b
                            from projection.wip_movement group by source_id) m using (source_id)
                        where (w.ready_amount, w.drafted_amount, w.billed_amount) is distinct from (m.r, m.d, m.b)
                           or w.priced_amount <> m.r + m.d + m.b""")).isEmpty();
        assertThat(db.fetchSingle("select count(*) from projection.unbilled_work")
                        .get(0, Long.class))
                .isGreaterThan(100);
    }

    @Test
    void backlog_is_never_below_zero_per_line_and_an_unquantified_line_is_never_zero() {
        var db = folded(Book.of(10));
        var rows = new BacklogQuery(db).list(RollUp.by(Dimension.CONTRACT)).items();
        var k1 = rows.stream()
                .filter(row -> row.id().equals("contract:k1"))
                .findAny()
                .orElseThrow();
        // Line 2: 5,000 agreed and 5,500.50 billed. Line 3: limit 700. Line 1: unquantified.
        assertThat(k1.price()).isEqualByComparingTo("5700");
        assertThat(k1.revenueBacklog()).isEqualByComparingTo("700");
        assertThat(k1.billingBacklog()).isEqualByComparingTo("700");
        assertThat(k1.overbilled()).isEqualByComparingTo("500.50");
        assertThat(k1.unquantifiedLines()).isEqualTo(1);
        assertThat(k1.lines()).isEqualTo(3);
    }

    @Test
    void lines_without_a_project_of_their_own_count_for_none() {
        var db = folded(Book.of(10));
        assertThat(new BacklogQuery(db).list(RollUp.by(Dimension.PROJECT)).items())
                .extracting(Backlog::id)
                .containsExactly("(none)", "project:p1", "project:p2", "project:p5");
    }

    @Test
    void margin_is_revenue_less_cost_over_revenue_and_unknown_without_revenue() {
        var log = new MemoryLog();
        log.append(Story.priced(JOB, ENTRY, 3600, "120"));
        log.append(Story.costed(JOB, ENTRY, 3600, "90"));
        log.append(Story.costed(Book.JOBS.get(1), "time-entry:2", 3600, "50"));
        var rows = new MarginQuery(folded(log))
                .list(RollUp.by(Dimension.CONTRACT), null, null)
                .items();
        assertThat(rows.getFirst().margin()).isEqualByComparingTo("30");
        assertThat(rows.getFirst().ratio()).isEqualByComparingTo("0.25");
        assertThat(rows.getLast().margin()).isEqualByComparingTo("-50");
        assertThat(rows.getLast().ratio()).isNull();
    }

    @Test
    void pages_follow_their_cursor_and_hold_each_row_once() {
        var query = new MarginQuery(folded(Book.of(20)));
        var all = query.list(RollUp.by(Dimension.PROJECT), null, null).items();
        var first = query.list(new RollUp(Dimension.PROJECT, null, null, null, null, null, 3), null, null);
        var second = query.list(new RollUp(Dimension.PROJECT, null, null, null, null, first.next(), 3), null, null);
        assertThat(first.items()).isEqualTo(all.subList(0, 3));
        assertThat(second.items()).isEqualTo(all.subList(3, 5));
        assertThat(second.next()).isNull();
        assertThatThrownBy(() -> query.list(new RollUp(Dimension.PROJECT, null, null, null, null, null, 0), null, null))
                .hasMessageContaining("limit");
    }
}
