package io.fairlead.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;

class BoundReadsTest {

    private static final String NORTH = "legal-entity:north";
    private static final String SOUTH = "legal-entity:south";

    private final DataSource database = TestDatabase.fresh();
    private final DSLContext owner = ProjectionDatabase.open(database);
    private final DSLContext db = ProjectionDatabase.openBounded(database);

    /** How far the engine has come, what it parked, steps that key figures alone read, and who somebody was before. */
    @Test
    void every_table_but_those_of_the_engine_and_of_logins_says_whose_its_rows_are() {
        assertThat(withoutCounterpart("projection", "bound", "r"))
                .containsExactly(
                        "flyway_schema_history",
                        "followed_view",
                        "mapped_identity",
                        "parked_event",
                        "rebuild",
                        "segment",
                        "setup_step",
                        "view_generation");
    }

    @Test
    void every_view_of_figures_says_whose_its_rows_are() {
        assertThat(withoutCounterpart("bi", "bound_bi", "v")).containsExactly("freshness");
    }

    @Test
    void counterparts_of_parts_see_those_of_the_own_company_only() {
        company(NORTH);
        company(SOUTH);
        var parts = owner.fetch("select viewname from pg_views where schemaname = 'bound'")
                .into(String.class);

        var seen = BoundReads.within(Set.of(NORTH), () -> parts.stream()
                .filter(each -> db.fetchCount(table(name("projection", each))) > 0)
                .toList());

        assertThat(seen).containsExactly("legal_entity");
    }

    @Test
    void somebody_who_is_bound_sees_his_companies_and_who_is_not_sees_all() {
        company(NORTH);
        company(SOUTH);

        assertThat(BoundReads.within(Set.of(NORTH), this::companies)).containsExactly(NORTH);
        assertThat(BoundReads.within(Set.of(SOUTH, NORTH), this::companies)).containsExactly(NORTH, SOUTH);
        assertThat(BoundReads.within(Set.of(), this::companies)).isEmpty();
        assertThat(companies()).containsExactly(NORTH, SOUTH);
    }

    @Test
    void a_transaction_is_bound_as_well() {
        company(NORTH);
        company(SOUTH);

        var seen = BoundReads.within(
                Set.of(SOUTH),
                () -> db.transactionResult(tx -> tx.dsl().fetchCount(table(name("projection", "legal_entity")))));

        assertThat(seen).isEqualTo(1);
    }

    @Test
    void what_says_of_no_row_whose_it_is_is_refused_and_not_shown() {
        assertThatThrownBy(
                        () -> BoundReads.within(Set.of(NORTH), () -> db.fetch("select * from projection.parked_event")))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("bound.parked_event");
    }

    @Test
    void names_of_schemas_are_changed_and_texts_are_not() {
        assertThat(
                        BoundStatements.bounded(
                                "select \"projection\".\"rate\".\"unit\", 'bi.x ''projection.y' from bi.kpi(1) join projection.rate r"))
                .isEqualTo(
                        "select bound.\"rate\".\"unit\", 'bi.x ''projection.y' from bound_bi.kpi(1) join bound.rate r");
    }

    @Test
    void counterparts_are_made_anew_when_what_they_stand_on_has_changed() {
        owner.execute("comment on schema bound is 'of a former version'");
        owner.execute("drop view bound.contract cascade");

        ProjectionDatabase.migrate(database);

        assertThat(withoutCounterpart("projection", "bound", "r")).doesNotContain("contract");
    }

    @Test
    void a_reader_of_one_company_sees_it_alone_whatever_his_session_says() throws SQLException {
        company(NORTH);
        company(SOUTH);
        owner.execute("create role \"bi_north\" login");
        ProjectionDatabase.migrate(database);

        assertThat(readAs("bi_north", "select entity_id from bound_bi.dim_entity"))
                .containsExactly(NORTH);
        assertThatThrownBy(() -> readAs("bi_north", "select entity_id from bi.dim_entity"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> readAs("bi_north", "select legal_entity_id from bound.legal_entity"))
                .hasMessageContaining("permission denied");
    }

    private List<String> readAs(String role, String question) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select set_config('fairlead.companies', '" + SOUTH + "', false)");
            statement.execute("set session authorization \"" + role + "\"");
            try (var rows = statement.executeQuery(question)) {
                var seen = new ArrayList<String>();
                while (rows.next()) {
                    seen.add(rows.getString(1));
                }
                return seen;
            } finally {
                statement.execute("reset session authorization");
            }
        }
    }

    private List<String> companies() {
        return db.select(field("legal_entity_id", String.class))
                .from(table(name("projection", "legal_entity")))
                .orderBy(1)
                .fetchInto(String.class);
    }

    private void company(String id) {
        owner.execute("""
                insert into projection.legal_entity (legal_entity_id, name, country, currency, seller_tax_id, zone, numbering,
                    invoice_series, standard_rate_card_id, position)
                values (?, 'Firm', 'DE', 'EUR', 'DE1', 'Europe/Berlin', 'FAIRLEAD', 'F', 'rate-card:x', 1)""", id);
    }

    private List<String> withoutCounterpart(String schema, String bounded, String kind) {
        return owner.fetch("""
                select c.relname from pg_class c
                where c.relnamespace = ?::regnamespace and c.relkind = ?::char and not exists (
                    select from pg_class b where b.relname = c.relname and b.relnamespace = ?::regnamespace
                        and (select array_agg(a.attname order by a.attnum) from pg_attribute a
                            where a.attrelid = b.oid and a.attnum > 0 and not a.attisdropped)
                        = (select array_agg(a.attname order by a.attnum) from pg_attribute a
                            where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped))
                order by 1""", schema, kind, bounded).into(String.class);
    }
}
