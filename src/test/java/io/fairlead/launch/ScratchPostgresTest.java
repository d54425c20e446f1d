package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchPostgresTest {

    @Test
    void a_killed_server_comes_back_at_the_same_address_with_what_was_committed(@TempDir Path folder)
            throws SQLException {
        try (var postgres = ScratchPostgres.in(folder)) {
            var url = postgres.url();
            execute(url, "create table kept (n int); insert into kept values (1)");
            postgres.kill();
            postgres.restart();
            assertThat(postgres.url()).isEqualTo(url);
            execute(url, "insert into kept select 1 / count(*) from kept");
        }
    }

    @Test
    void a_temporary_one_has_further_databases_and_leaves_nothing_behind(@TempDir Path parent)
            throws SQLException, IOException {
        try (var postgres = ScratchPostgres.start(parent)) {
            execute(postgres.createDatabase("further"), "create table own (n int)");
            execute(postgres.administratorUrl(), "checkpoint");
            assertThat(postgres.log()).isNotEmptyFile();
        }
        try (var left = Files.list(parent)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void another_server_of_the_jvm_does_not_make_its_deleted_folder_again(@TempDir Path parent) throws IOException {
        ScratchPostgres.start(parent).close();
        try (var _ = EmbeddedPostgres.start();
                var left = Files.list(parent)) {
            assertThat(left).isEmpty();
        }
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
