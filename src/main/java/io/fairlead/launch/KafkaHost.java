package io.fairlead.launch;

import java.io.OutputStream;
import java.io.PrintStream;
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

/**
 * A Kafka broker in a process of its own: one node, loopback only, everything kept. Clients log in by SCRAM; broker and controller
 * by PLAIN with a name and a password that are random, since theirs must hold before the log with the users of SCRAM is read.
 *
 * <p>Arguments: data folder, port, controller port, file that is written with our process id once it serves.
 */
public final class KafkaHost {

    private static final int NODE = 1;

    /** Runs until the process is asked to end. */
    public static void main(String[] arguments) throws Exception {
        Logging.toConsole("INFO");
        var data = new DataFolder(Path.of(arguments[0]));
        var folder = data.kafka();
        var settings = settings(data, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        if (!isMade(data)) {
            format(folder);
        }
        var server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        new KafkaRights(data).tell("127.0.0.1:" + arguments[1]);
        Files.writeString(
                Path.of(arguments[3]), Long.toString(ProcessHandle.current().pid()));
        server.awaitShutdown();
    }

    /** Whether a broker ever ran on the folder, as far as this tells: it knows its users since. */
    static boolean isMade(DataFolder data) {
        return Files.exists(data.kafka().resolve("meta.properties"));
    }

    static void format(Path folder) throws Exception {
        Files.createDirectories(folder);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(folder.toString()))
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(folder.toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setIgnoreFormatted(true)
                .run();
    }

    static Map<String, String> settings(DataFolder data, int port, int controllerPort) {
        var settings = new HashMap<String, String>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("log.dirs", data.kafka().toString());
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listeners", "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "CLIENTS://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        settings.put("inter.broker.listener.name", "CLIENTS");
        settings.putAll(logins(data));
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", "1");
        settings.put("default.replication.factor", "1");
        settings.put("log.retention.ms", "-1"); // History is never thrown away by age.
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

    private static Map<String, String> logins(DataFolder data) {
        var broker = KafkaLogin.BROKER.user(data);
        var password = new Secrets(data).read(KafkaLogin.BROKER.passwordFile());
        var plain =
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\" user_%s=\"%s\";"
                        .formatted(broker, password, broker, password);
        var scram = "org.apache.kafka.common.security.scram.ScramLoginModule required;";
        return Map.of(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users", "User:" + broker,
                "sasl.mechanism.controller.protocol", "PLAIN",
                "sasl.mechanism.inter.broker.protocol", "PLAIN",
                "listener.name.controller.sasl.enabled.mechanisms", "PLAIN",
                "listener.name.controller.plain.sasl.jaas.config", plain,
                "listener.name.clients.sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-256",
                "listener.name.clients.plain.sasl.jaas.config", plain,
                "listener.name.clients.scram-sha-256.sasl.jaas.config", scram);
    }

    private KafkaHost() {}
}
