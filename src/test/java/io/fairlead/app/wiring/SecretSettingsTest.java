package io.fairlead.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.start.SettingRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings for a PostgreSQL, a Kafka and an ERP of somebody else's: what is taken, and how a mistake is told. */
class SecretSettingsTest {

    @TempDir
    private Path folder;

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "FAIRLEAD_DB_URL",
            "jdbc:postgresql://db/fairlead",
            "FAIRLEAD_DB_USER",
            "app",
            "FAIRLEAD_KAFKA",
            "broker:9093"));

    @Test
    void passwords_come_from_files_and_one_login_may_do_for_both() throws IOException {
        settings.put("FAIRLEAD_DB_PASSWORD_FILE", file("pw", "secret\n", "rw-------"));
        var one = DatabaseSettings.of(settings::get);
        assertThat(one.application().password()).isEqualTo("secret");
        assertThat(one.owner()).isEqualTo(one.application());
        assertThat(one.encryption()).isEmpty();
        assertThat(one.toString()).doesNotContain("secret");
    }

    @Test
    void the_owner_is_another_login_and_the_server_proves_who_it_is() throws IOException {
        settings.put("FAIRLEAD_DB_PASSWORD", "direct");
        settings.put("FAIRLEAD_DB_OWNER_USER", "owner");
        settings.put("FAIRLEAD_DB_OWNER_PASSWORD_FILE", file("owner", "other", "r--------"));
        settings.put("FAIRLEAD_DB_ROOT_CERT", file("root.pem", "PEM", "rw-r--r--"));
        var two = DatabaseSettings.of(settings::get);
        assertThat(two.owner()).isEqualTo(new DatabaseSettings.Login("owner", "other"));
        assertThat(two.application().password()).isEqualTo("direct");
        assertThat(two.encryption())
                .containsEntry("sslmode", "verify-full")
                .containsEntry("sslrootcert", folder.resolve("root.pem").toString());
    }

    @Test
    void kafkas_login_comes_from_a_properties_file() throws IOException {
        settings.put(
                "FAIRLEAD_KAFKA_PROPERTIES",
                file("kafka", "security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\n", "rw-------"));
        assertThat(OutsideSettings.kafka(settings::get).security())
                .containsOnly(Map.entry("security.protocol", "SASL_SSL"), Map.entry("sasl.mechanism", "SCRAM-SHA-512"));
        settings.remove("FAIRLEAD_KAFKA_PROPERTIES");
        assertThat(OutsideSettings.kafka(settings::get).security()).isEmpty();
    }

    @Test
    void a_mistake_is_told_as_setting_reason_and_remedy() throws IOException {
        refusedDatabase("FAIRLEAD_DB_PASSWORD_FILE", folder.resolve("gone").toString(), "there is no file", "Make it");
        refusedDatabase("FAIRLEAD_DB_PASSWORD_FILE", file("empty", " \n", "rw-------"), "is empty", "Write the secret");
        refusedDatabase(
                "FAIRLEAD_DB_PASSWORD_FILE", file("open", "x", "rw-r--r--"), "is open to other accounts", "chmod 600");
        refusedDatabase("FAIRLEAD_DB_PASSWORD_FILE", folder.toString() + "\0", "cannot be read", "Give its text");
        refusedDatabase("FAIRLEAD_DB_ROOT_CERT", "/no/such.pem", "no readable file", "PEM");
        refusedDatabase("FAIRLEAD_DB_USER", " ", "it is not set", "fairlead_app");
        settings.put("FAIRLEAD_DB_USER", "app");
        settings.put("FAIRLEAD_DB_PASSWORD", "direct");
        refusedDatabase("FAIRLEAD_DB_PASSWORD_FILE", file("pw", "x", "rw-------"), "is set too", "Leave one");
        settings.put("FAIRLEAD_KAFKA_PROPERTIES", file("more", "acks=0", "rw-------"));
        assertThatThrownBy(() -> OutsideSettings.kafka(settings::get))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("FAIRLEAD_KAFKA_PROPERTIES: ")
                .hasMessageContaining("sets acks");
    }

    private void refusedDatabase(String setting, String value, String reason, String remedy) {
        var former = settings.put(setting, value);
        assertThatThrownBy(() -> DatabaseSettings.of(settings::get))
                .isInstanceOfSatisfying(SettingRefused.class, refused -> {
                    assertThat(refused)
                            .hasMessageStartingWith("Fairlead does not start: " + setting + ": ")
                            .hasMessageContaining(reason);
                    assertThat(refused.remedy()).contains(remedy);
                });
        settings.remove(setting);
        if (former != null) {
            settings.put(setting, former);
        }
    }

    private String file(String name, String text, String mode) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return file.toString();
    }
}
