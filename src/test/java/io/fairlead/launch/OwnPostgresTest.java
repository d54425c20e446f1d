package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnPostgresTest {

    @Test
    void a_killed_server_comes_back_at_the_same_address_with_what_was_committed(@TempDir Path folder)
            throws SQLException {
        try (var postgres = OwnPostgres.start(folder)) {
            var url = postgres.url();
            execute(url, "create table kept (n int); insert into kept values (1)");
            postgres.kill();
            postgres.restart();
            assertThat(postgres.url()).isEqualTo(url);
            execute(url, "insert into kept select 1 / count(*) from kept");
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
