package io.fairlead.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.faults.Attempts.End;
import io.fairlead.faults.Attempts.Result;
import io.fairlead.launch.Login;
import io.fairlead.launch.ScratchPostgres;
import io.fairlead.projection.ProjectionDatabase;
import io.fairlead.registry.RegistryConfiguration;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.WriterConnection;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What each login may do in PostgreSQL, and above all what it may not. */
@Timeout(120)
class DatabaseRolesTest {

    @TempDir
    static Path folder;

    static ScratchPostgres postgres;

    @BeforeAll
    static void migrated() {
        postgres = ScratchPostgres.in(folder);
        migrate(postgres);
    }

    /** As the application does at each start. */
    static void migrate(ScratchPostgres postgres) {
        try (var owner = FaultBed.pool(postgres.url(), "owner", 4)) {
            PostgresStore.migrate(owner);
            ProjectionDatabase.migrate(owner);
            RegistryConfiguration.migrate(owner);
            for (var schema : List.of("gateway", "process")) {
                Flyway.configure()
                        .dataSource(owner)
                        .schemas(schema)
                        .locations("classpath:db/" + (schema.equals("gateway") ? "gateways" : schema))
                        .load()
                        .migrate();
            }
        }
    }

    @AfterAll
    static void end() {
        postgres.close();
    }

    @Test
    void the_applications_connection_can_change_nothing_of_the_log_nor_what_guards_it() throws SQLException {
        assertThat(statements(Login.APPLICATION, DatabaseTrespass.ON_THE_LOG))
                .allSatisfy(
                        result -> assertThat(result.end()).as(result.toString()).isEqualTo(End.REFUSED))
                .hasSizeGreaterThan(30);
    }

    @Test
    void readers_of_reports_see_nothing_but_their_views_and_write_nothing() throws SQLException {
        assertThat(statements(Login.READER, DatabaseTrespass.OF_A_READER))
                .allSatisfy(
                        result -> assertThat(result.end()).as(result.toString()).isEqualTo(End.REFUSED));
        execute(Login.READER, "select count(*) from bi.freshness");
    }

    @Test
    void a_reader_takes_no_lock_and_no_more_than_its_share() throws SQLException {
        var open = new ArrayList<Connection>();
        try {
            assertThatThrownBy(() -> {
                        for (var number = 0; number <= 20; number++) {
                            open.add(DriverManager.getConnection(postgres.url(Login.READER)));
                        }
                    })
                    .hasMessageContaining("too many connections");
            try (var statement = open.getFirst().createStatement();
                    var row = statement.executeQuery("""
                            select current_setting('statement_timeout'), current_setting('temp_file_limit'),
                                current_setting('idle_in_transaction_session_timeout'),
                                current_setting('transaction_read_only'),
                                (select count(*) from pg_proc where proname ~ 'advisory|^lo(_|read|write)'
                                    and has_function_privilege(oid, 'execute'))""")) {
                row.next();
                assertThat(List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                        .containsExactly("5min", "4GB", "5min", "on");
                assertThat(row.getInt(5)).isZero();
            }
        } finally {
            for (var connection : open) {
                connection.close();
            }
            awaitEndOfReaders();
        }
    }

    /** Sessions end after their connections, and the next test needs one. */
    private static void awaitEndOfReaders() throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(Login.ADMINISTRATOR));
                var left = connection.prepareStatement("select from pg_stat_activity where usename = ?")) {
            left.setString(1, Login.READER.role());
            var some = true;
            while (some) {
                try (var rows = left.executeQuery()) {
                    some = rows.next();
                }
            }
        }
    }

    @Test
    void who_writes_takes_the_locks() throws SQLException {
        for (var login : List.of(Login.OWNER, Login.APPLICATION)) {
            execute(login, WriterConnection.LOCK);
            execute(login, "select pg_try_advisory_lock(1), pg_advisory_unlock(1)");
        }
    }

    @Test
    void a_further_database_is_as_closed() {
        var further = postgres.createDatabase("further")
                .replaceAll("\\?.*", postgres.url(Login.READER).replaceAll("^[^?]*", ""));
        assertThatThrownBy(() -> execute(further, WriterConnection.LOCK)).hasMessageContaining("permission denied");
        var maintenance = postgres.url(Login.READER).replace("/fairlead?", "/postgres?");
        assertThatThrownBy(() -> execute(maintenance, "select 1")).hasMessageContaining("permission denied");
    }

    @Test
    void strangers_come_in_with_no_known_password() {
        var server = postgres.url().replaceAll("^jdbc:postgresql://|/.*$", "");
        assertThat(DatabaseTrespass.strangers(server))
                .allSatisfy(
                        result -> assertThat(result.end()).as(result.toString()).isEqualTo(End.REFUSED))
                .hasSize(48);
    }

    @Test
    void the_application_adds_and_reads_and_moves_what_has_to_move() throws SQLException {
        execute(Login.APPLICATION, "select store.es_make_partitions(5000001)");
        execute(Login.APPLICATION, "insert into store.es_type values (4711, 'planted')");
        execute(Login.APPLICATION, "update store.es_head set last_position = last_position");
        execute(Login.APPLICATION, "select * from store.es_event_p5000001");
        execute(Login.APPLICATION, "delete from projection.time_entry");
        execute(Login.APPLICATION, "delete from process.parked");
        assertThatThrownBy(() -> execute(Login.APPLICATION, "delete from store.es_event_p5000001"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void leaves_are_made_up_to_two_sizes_beyond_the_log_and_no_further() throws SQLException {
        execute(Login.APPLICATION, "select store.es_make_partitions(10000000)");
        assertThatThrownBy(() -> execute(Login.APPLICATION, "select store.es_make_partitions(10000001)"))
                .hasMessageContaining("the log has come to 0");
    }

    /** The owner could, so a right that is granted by mistake is seen: the checker is able to fail. */
    @Test
    void a_right_too_many_is_seen() throws SQLException {
        assertThat(statements(Login.ADMINISTRATOR, List.of("set session_replication_role = replica")))
                .extracting(Result::end)
                .containsExactly(End.DONE);
        execute(Login.OWNER, "grant update on store.es_event to fairlead_app");
        try {
            assertThat(statements(Login.APPLICATION, DatabaseTrespass.ON_THE_LOG))
                    .extracting(Result::end)
                    .contains(End.DONE);
        } finally {
            execute(Login.OWNER, "revoke update on store.es_event from fairlead_app");
        }
    }

    private static List<Result> statements(Login login, List<String> statements) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url(login))) {
            return DatabaseTrespass.statements(connection, login.role(), statements);
        }
    }

    private static void execute(Login login, String sql) throws SQLException {
        execute(postgres.url(login), sql);
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
