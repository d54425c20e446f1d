package io.fairlead.testing;

import io.fairlead.gateway.topics.KafkaConnection;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/** A real broker in the test's JVM, on free ports of loopback, with its log in a folder of the test. */
public final class KafkaForTests implements AutoCloseable {

    /** The one user of the secure listener. */
    public static final String USER = "fairlead";

    /** That user's. */
    public static final String PASSWORD = "of-the-user";

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final int securePort;
    private final @Nullable CertificateForTests certificate;
    private @Nullable KafkaRaftServer server;

    private KafkaForTests(Path folder, @Nullable CertificateForTests certificate) {
        this.folder = folder;
        this.port = freePort();
        this.controllerPort = freePort();
        this.securePort = freePort();
        this.certificate = certificate;
    }

    /** A broker that runs. */
    public static KafkaForTests started(Path folder) {
        var kafka = stopped(folder);
        kafka.start();
        return kafka;
    }

    /** A broker whose address is known, but nobody listens there until {@link #start()}. */
    public static KafkaForTests stopped(Path folder) {
        return new KafkaForTests(folder, null);
    }

    /** A broker that runs and has a listener for TLS and SCRAM as well, for one user. */
    public static KafkaForTests secured(Path folder, CertificateForTests certificate) {
        var kafka = new KafkaForTests(folder, certificate);
        kafka.start();
        return kafka;
    }

    /** Its address for clients that come by TLS and with {@link #USER}. */
    public String secureServers() {
        return "127.0.0.1:" + securePort;
    }

    /** Its address for clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** The same for our own clients; it asks nobody who he is. */
    public KafkaConnection connection() {
        return KafkaConnection.open(bootstrapServers());
    }

    /** Starts or restarts it on the same ports with the same log. */
    public void start() {
        format();
        server = new KafkaRaftServer(new KafkaConfig(settings()), Time.SYSTEM);
        server.startup();
    }

    /** Stops it; its log stays. */
    public void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void format() {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try {
            var formatter = new Formatter();
            if (certificate != null) {
                formatter.setScramArguments(
                        List.of("SCRAM-SHA-512=[name=" + USER + ",password=" + PASSWORD + ",iterations=4096]"));
            }
            formatter
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(folder.toString()))
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(folder.toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("cannot format " + folder, e);
        }
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("log.dirs", folder.toString());
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        if (certificate != null) {
            secure(settings, certificate);
        }
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", "1");
        settings.put("default.replication.factor", "1");
        settings.put("log.cleaner.dedupe.buffer.size", "8388608");
        settings.put("group.initial.rebalance.delay.ms", "0");
        for (var internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(internal + ".replication.factor", "1");
            settings.put(internal + ".num.partitions", "1");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        return settings;
    }

    private void secure(Map<String, String> settings, CertificateForTests proof) {
        settings.merge("listeners", "SASL_SSL://" + secureServers(), (one, more) -> one + "," + more);
        settings.merge("advertised.listeners", "SASL_SSL://" + secureServers(), (one, more) -> one + "," + more);
        settings.merge("listener.security.protocol.map", "SASL_SSL:SASL_SSL", (one, more) -> one + "," + more);
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put(
                "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put("ssl.keystore.type", "PKCS12");
        settings.put("ssl.keystore.location", proof.store().toString());
        settings.put("ssl.keystore.password", CertificateForTests.PASSWORD);
        settings.put("ssl.key.password", CertificateForTests.PASSWORD);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
