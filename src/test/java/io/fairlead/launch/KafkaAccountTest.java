package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Service accounts at our own Kafka. */
class KafkaAccountTest {

    @TempDir
    private Path folder;

    private DataFolder data() {
        return new DataFolder(folder);
    }

    /** It reads with groups of its own, is kept by a start, and shut out at once when it is taken away. */
    @Test
    void a_service_account_reads_until_it_is_revoked() throws Exception {
        var account = new ServiceAccount("lake", ServiceAccount.Kind.TOPICS, "2026-03-01T10:00:00Z");
        var rights = new KafkaRights(data());
        String former;
        try (var broker = new KafkaBroker(data())) {
            KafkaLoginTest.write(KafkaLogin.APPLICATION.settings(data(), broker.address()));
            AtomicProperties.write(folder.resolve("accounts.properties"), Map.of("lake", "topics " + account.since()));
            former = rights.let(account, "first");
            KafkaLoginTest.list(settings(broker, former));
        }
        try (var broker = new KafkaBroker(data())) {
            KafkaLoginTest.list(settings(broker, former));
            var later = rights.let(account, "second");
            assertThatThrownBy(() -> KafkaLoginTest.list(settings(broker, former)))
                    .satisfies(e -> KafkaLoginTest.isRefusal(e, SaslAuthenticationException.class));
            KafkaLoginTest.list(settings(broker, later));
            assertThatThrownBy(() -> KafkaLoginTest.write(settings(broker, later)))
                    .satisfies(e -> KafkaLoginTest.isRefusal(e, AuthorizationException.class));
            try (var open = Admin.create(settings(broker, later))) {
                assertThat(open.listTopics().names().get()).contains(KafkaLoginTest.TOPIC);
                rights.remove(account);
                rights.remove(account);
                assertThat(open.listTopics().names().get()).doesNotContain(KafkaLoginTest.TOPIC);
            }
            assertThatThrownBy(() -> KafkaLoginTest.list(settings(broker, later)))
                    .satisfies(e -> KafkaLoginTest.isRefusal(e, SaslAuthenticationException.class));
        }
    }

    private static Map<String, Object> settings(KafkaBroker broker, String text) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        var settings = new HashMap<String, Object>();
        properties.forEach((name, value) -> settings.put(name.toString(), value));
        settings.put("bootstrap.servers", broker.address());
        return settings;
    }
}
