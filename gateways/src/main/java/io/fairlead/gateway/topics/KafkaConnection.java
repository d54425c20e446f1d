package io.fairlead.gateway.topics;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;

/**
 * Where Kafka is and how a client proves who it is, for everybody who opens one.
 *
 * @param bootstrapServers addresses, {@code host:port,...}
 * @param security settings of Kafka's clients that begin with {@code security.}, {@code sasl.} or {@code ssl.}; empty for a broker
 *     that asks nobody
 */
public record KafkaConnection(String bootstrapServers, Map<String, String> security) {

    private static final int CONNECT_MILLIS_MAX = 2_000;

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

    /** Whether somebody listens at one of the addresses; each is asked for at most two seconds. */
    public boolean isListening() {
        return Arrays.stream(bootstrapServers.split(",")).map(String::strip).anyMatch(KafkaConnection::isListening);
    }

    private static boolean isListening(String address) {
        var host = Utils.getHost(address);
        var port = Utils.getPort(address);
        if (host == null || port == null) {
            return true; // Kafka's client tells better what is wrong with it.
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS_MAX);
            return true;
        } catch (IOException e) {
            return false;
        }
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
