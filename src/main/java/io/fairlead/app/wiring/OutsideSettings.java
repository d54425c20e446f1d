package io.fairlead.app.wiring;

import io.fairlead.access.RegistryLogin;
import io.fairlead.app.start.SecretSetting;
import io.fairlead.app.start.SettingRefused;
import io.fairlead.gateway.topics.KafkaConnection;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How Kafka and the ERP are told who we are, from files that only we read. */
final class OutsideSettings {

    private static final String KAFKA_FILE = "FAIRLEAD_KAFKA_PROPERTIES";

    /**
     * Where Kafka is, with the client settings of the file that FAIRLEAD_KAFKA_PROPERTIES names.
     *
     * @param settings values by name, null where none is given
     * @throws SettingRefused when the file cannot be read, is open to others, or says more than how to log in
     */
    static KafkaConnection kafka(UnaryOperator<@Nullable String> settings) {
        var address = text(settings, "FAIRLEAD_KAFKA");
        if (address.isEmpty()) {
            throw new SettingRefused("FAIRLEAD_KAFKA", "it is not set", "Set it to host:port of a broker.");
        }
        var file = text(settings, KAFKA_FILE);
        return file.isEmpty() ? KafkaConnection.open(address) : new KafkaConnection(address, security(file));
    }

    private static Map<String, String> security(String file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(SecretSetting.text(KAFKA_FILE, file)));
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingRefused(
                    KAFKA_FILE,
                    "%s is no properties file (%s)".formatted(file, e.getMessage()),
                    "Write name=value lines.");
        }
        var security = new HashMap<String, String>();
        properties.forEach((key, value) -> {
            var name = key.toString();
            if (!name.startsWith("security.") && !name.startsWith("sasl.") && !name.startsWith("ssl.")) {
                throw new SettingRefused(
                        KAFKA_FILE,
                        "%s sets %s, which says nothing about logging in".formatted(file, name),
                        "Leave only names that begin with security., sasl. or ssl. in it.");
            }
            security.put(name, value.toString());
        });
        return security;
    }

    /** What the ERP takes as proof of who we are; empty where it asks for none. */
    static String erpToken(UnaryOperator<@Nullable String> settings) {
        return SecretSetting.of(settings, "FAIRLEAD_ERP_TOKEN");
    }

    /** What the schema registry takes as proof of who we are, and ours asks for; empty where none does. */
    static String registryToken(UnaryOperator<@Nullable String> settings) {
        return SecretSetting.of(settings, RegistryLogin.SETTING);
    }

    private static String text(UnaryOperator<@Nullable String> settings, String name) {
        return Objects.requireNonNullElse(settings.apply(name), "").strip();
    }

    private OutsideSettings() {}
}
