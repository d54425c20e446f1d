package io.fairlead.gateway.topics;

import io.fairlead.schema.ShownText;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.security.sasl.Sasl;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule;
import org.apache.kafka.common.security.scram.internals.ScramMechanism;

/** One try to get into Kafka, for whoever wants to know before a publisher tries for ever; it takes some five seconds at most. */
public final class KafkaKnock {

    private static final int MILLIS_MAX = 4_000;

    /** What came of it. */
    public sealed interface Answer {}

    /** It lets us in. */
    public record Opened() implements Answer {}

    /** It never will with these settings. */
    public record Refused(String reason) implements Answer {}

    /** Nobody answers for now. */
    public record Silent(String reason) implements Answer {}

    /** Tries it. */
    public static Answer at(KafkaConnection kafka) {
        if (!kafka.isListening()) {
            return new Silent("nobody listens at " + kafka.bootstrapServers());
        }
        var mechanism = kafka.security().get("sasl.mechanism");
        if (mechanism != null && !isKnown(mechanism)) {
            // Kafka's client meets it at each try to connect, and tells a time-out.
            return new Refused("no client can log in by sasl.mechanism=" + ShownText.of(mechanism));
        }
        try {
            var admin = Admin.create(kafka.with(Map.of(
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, MILLIS_MAX,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MILLIS_MAX)));
            try {
                var _ = admin.describeCluster().clusterId().get(2L * MILLIS_MAX, TimeUnit.MILLISECONDS);
                return new Opened();
            } finally {
                admin.close(Duration.ZERO);
            }
        } catch (ExecutionException e) {
            return e.getCause() instanceof AuthenticationException refused
                    ? new Refused(reason(kafka, refused))
                    : silent(kafka);
        } catch (TimeoutException e) {
            return silent(kafka);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return silent(kafka);
        } catch (KafkaException e) {
            return new Refused(reason(kafka, e)); // No client can be made of such settings.
        }
    }

    private static boolean isKnown(String mechanism) {
        return ScramMechanism.isScram(mechanism)
                || mechanism.equals(OAuthBearerLoginModule.OAUTHBEARER_MECHANISM)
                || Collections.list(Sasl.getSaslClientFactories()).stream()
                        .flatMap(factory -> Arrays.stream(factory.getMechanismNames(Map.of())))
                        .anyMatch(mechanism::equals);
    }

    private static Silent silent(KafkaConnection kafka) {
        return new Silent("somebody listens at %s and does not answer as Kafka".formatted(kafka.bootstrapServers()));
    }

    /** The innermost says what is wrong; what it quotes are settings, of which secrets are left out. */
    private static String reason(KafkaConnection kafka, Throwable failure) {
        var innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        var text = String.valueOf(innermost.getMessage());
        for (var setting : kafka.security().entrySet()) {
            if (setting.getKey().contains("password") || setting.getKey().contains("jaas")) {
                text = text.replace(setting.getValue(), "...");
            }
        }
        return ShownText.of(text);
    }

    private KafkaKnock() {}
}
