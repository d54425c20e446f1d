package io.fairlead.gateway.topics;

import java.util.HashMap;
import java.util.Map;

/**
 * Where Kafka is and how a client proves who it is, for everybody who opens one.
 *
 * @param bootstrapServers addresses, {@code host:port,...}
 * @param security settings of Kafka's clients that begin with {@code security.}, {@code sasl.} or {@code ssl.}; empty for a broker
 *     that asks nobody
 */
public record KafkaConnection(String bootstrapServers, Map<String, String> security) {

    public KafkaConnection {
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("Kafka's address is empty: set it to host:port");
        }
        security = Map.copyOf(security);
    }

    /** A broker that asks nobody. */
    public static KafkaConnection open(String bootstrapServers) {
        return new KafkaConnection(bootstrapServers, Map.of());
    }

    /** Settings of a client, with these of its own. */
    Map<String, Object> with(Map<String, ?> own) {
        var settings = new HashMap<String, Object>(security);
        settings.put("bootstrap.servers", bootstrapServers);
        settings.putAll(own);
        return settings;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return bootstrapServers + (security.isEmpty() ? "" : " " + security.getOrDefault("security.protocol", ""));
    }
}
