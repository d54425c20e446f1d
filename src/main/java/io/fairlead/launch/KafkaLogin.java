package io.fairlead.launch;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Who logs in to our own Kafka. For each there is a file of client settings that any tool of Kafka's takes, for instance
 * {@code kafka-console-consumer --consumer.config}; and for other clients the password alone.
 */
public enum KafkaLogin {
    /** The broker itself and whoever repairs topics; its name is made at random too, since it may do anything. */
    BROKER("kafka-broker", "PLAIN"),
    /** Writes the topics. */
    APPLICATION("fairlead", "SCRAM-SHA-256"),
    /** Reads them, with any consumer group. */
    READER("fairlead-reader", "SCRAM-SHA-256");

    /** Events are published in transactions: what was not committed never happened, and comes again. */
    private static final String COMMITTED = "isolation.level=read_committed";

    private final String user;
    private final String mechanism;

    KafkaLogin(String user, String mechanism) {
        this.user = user;
        this.mechanism = mechanism;
    }

    String mechanism() {
        return mechanism;
    }

    /** Name for the broker. */
    public String user(DataFolder data) {
        return this == BROKER ? user + "-" + new Secrets(data).orMade("kafka-broker.user") : user;
    }

    /** Name of the file of the password, for {@link Secrets}. */
    public String passwordFile() {
        return "kafka-" + id() + ".password";
    }

    /** Name of the file of client settings, for {@link Secrets}. */
    public String settingsFile() {
        return "kafka-" + id() + ".properties";
    }

    /**
     * Settings of a client that logs in so, in this JVM.
     *
     * @throws LaunchFailed when there are none yet
     */
    public Map<String, Object> settings(DataFolder data, String address) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(new Secrets(data).read(settingsFile())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var settings = new HashMap<String, Object>();
        properties.forEach((key, value) -> settings.put(key.toString(), value));
        settings.put("bootstrap.servers", address);
        return settings;
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Makes the password where there is none, and the settings anew. */
    void make(DataFolder data) {
        var secrets = new Secrets(data);
        var all = settingsOf(user(data), secrets.orMade(passwordFile()));
        if (!secrets.find(settingsFile()).equals(Optional.of(all))) {
            secrets.keep(settingsFile(), all);
        }
    }

    /** Settings of a client that logs in as this one does, by a name and a password of its own. */
    String settingsOf(String name, String password) {
        var module = mechanism.equals("PLAIN") ? "plain.PlainLoginModule" : "scram.ScramLoginModule";
        var jaas = "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\";"
                .formatted(module, name, password);
        var settings =
                "security.protocol=SASL_PLAINTEXT\nsasl.mechanism=%s\nsasl.jaas.config=%s".formatted(mechanism, jaas);
        return this == READER ? settings + "\n" + COMMITTED : settings;
    }
}
