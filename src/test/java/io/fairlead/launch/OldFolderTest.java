package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders of builds that trusted every account of the machine, and what a start makes of them. */
@Timeout(240)
class OldFolderTest {

    @TempDir
    private Path folder;

    private DataFolder data() {
        return new DataFolder(folder);
    }

    /** As the builds before made it, with a row that must stay. */
    private EmbeddedPostgres former() throws IOException, SQLException {
        data().create();
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(data().postgres())
                .setOverrideWorkingDirectory(data().postgresBinaries().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .start();
        execute(url(server, "postgres", "postgres"), """
                create role fairlead login createrole password 'fairlead'""");
        execute(url(server, "postgres", "postgres"), "create database fairlead owner fairlead");
        execute(url(server, "fairlead", "fairlead"), """
                create role fairlead_app nologin; create table kept (n int); insert into kept values (1)""");
        return server;
    }

    @Test
    void a_new_folder_lets_nobody_in_without_its_password() throws Exception {
        try (var postgres = ScratchPostgres.in(folder)) {
            letsNobodyIn(postgres);
        }
    }

    @Test
    void an_old_folder_keeps_its_rows_and_lets_nobody_in_any_more() throws Exception {
        former().close();
        try (var postgres = ScratchPostgres.in(folder)) {
            letsNobodyIn(postgres);
            execute(postgres.url(), "insert into kept select 1 / count(*) from kept");
            ownerMakesNoRoles(postgres);
        }
        try (var postgres = ScratchPostgres.in(folder)) {
            letsNobodyIn(postgres);
        }
    }

    @Test
    void a_server_that_an_older_build_left_running_is_changed_too() throws Exception {
        former().close();
        var command = Files.readString(data().postgres().resolve("postmaster.opts"));
        var left = new ProcessBuilder(
                        "sh", "-c", "exec " + (LinuxUtils.isUnshareAvailable() ? "unshare -U " : "") + command)
                .redirectErrorStream(true)
                .redirectOutput(data().log("postgres").toFile())
                .start();
        while (!Files.exists(data().postgres().resolve("postmaster.pid"))
                || !Files.readString(data().postgres().resolve("postmaster.pid"))
                        .contains("ready")) {
            assertThat(Stopping.ends(left.toHandle(), Duration.ofMillis(50))).isFalse();
        }
        try (var postgres = ScratchPostgres.in(folder)) {
            letsNobodyIn(postgres);
            execute(postgres.url(), "insert into kept select 1 / count(*) from kept");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_change_that_was_killed_midway_is_finished_by_the_next_start(boolean beforeThePasswordWasKept)
            throws Exception {
        former().close();
        new PostgresLogins(data()).prepare();
        var password = new Secrets(data()).file(Login.ADMINISTRATOR.file());
        assertThat(Files.readString(data().postgres().resolve("pg_hba.conf"))).contains("trust");
        if (beforeThePasswordWasKept) {
            Files.delete(password);
        }
        try (var postgres = ScratchPostgres.in(folder)) {
            letsNobodyIn(postgres);
            execute(postgres.url(), "insert into kept select 1 / count(*) from kept");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "of another folder"})
    void a_lost_password_and_one_of_another_folder_are_given_to_the_cluster(String text) throws Exception {
        ScratchPostgres.in(folder).close();
        var secrets = new Secrets(data());
        if (text.isEmpty()) {
            Files.delete(secrets.file(Login.ADMINISTRATOR.file()));
        } else {
            secrets.keep(Login.ADMINISTRATOR.file(), text);
        }
        try (var postgres = ScratchPostgres.in(folder)) {
            letsNobodyIn(postgres);
        }
    }

    @Test
    void passwords_are_read_by_their_owner_alone() throws Exception {
        ScratchPostgres.in(folder).close();
        for (var login : Login.values()) {
            var file = new Secrets(data()).file(login.file());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .isEqualTo("rw-------");
            assertThat(Files.readString(file)).hasSize(44);
        }
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(data().postgres().resolve("pg_hba.conf"))))
                .isEqualTo("rw-------");
    }

    private void letsNobodyIn(ScratchPostgres postgres) throws SQLException {
        var server = postgres.url().substring(0, postgres.url().indexOf('?'));
        for (var database : new String[] {server, server.replaceAll("/fairlead$", "/postgres")}) {
            for (var login : Login.values()) {
                for (var password : new String[] {"", "fairlead", "postgres", login.role()}) {
                    assertThatThrownBy(() ->
                                    execute(database + "?user=" + login.role() + "&password=" + password, "select 1"))
                            .as(login + " at " + database + " with '" + password + "'")
                            .isInstanceOf(SQLException.class)
                            .satisfies(e ->
                                    assertThat(((SQLException) e).getSQLState()).isIn("28P01", "08004"));
                }
            }
        }
        for (var login : Login.values()) {
            execute(postgres.url(login), "select 1");
        }
        assertThatThrownBy(() -> execute(postgres.url(Login.READER), "select pg_advisory_lock(7382904251)"))
                .hasMessageContaining("permission denied");
    }

    private static void ownerMakesNoRoles(ScratchPostgres postgres) {
        assertThatThrownBy(() -> execute(postgres.url(), "create role other login"))
                .hasMessageContaining("permission denied");
    }

    private static String url(EmbeddedPostgres server, String user, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
                .formatted(server.getPort(), database, user, user);
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
