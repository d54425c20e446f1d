package io.fairlead.cli;

import io.fairlead.launch.DataFolder;
import io.fairlead.launch.KafkaLogin;
import io.fairlead.launch.Login;
import io.fairlead.launch.Secrets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** With which login people and programs read: reports in PostgreSQL, topics in Kafka. Files are told, never what they hold. */
final class ReadersLogins {

    /** By purpose; empty where Fairlead runs neither. */
    static Map<String, String> of(DataFolder data) {
        var secrets = new Secrets(data);
        var logins = new LinkedHashMap<String, String>();
        if (Files.exists(secrets.file(Login.READER.file()))) {
            logins.put("database_reader", Login.READER.role());
            logins.put(
                    "database_reader_password_file",
                    secrets.file(Login.READER.file()).toString());
        }
        if (Files.exists(secrets.file(KafkaLogin.READER.settingsFile()))) {
            logins.put("kafka_reader", KafkaLogin.READER.user(data));
            logins.put(
                    "kafka_reader_settings_file",
                    secrets.file(KafkaLogin.READER.settingsFile()).toString());
        }
        return logins;
    }

    /** The same for people. */
    static Table table(DataFolder data) {
        var rows = of(data).entrySet().stream()
                .map(login -> List.of(login.getKey().replace('_', ' '), login.getValue()))
                .toList();
        return new Table("Readers log in with", List.of("login", "value"), rows);
    }

    private ReadersLogins() {}
}
