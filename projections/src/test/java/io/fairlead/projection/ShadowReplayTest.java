package io.fairlead.projection;

import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static io.fairlead.projection.db.Tables.WIP_MOVEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.view.Book;
import io.fairlead.view.Projections;
import java.math.BigDecimal;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShadowReplayTest {

    private final MemoryLog log = Book.of(60);
    private final DataSource database = TestDatabase.fresh();
    private final org.jooq.DSLContext db = ProjectionDatabase.open(database);
    private final ShadowReplay shadow = new ShadowReplay(log, log.codec(), database, Projections::all, 2);

    @BeforeEach
    void fold() {
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 7).catchUp(Long.MAX_VALUE);
    }

    private static TableDifference table(ShadowReport report, String name) {
        return report.tables().stream()
                .filter(table -> table.table().equals(name))
                .findAny()
                .orElseThrow();
    }

    @Test
    void a_fresh_replay_gives_the_same_rows_and_leaves_no_schema_behind() {
        var report = shadow.verify();
        assertThat(report.identical()).isTrue();
        assertThat(report.position()).isEqualTo(log.head());
        assertThat(table(report, "time_entry").rows()).isEqualTo(60);
        assertThat(table(report, "wip_movement").served())
                .containsKey("ready_amount EUR")
                .isEqualTo(table(report, "wip_movement").replayed());
        assertThat(db.fetch("select 1 from pg_namespace where nspname = 'projection_shadow'"))
                .isEmpty();
    }

    @Test
    void a_changed_a_lost_and_an_invented_row_are_told_with_their_money() {
        var entry = "time-entry:00000003-0000-0000-0000-000000000000";
        db.update(TIME_ENTRY)
                .set(TIME_ENTRY.SECONDS, 1)
                .where(TIME_ENTRY.TIME_ENTRY_ID.eq(entry))
                .execute();
        db.update(WIP_MOVEMENT)
                .set(WIP_MOVEMENT.READY_AMOUNT, WIP_MOVEMENT.READY_AMOUNT.plus(BigDecimal.ONE))
                .where(WIP_MOVEMENT.POSITION.eq(org.jooq
                        .impl
                        .DSL
                        .select(org.jooq.impl.DSL.min(WIP_MOVEMENT.POSITION))
                        .from(WIP_MOVEMENT)))
                .execute();
        db.execute("delete from projection.customer where customer_id = 'customer:bolt'");
        db.execute("insert into projection.customer_alias values ('customer:acme', 'invented', 1)");
        var report = shadow.verify();
        assertThat(report.identical()).isFalse();
        assertThat(table(report, "time_entry").changed()).isEqualTo(1);
        assertThat(table(report, "time_entry").first()).contains(entry).contains("seconds is 1, replayed 3600");
        assertThat(table(report, "customer").missing()).isEqualTo(1);
        assertThat(table(report, "customer_alias").surplus()).isEqualTo(1);
        var wip = table(report, "wip_movement");
        assertThat(wip.served()).isNotEqualTo(wip.replayed());
    }
}
