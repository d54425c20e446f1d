package io.fairlead.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.start.DatabaseAway;
import io.fairlead.app.start.SettingRefused;
import io.fairlead.gateway.erp.ErpSettings;
import io.fairlead.launch.Login;
import io.fairlead.launch.ScratchPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that cannot work are told at the start by name, reason and remedy; the database asks for passwords. */
class BeforeStartTest {

    @TempDir
    private static Path parent;

    private static ScratchPostgres postgres;

    private final Map<String, String> settings = new HashMap<>();

    BeforeStartTest() {
        settings.put("FAIRLEAD_DB_URL", url());
        settings.put("FAIRLEAD_DB_USER", Login.APPLICATION.role());
        settings.put("FAIRLEAD_DB_PASSWORD", password(Login.APPLICATION));
        settings.put("FAIRLEAD_DB_OWNER_USER", Login.OWNER.role());
        settings.put("FAIRLEAD_DB_OWNER_PASSWORD", password(Login.OWNER));
        settings.put("FAIRLEAD_KAFKA", "127.0.0.1:1");
        settings.put("FAIRLEAD_ERP_URL", "http://127.0.0.1:1");
        settings.put("FAIRLEAD_REGISTRY_URL", "http://127.0.0.1:1/registry");
    }

    @BeforeAll
    static void start() {
        postgres = ScratchPostgres.start(parent);
    }

    @AfterAll
    static void end() {
        postgres.close();
    }

    private static String url() {
        return postgres.url().replaceAll("\\?.*", "");
    }

    private static String password(Login login) {
        return postgres.url(login).replaceAll(".*password=", "");
    }

    private void refused(String setting, String reason, String remedy) {
        assertThatThrownBy(() -> BeforeStart.require(settings::get))
                .isInstanceOfSatisfying(SettingRefused.class, refused -> {
                    assertThat(refused)
                            .hasMessageStartingWith("Fairlead does not start: " + setting + ": ")
                            .hasMessageContaining(reason);
                    assertThat(refused.remedy()).contains(remedy);
                    assertThat(refused.exitCode()).isEqualTo(78);
                });
    }

    @Test
    void good_ones_may_start_and_a_kafka_that_is_away_only_delays() {
        assertThatCode(() -> BeforeStart.require(settings::get)).doesNotThrowAnyException();
    }

    @Test
    void a_wrong_password_a_stranger_and_a_missing_database_are_told_by_the_setting() {
        settings.put("FAIRLEAD_DB_PASSWORD", "mistyped");
        refused("FAIRLEAD_DB_PASSWORD", "does not let fairlead_app in", "FAIRLEAD_DB_PASSWORD_FILE");
        settings.put("FAIRLEAD_DB_OWNER_PASSWORD", "mistyped");
        refused("FAIRLEAD_DB_OWNER_PASSWORD", "does not let fairlead in", "FAIRLEAD_DB_OWNER_PASSWORD_FILE");
        settings.put("FAIRLEAD_DB_OWNER_PASSWORD", password(Login.OWNER));
        settings.put("FAIRLEAD_DB_PASSWORD", password(Login.APPLICATION));
        settings.put("FAIRLEAD_DB_URL", url() + "_gone");
        refused("FAIRLEAD_DB_URL", "there is no such database", "owned by fairlead");
        settings.put("FAIRLEAD_DB_URL", "postgres://db/fairlead");
        refused("FAIRLEAD_DB_URL", "it is no address of PostgreSQL", "jdbc:postgresql://host:port/database");
    }

    @Test
    void a_server_that_does_not_prove_its_name_is_told_by_the_certificate() throws IOException {
        var certificate = parent.resolve("root.pem");
        Files.writeString(certificate, "no certificate");
        settings.put("FAIRLEAD_DB_ROOT_CERT", certificate.toString());
        refused("FAIRLEAD_DB_ROOT_CERT", "does not prove by TLS who it is", "leave it out for no TLS");
    }

    @Test
    void a_database_where_nobody_answers_asks_for_a_later_start() {
        settings.put("FAIRLEAD_DB_URL", "jdbc:postgresql://127.0.0.1:1/fairlead");
        assertThatThrownBy(() -> DatabaseLogins.require(DatabaseSettings.of(settings::get), Duration.ZERO))
                .isInstanceOfSatisfying(DatabaseAway.class, away -> {
                    assertThat(away)
                            .hasMessageStartingWith("Fairlead does not start: FAIRLEAD_DB_URL: nobody answers at ");
                    assertThat(away.exitCode()).isEqualTo(7);
                    assertThat(away.remedy()).contains("Start PostgreSQL");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "FAIRLEAD_VIEW_THREADS, 0, is no whole number from 1 to 16",
        "FAIRLEAD_VIEW_THREADS, 17, is no whole number from 1 to 16",
        "FAIRLEAD_VIEW_THREADS, two, is no whole number from 1 to 16",
        "FAIRLEAD_ERP_TIMEOUT, 0, is no whole number from 1 to 15",
        "FAIRLEAD_ERP_TIMEOUT, 16, is no whole number from 1 to 15",
        "FAIRLEAD_ERP_RETRY_MAX, 0, is no whole number from 1 to 3600",
        "FAIRLEAD_ERP_RETRY_MAX, 3601, is no whole number from 1 to 3600",
        "FAIRLEAD_PORT, 65536, is no whole number from 0 to 65535",
        "FAIRLEAD_REVENUE_WITHIN_LIMIT, no, is neither true nor false",
        "FAIRLEAD_ERP_URL, ftp://erp, is no address",
        "FAIRLEAD_ERP_URL, ' ', it is not set",
        "FAIRLEAD_REGISTRY_URL, registry:8081, is no address"
    })
    void a_value_out_of_its_range_is_told_with_the_range(String setting, String value, String reason) {
        settings.put(setting, value);
        refused(setting, reason, "");
    }

    @ParameterizedTest
    @CsvSource({
        "FAIRLEAD_VIEW_THREADS, 1",
        "FAIRLEAD_VIEW_THREADS, 16",
        "FAIRLEAD_ERP_TIMEOUT, 1",
        "FAIRLEAD_ERP_TIMEOUT, 15",
        "FAIRLEAD_ERP_RETRY_MAX, 3600",
        "FAIRLEAD_PORT, 0",
        "FAIRLEAD_PORT, 65535"
    })
    void the_ends_of_a_range_are_in_it(String setting, String value) {
        settings.put(setting, value);
        assertThatCode(() -> WorkSettings.require(settings::get)).doesNotThrowAnyException();
    }

    @Test
    void the_gateway_takes_any_wait_out_of_its_range_and_its_own_without_one() {
        var gateway = ErpSettings.of("ERP", URI.create("http://erp"));
        assertThat(gateway.waiting(WorkSettings.erpTimeout(_ -> null), WorkSettings.erpRetryMax(_ -> null)))
                .isEqualTo(gateway);
        for (var seconds : List.of("1", "15")) {
            var other = gateway.waiting(WorkSettings.erpTimeout(_ -> seconds), WorkSettings.erpRetryMax(_ -> seconds));
            assertThat(other.readTimeout()).hasSeconds(Long.parseLong(seconds));
            assertThat(other.backoffCap()).hasSeconds(Long.parseLong(seconds));
        }
    }
}
