package io.fairlead.faults;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a stranger, or a reader, must not do to Kafka. */
final class KafkaTrespass {

    /** There as soon as Fairlead ran once. */
    static final String TOPIC = "fairlead.publisher-progress";

    private static final int PATIENCE_MILLIS = 4_000;

    private static final Map<String, Object> SHORT =
            Map.of("request.timeout.ms", PATIENCE_MILLIS, "default.api.timeout.ms", PATIENCE_MILLIS, "retries", 0);

    /** Without a login, and with logins that anybody would guess; of brokers and of the controller. */
    static List<Attempts.Result> strangers(String broker, String controller) {
        // A broker that wants a login hangs up on who has none, and the client goes on until its time is over.
        var attempts = new Attempts(e -> e instanceof AuthenticationException
                || e instanceof AuthorizationException
                || e instanceof TimeoutException);
        var logins = new HashMap<String, Map<String, Object>>();
        logins.put("without a login", Map.of());
        logins.put("SCRAM fairlead", sasl("SCRAM-SHA-256", "scram.ScramLoginModule", "fairlead"));
        logins.put("SCRAM fairlead-reader", sasl("SCRAM-SHA-256", "scram.ScramLoginModule", "fairlead-reader"));
        logins.put("PLAIN fairlead", sasl("PLAIN", "plain.PlainLoginModule", "fairlead"));
        logins.put("PLAIN kafka-broker", sasl("PLAIN", "plain.PlainLoginModule", "kafka-broker"));
        logins.forEach((who, login) -> {
            read(attempts, who, with(login, "bootstrap.servers", broker));
            write(attempts, who, with(login, "bootstrap.servers", broker));
            attempts.attempt(who + ": describe the controller's quorum", () -> {
                try (var admin = Admin.create(with(login, "bootstrap.controllers", controller))) {
                    return admin.describeMetadataQuorum().quorumInfo().get(PATIENCE_MILLIS * 2L, TimeUnit.MILLISECONDS);
                }
            });
        });
        return attempts.results();
    }

    /** A login that is good for something else. */
    static List<Attempts.Result> insider(String who, Map<String, Object> settings) {
        var attempts =
                new Attempts(e -> e instanceof AuthorizationException || e instanceof UnsupportedVersionException);
        write(attempts, who, with(settings, "client.id", "insider"));
        return attempts.results();
    }

    /** Whether a login that is good for it may look at the topic; else the broker's silence would look like a refusal. */
    static Attempts.Result control(String who, Map<String, Object> settings) {
        var attempts = new Attempts(_ -> false);
        attempts.attempt(who + ": describe " + TOPIC, () -> {
            try (var admin = Admin.create(with(settings, "client.id", "control"))) {
                return admin.describeTopics(Set.of(TOPIC)).allTopicNames().get();
            }
        });
        return attempts.results().getFirst();
    }

    private static void read(Attempts attempts, String who, Map<String, Object> settings) {
        attempts.attempt(who + ": list topics", () -> {
            try (var admin = Admin.create(settings)) {
                return admin.listTopics().names().get();
            }
        });
        attempts.attempt(who + ": describe " + TOPIC, () -> {
            try (var admin = Admin.create(settings)) {
                return admin.describeTopics(Set.of(TOPIC)).allTopicNames().get();
            }
        });
    }

    private static void write(Attempts attempts, String who, Map<String, Object> settings) {
        attempts.attempt(who + ": produce to " + TOPIC, () -> produce(settings));
        attempts.attempt(who + ": begin transactions as the publisher", () -> {
            try (var producer = producer(with(settings, "transactional.id", "fairlead-publisher-0"))) {
                producer.initTransactions();
                return "begun";
            }
        });
        attempts.attempt(who + ": delete " + TOPIC, () -> {
            try (var admin = Admin.create(settings)) {
                return admin.deleteTopics(Set.of(TOPIC)).all().get();
            }
        });
        attempts.attempt(who + ": create a topic", () -> {
            try (var admin = Admin.create(settings)) {
                return admin.createTopics(Set.of(new NewTopic("fairlead.forged.v1", 1, (short) 1)))
                        .all()
                        .get();
            }
        });
    }

    private static Object produce(Map<String, Object> settings) throws Exception {
        try (var producer = producer(with(settings, "enable.idempotence", false))) {
            return producer.send(new ProducerRecord<>(TOPIC, new byte[] {1}))
                    .get(PATIENCE_MILLIS * 2L, TimeUnit.MILLISECONDS);
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
        var all = new HashMap<>(settings);
        all.remove("default.api.timeout.ms");
        all.remove("retries");
        all.put("max.block.ms", PATIENCE_MILLIS);
        all.put("delivery.timeout.ms", PATIENCE_MILLIS + 1_000);
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer()) {
            @Override
            public void close() {
                close(Duration.ZERO);
            }
        };
    }

    private static Map<String, Object> sasl(String mechanism, String module, String user) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                mechanism,
                "sasl.jaas.config",
                "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\";"
                        .formatted(module, user, user));
    }

    private static Map<String, Object> with(Map<String, Object> settings, String name, Object value) {
        var all = new HashMap<>(SHORT);
        all.putAll(settings);
        all.put(name, value);
        return all;
    }

    private KafkaTrespass() {}
}
