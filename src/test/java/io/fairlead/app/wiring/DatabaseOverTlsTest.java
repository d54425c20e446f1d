package io.fairlead.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.start.SettingRefused;
import io.fairlead.testing.CertificateForTests;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** The application's connections to a real PostgreSQL that takes nobody without TLS and a password. */
class DatabaseOverTlsTest {

    private static final String PASSWORD = "of-the-login";

    @TempDir
    static Path folder;

    private static CertificateForTests server;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = CertificateForTests.made(folder, "server", "127.0.0.1");
        var data = folder.resolve("data");
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", server.certificate().toString())
                .setServerConfig("ssl_key_file", server.key().toString())
                .start();
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var role : new String[] {"keeper", "app"}) {
                statement.execute("create role " + role + " login password '" + PASSWORD + "'");
            }
            statement.execute("create role fairlead_app");
            statement.execute("grant fairlead_app to app");
            statement.execute("create database fairlead owner keeper");
            Files.writeString(
                    data.resolve("pg_hba.conf"),
                    "hostssl all all 127.0.0.1/32 scram-sha-256\nhost all postgres 127.0.0.1/32 trust\n");
            statement.execute("select pg_reload_conf()");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static String url(String host) {
        return "jdbc:postgresql://" + host + ":" + postgres.getPort() + "/fairlead";
    }

    private static Databases databases(String host, Path certificate) throws IOException {
        var secret = folder.resolve("password");
        if (!Files.exists(secret)) {
            Files.createFile(
                    secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(secret, PASSWORD + "\n");
        }
        return new Databases(new MockEnvironment()
                .withProperty("FAIRLEAD_DB_URL", url(host))
                .withProperty("FAIRLEAD_DB_USER", "app")
                .withProperty("FAIRLEAD_DB_PASSWORD_FILE", secret.toString())
                .withProperty("FAIRLEAD_DB_OWNER_USER", "keeper")
                .withProperty("FAIRLEAD_DB_OWNER_PASSWORD_FILE", secret.toString())
                .withProperty("FAIRLEAD_DB_ROOT_CERT", certificate.toString()));
    }

    @Test
    void tables_are_made_and_used_over_tls_by_logins_from_files() throws IOException, SQLException {
        var databases = databases("127.0.0.1", server.certificate());
        try (var owner = databases.ownerConnections();
                var store = databases.storeConnections(owner);
                var views = databases.connections(owner);
                var claims = databases.claimConnections(owner)) {
            assertThat(JdbcClient.create(store)
                            .sql("select count(*) from store.es_event")
                            .query(Long.class)
                            .single())
                    .isZero();
            for (var pool : new javax.sql.DataSource[] {owner, store, views, claims}) {
                assertThat(JdbcClient.create(pool)
                                .sql("select ssl and version like 'TLS%' from pg_stat_ssl where pid = pg_backend_pid()")
                                .query(Boolean.class)
                                .single())
                        .isTrue();
            }
        }
    }

    @Test
    void a_server_with_another_certificate_is_refused_with_setting_reason_and_remedy() {
        var stranger = CertificateForTests.made(folder, "stranger", "127.0.0.1");
        assertRefused("127.0.0.1", stranger.certificate());
    }

    @Test
    void a_server_whose_certificate_bears_another_name_is_refused_likewise() {
        assertRefused("localhost", server.certificate());
    }

    private static void assertRefused(String host, Path certificate) {
        assertThatThrownBy(() -> databases(host, certificate).ownerConnections().close())
                .isInstanceOfSatisfying(SettingRefused.class, refused -> {
                    assertThat(refused)
                            .hasMessageStartingWith(
                                    "Fairlead does not start: FAIRLEAD_DB_ROOT_CERT: the server at " + url(host))
                            .hasMessageContaining("does not prove itself");
                    assertThat(refused.getMessage()).doesNotContain(PASSWORD);
                    assertThat(refused.remedy()).contains("signed the server's", "FAIRLEAD_DB_URL");
                });
    }

    /** Else the tests above would say little: this server takes nobody without TLS, and nobody without the password. */
    @Test
    void the_server_itself_takes_nobody_in_the_clear_or_without_the_password() {
        assertThatThrownBy(() -> DriverManager.getConnection(url("127.0.0.1") + "?sslmode=disable", "app", PASSWORD)
                        .close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no encryption");
        assertThatThrownBy(() -> DriverManager.getConnection(url("127.0.0.1") + "?sslmode=require", "app", "wrong")
                        .close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }
}
