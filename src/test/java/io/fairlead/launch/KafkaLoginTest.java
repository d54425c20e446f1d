package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.gateway.topics.KafkaConnection;
import io.fairlead.gateway.topics.KafkaKnock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what on our own broker, on a new folder and on one of a build whose broker asked nobody. */
@Timeout(240)
class KafkaLoginTest {

    static final String TOPIC = "fairlead.kept.v1";

    @TempDir
    private Path folder;

    private DataFolder data() {
        return new DataFolder(folder);
    }

    @Test
    void only_the_application_writes_and_readers_read() throws Exception {
        try (var broker = new KafkaBroker(data())) {
            write(KafkaLogin.APPLICATION.settings(data(), broker.address()));
            reads(broker, 1);
            refuses(broker);
        }
    }

    @Test
    void settings_that_will_never_be_let_in_are_told_by_one_try_and_without_the_password() throws Exception {
        try (var broker = new KafkaBroker(data())) {
            var right = new HashMap<String, String>();
            KafkaLogin.APPLICATION
                    .settings(data(), broker.address())
                    .forEach((name, value) -> right.put(name, value.toString()));
            right.remove("bootstrap.servers");
            var password = new Secrets(data()).read(KafkaLogin.APPLICATION.passwordFile());
            assertThat(knock(broker, right, "", "")).isInstanceOf(KafkaKnock.Opened.class);
            assertThat(knock(broker, right, password, "another").toString())
                    .contains("Refused", "invalid credentials")
                    .doesNotContain("another");
            assertThat(knock(broker, right, "SCRAM-SHA-256", "SCRAM-SHA-265").toString())
                    .contains("Refused", "SCRAM-SHA-265");
            assertThat(knock(broker, right, "SASL_PLAINTEXT", "SASL_PLAIN").toString())
                    .contains("Refused", "SASL_PLAIN");
            assertThat(knock(broker, right, "ScramLoginModule", "SkramLoginModule"))
                    .isInstanceOf(KafkaKnock.Refused.class);
            assertThat(knock(broker, right, "SASL_PLAINTEXT", "PLAINTEXT")).isInstanceOf(KafkaKnock.Silent.class);
        }
        assertThat(KafkaKnock.at(KafkaConnection.open("127.0.0.1:1")))
                .isEqualTo(new KafkaKnock.Silent("nobody listens at 127.0.0.1:1"));
    }

    private static KafkaKnock.Answer knock(KafkaBroker broker, Map<String, String> right, String text, String instead) {
        var security = new HashMap<>(right);
        security.replaceAll((_, value) -> text.isEmpty() ? value : value.replace(text, instead));
        return KafkaKnock.at(new KafkaConnection(broker.address(), security));
    }

    @Test
    void the_topics_of_an_old_folder_stay_and_what_was_planted_in_it_does_not() throws Exception {
        try (var former = new Former()) {
            try (var admin = Admin.create(Map.of("bootstrap.servers", former.address()))) {
                admin.createTopics(Set.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get();
                admin.alterUserScramCredentials(List.of(
                                planted("fairlead", "known"),
                                planted("fairlead-reader", "known"),
                                planted("evil", "known")))
                        .all()
                        .get();
            }
            write(Map.of("bootstrap.servers", former.address()));
        }
        try (var broker = new KafkaBroker(data())) {
            reads(broker, 1);
            refuses(broker);
            for (var user : List.of("fairlead", "fairlead-reader", "evil")) {
                assertThatThrownBy(() -> list(known(broker, user)))
                        .satisfies(e -> isRefusal(e, SaslAuthenticationException.class));
            }
            write(KafkaLogin.APPLICATION.settings(data(), broker.address()));
        }
        try (var broker = new KafkaBroker(data())) {
            reads(broker, 2);
        }
    }

    private static UserScramCredentialUpsertion planted(String user, String password) {
        return new UserScramCredentialUpsertion(
                user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, 4_096), password);
    }

    private Map<String, Object> known(KafkaBroker broker, String user) {
        var settings = KafkaLogin.READER.settings(data(), broker.address());
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"known\";"
                        .formatted(user));
        return settings;
    }

    private void reads(KafkaBroker broker, int records) {
        var settings = KafkaLogin.READER.settings(data(), broker.address());
        settings.put("group.id", "reports");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            int seen = 0;
            while (seen < records) {
                seen += consumer.poll(Duration.ofMillis(200)).count();
            }
            assertThat(seen).isEqualTo(records);
        }
    }

    private void refuses(KafkaBroker broker) throws Exception {
        var reader = KafkaLogin.READER.settings(data(), broker.address());
        assertThatThrownBy(() -> write(reader)).satisfies(e -> isRefusal(e, AuthorizationException.class));
        var application = KafkaLogin.APPLICATION.settings(data(), broker.address());
        for (var login : List.of(reader, application)) {
            try (var admin = Admin.create(login)) {
                assertThatThrownBy(() -> admin.deleteTopics(Set.of(TOPIC)).all().get())
                        .satisfies(e -> isRefusal(e, AuthorizationException.class));
                assertThatThrownBy(() -> admin.createTopics(Set.of(new NewTopic("others", 1, (short) 1)))
                                .all()
                                .get())
                        .satisfies(e -> isRefusal(e, AuthorizationException.class));
            }
        }
        var stranger = new HashMap<String, Object>(Map.of("bootstrap.servers", broker.address()));
        assertThatThrownBy(() -> list(stranger)).satisfies(e -> isRefusal(e, TimeoutException.class));
        assertThatThrownBy(() -> list(known(broker, "kafka-broker")))
                .satisfies(e -> isRefusal(e, SaslAuthenticationException.class));
        try (var files = Files.walk(data().kafka())) {
            assertThat(files).allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                    .as(file.toString())
                    .doesNotContain(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ));
        }
    }

    /** Some calls tell it as the cause, some at once. */
    static void isRefusal(Throwable told, Class<?> expected) {
        assertThat(told instanceof ExecutionException ? told.getCause() : told).isInstanceOf(expected);
    }

    static void list(Map<String, Object> settings) throws ExecutionException, InterruptedException {
        settings.put("request.timeout.ms", 3_000);
        settings.put("default.api.timeout.ms", 3_000);
        try (var admin = Admin.create(settings)) {
            var _ = admin.listTopics().names().get();
        }
    }

    static void write(Map<String, Object> settings) throws Exception {
        var own = new HashMap<>(settings);
        own.put("transactional.id", "fairlead-publisher-0");
        own.put("max.block.ms", 20_000);
        if (own.containsKey("sasl.mechanism")) {
            try (var admin = Admin.create(settings)) {
                if (!admin.listTopics().names().get().contains(TOPIC)) {
                    admin.createTopics(Set.of(new NewTopic(TOPIC, 1, (short) 1)))
                            .all()
                            .get();
                }
            }
        }
        try (var producer = new KafkaProducer<>(own, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, "kept")).get();
            producer.commitTransaction();
        }
    }

    /** The broker of the builds before, which asked nobody. */
    private final class Former implements AutoCloseable {

        private final int port = new Ports(data(), Map.of()).claim("kafka", "FAIRLEAD_KAFKA_PORT");
        private final KafkaRaftServer server;

        Former() throws Exception {
            var controller = new Ports(data(), Map.of()).claim("kafka-controller", "FAIRLEAD_KAFKA_CONTROLLER_PORT");
            for (var login : KafkaLogin.values()) {
                login.make(data());
            }
            var settings = new HashMap<>(KafkaHost.settings(data(), port, controller));
            settings.keySet().removeIf(name -> name.contains("sasl") || name.equals("super.users"));
            settings.remove("authorizer.class.name");
            settings.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
            KafkaHost.format(data().kafka());
            server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
            server.startup();
            new DataFolder(new Secrets(data()).file("")).delete();
        }

        String address() {
            return "127.0.0.1:" + port;
        }

        @Override
        public void close() {
            server.shutdown();
            server.awaitShutdown();
        }
    }
}
