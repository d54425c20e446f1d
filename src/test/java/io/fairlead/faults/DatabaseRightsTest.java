package io.fairlead.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.launch.Login;
import io.fairlead.launch.ScratchPostgres;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All rights that the two logins that own no table have, so that none is granted, or granted back, unnoticed. */
@Timeout(120)
class DatabaseRightsTest {

    /** Role, table (and column), rights; a schema whose tables are all alike stands as one line. */
    private static final List<String> TABLES = """
            fairlead_app bi.* SELECT
            fairlead_app bound.* SELECT
            fairlead_app bound_bi.* SELECT
            fairlead_app gateway.delivery INSERT SELECT UPDATE
            fairlead_app gateway.delivery_transition INSERT SELECT
            fairlead_app gateway.intake_cursor INSERT SELECT UPDATE
            fairlead_app process.claim DELETE INSERT SELECT UPDATE
            fairlead_app process.client_call INSERT SELECT UPDATE
            fairlead_app process.discarded INSERT SELECT
            fairlead_app process.node DELETE INSERT SELECT UPDATE
            fairlead_app process.parked DELETE INSERT SELECT UPDATE
            fairlead_app process.parked_order INSERT SELECT UPDATE
            fairlead_app process.quota DELETE INSERT SELECT UPDATE
            fairlead_app process.token DELETE INSERT SELECT UPDATE
            fairlead_app projection.* DELETE INSERT SELECT UPDATE
            fairlead_app registry.compatibility_level DELETE INSERT SELECT UPDATE
            fairlead_app registry.registered_schema INSERT SELECT
            fairlead_app registry.registry_mode DELETE INSERT SELECT UPDATE
            fairlead_app registry.schema_reference INSERT SELECT
            fairlead_app registry.subject_version DELETE INSERT SELECT UPDATE
            fairlead_app store.es_command INSERT SELECT
            fairlead_app store.es_event INSERT SELECT
            fairlead_app store.es_event_pN INSERT SELECT
            fairlead_app store.es_head SELECT
            fairlead_app store.es_head.last_position UPDATE
            fairlead_app store.es_head.last_stream_no UPDATE
            fairlead_app store.es_partitioning SELECT
            fairlead_app store.es_schema INSERT SELECT
            fairlead_app store.es_snapshot INSERT SELECT UPDATE
            fairlead_app store.es_stream INSERT SELECT
            fairlead_app store.es_stream.last_hash UPDATE
            fairlead_app store.es_stream.last_pos UPDATE
            fairlead_app store.es_stream.version UPDATE
            fairlead_app store.es_type INSERT SELECT
            fairlead_bi bi.* SELECT
            """.lines().toList();

    private static final String GRANTED = """
            with rights as (
                select n.nspname, c.relname, '' as col, x.grantee, x.privilege_type
                from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) x
                union all
                select n.nspname, c.relname, '.' || a.attname, x.grantee, x.privilege_type
                from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace,
                    aclexplode(a.attacl) x)
            select distinct coalesce(r.rolname, 'public') || ' ' || nspname || '.'
                || case when nspname in ('bi', 'bound', 'bound_bi', 'projection') then '*'
                    else regexp_replace(relname, '^es_event_p[0-9]+$', 'es_event_pN') end
                || col || ' ' || string_agg(privilege_type, ' ' order by privilege_type)
            from rights left join pg_roles r on r.oid = grantee
            where nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                and coalesce(r.rolname, 'public') in ('public', 'fairlead_app', 'fairlead_bi')
            group by r.rolname, nspname, relname, col
            order by 1""";

    private static final String FUNCTIONS = """
            select coalesce(r.rolname, 'public') || ' ' || p.oid::regprocedure
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
                aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x left join pg_roles r on r.oid = x.grantee
            where nspname not in ('pg_catalog', 'information_schema')
                and coalesce(r.rolname, 'public') in ('public', 'fairlead_app', 'fairlead_bi')
                and (nspname not in ('bi', 'bound', 'bound_bi') or prosecdef) -- Those of reports run with their caller's rights.
            order by 1""";

    private static final String SCHEMAS = """
            select coalesce(r.rolname, 'public') || ' ' || nspname || ' ' || privilege_type
            from pg_namespace n, aclexplode(n.nspacl) x left join pg_roles r on r.oid = x.grantee
            where nspname not in ('pg_catalog', 'information_schema')
                and coalesce(r.rolname, 'public') in ('public', 'fairlead_app', 'fairlead_bi')
            order by 1""";

    @TempDir
    static Path folder;

    static ScratchPostgres postgres;

    @BeforeAll
    static void started_twice() {
        postgres = ScratchPostgres.in(folder);
        DatabaseRolesTest.migrate(postgres);
        DatabaseRolesTest.migrate(postgres);
    }

    @AfterAll
    static void end() {
        postgres.close();
    }

    @Test
    void tables_are_open_to_the_written_rights_and_no_others() throws SQLException {
        assertThat(rows(GRANTED)).containsExactlyInAnyOrderElementsOf(TABLES);
    }

    @Test
    void functions_and_schemas_are_open_to_the_written_rights_and_no_others() throws SQLException {
        assertThat(rows(FUNCTIONS))
                .containsExactly(
                        "fairlead_app store.es_forget_commands(timestamp with time zone,integer)",
                        "fairlead_app store.es_make_partitions(bigint)",
                        "fairlead_app store.es_require(boolean,text)",
                        "public store.es_refuse_change()"); // A trigger's: nobody can call it.
        assertThat(rows(SCHEMAS))
                .containsExactly(
                        "fairlead_app bi USAGE",
                        "fairlead_app bound USAGE",
                        "fairlead_app bound_bi USAGE",
                        "fairlead_app gateway USAGE",
                        "fairlead_app process USAGE",
                        "fairlead_app projection USAGE",
                        "fairlead_app registry USAGE",
                        "fairlead_app store USAGE",
                        "fairlead_bi bi USAGE",
                        "public public USAGE");
    }

    @Test
    void what_is_made_later_is_open_to_nobody_by_itself() throws SQLException {
        assertThat(rows("select defaclrole::regrole::text from pg_default_acl")).isEmpty();
    }

    private static List<String> rows(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(Login.ADMINISTRATOR));
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }
}
