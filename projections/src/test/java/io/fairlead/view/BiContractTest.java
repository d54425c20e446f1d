package io.fairlead.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.time.event.TimeCosted;
import io.fairlead.time.event.TransferPrice;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class BiContractTest {

    private static List<String> columnsWithoutComment(DSLContext db) {
        return db.fetch("""
                        select c.relnamespace::regnamespace || '.' || c.relname || '.' || a.attname
                        from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relnamespace in ('bi'::regnamespace, 'projection'::regnamespace)
                          and c.relkind in ('v', 'r') and c.relname <> 'flyway_schema_history'
                          and a.attnum > 0 and not a.attisdropped
                          and coalesce(col_description(c.oid, a.attnum), '') = ''
                        order by 1""").into(String.class);
    }

    @Test
    void every_column_has_a_comment_and_one_without_is_found() {
        var db = TestDatabase.freshTables();
        assertThat(columnsWithoutComment(db)).isEmpty();
        db.execute("create view bi.planted as select 1 as bare");
        assertThat(columnsWithoutComment(db)).containsExactly("bi.planted.bare");
    }

    @Test
    void no_column_is_a_float() {
        assertThat(TestDatabase.freshTables().fetch("""
                                select table_name from information_schema.columns
                                where table_schema in ('bi', 'projection') and data_type in ('real', 'double precision')""")).isEmpty();
    }

    @Test
    void every_view_can_be_read_and_every_fact_carries_its_event() {
        var db = TestDatabase.freshTables();
        var log = Book.of(20);
        log.append(TimeCosted.newBuilder(Story.costed(Book.JOBS.getFirst(), "time-entry:lent", 3600, "40"))
                .setTransfer(TransferPrice.newBuilder()
                        .setTransferRateId("t1")
                        .setRate(Story.money("70"))
                        .setRateCurrency("EUR")
                        .setAmount(Story.money("70"))
                        .build())
                .build());
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        var views = db.fetch("select viewname from pg_views where schemaname = 'bi' order by 1")
                .into(String.class);
        assertThat(views).contains("unbilled", "backlog", "margin", "fact_wip_movement", "dim_date");
        for (var view : views) {
            var rows = db.fetch("select * from {0} limit 5", DSL.name("bi", view));
            assertThat(rows.fieldsRow().size()).as(view).isPositive();
            if (view.endsWith("_movement")) {
                assertThat(rows.fields())
                        .as(view)
                        .extracting(org.jooq.Field::getName)
                        .contains(
                                "event_id",
                                "event_position",
                                "recorded_at",
                                "service_date",
                                "accounting_date",
                                "rule_version");
                assertThat(rows).as(view).isNotEmpty();
            }
        }
    }

    @Test
    void unbilled_by_each_dimension_and_by_age_is_the_unbilled_total() {
        var db = TestDatabase.freshTables();
        var log = Book.of(60);
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        var total = db.fetch("select currency, sum(unbilled_amount) from bi.unbilled group by 1 order by 1")
                .formatCSV();
        for (var by : List.of("project", "contract", "customer", "entity")) {
            assertThat(db.fetch("select currency, sum(unbilled_amount) from bi.unbilled_by_" + by
                                    + " group by 1 order by 1")
                            .formatCSV())
                    .isEqualTo(total);
        }
        assertThat(db.fetch("select currency, sum(to_30_amount + to_60_amount + to_90_amount + over_90_amount) as sum"
                                + " from bi.unbilled_aging(date '2026-05-01') group by 1 order by 1")
                        .formatCSV())
                .isEqualTo(total);
    }
}
