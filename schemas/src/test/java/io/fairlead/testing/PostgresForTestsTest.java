package io.fairlead.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PostgresForTestsTest {

    @Test
    void what_one_fixture_writes_no_other_sees_although_the_server_is_one() throws SQLException {
        List<DataSource> migrated = new ArrayList<>();
        var first = PostgresForTests.migrated("fixture", database -> {
            migrated.add(database);
            update(database, "create table noted (n int)");
        });
        var second = PostgresForTests.migrated("fixture", migrated::add);
        update(first.dataSource(), "insert into noted values (1)");
        assertThat(migrated).hasSize(1);
        assertThat(number(first.dataSource(), "select count(*) from noted")).isEqualTo(1);
        assertThat(number(second.dataSource(), "select count(*) from noted")).isZero();
        var empty = PostgresForTests.empty("fixture");
        assertThat(number(empty.dataSource(), "select count(*) from pg_tables where schemaname = 'public'"))
                .isZero();
        assertThat(number(first.dataSource(), "select inet_server_port()"))
                .isEqualTo(number(empty.dataSource(), "select inet_server_port()"));
    }

    @Test
    void however_many_databases_there_are_few_connections_stay_open() throws SQLException {
        for (int i = 0; i < 30; i++) {
            assertThat(number(PostgresForTests.empty("many").dataSource(), "select 1"))
                    .isEqualTo(1);
        }
        var last = PostgresForTests.empty("many").dataSource();
        assertThat(number(last, "select count(*) from pg_stat_activity where datname like 'many%'"))
                .isLessThan(20);
    }

    private static void update(DataSource database, String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int number(DataSource database, String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }
}
