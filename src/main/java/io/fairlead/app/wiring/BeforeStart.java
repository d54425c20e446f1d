package io.fairlead.app.wiring;

import io.fairlead.access.AccessSettingRefused;
import io.fairlead.access.Doorway;
import io.fairlead.access.IdentityProvider;
import io.fairlead.app.start.SettingRefused;
import io.fairlead.app.start.StartGate;
import io.fairlead.gateway.topics.KafkaConnection;
import io.fairlead.gateway.topics.KafkaKnock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is looked at before Spring is started, whose start takes seconds: settings, logins, and whether this build may open
 * the store. The gate proper stays where connections are made ({@link Databases}); this only tells its answer early.
 */
public final class BeforeStart {

    /** System property that says {@code own} where Kafka is started beside the application and made its logins. */
    private static final String KAFKA = "fairlead.kafka";

    private static final Logger LOG = LoggerFactory.getLogger(BeforeStart.class);

    /**
     * Returns when nothing is known that stops the start.
     *
     * @param settings values by name, null where none is given
     * @throws io.fairlead.app.start.StartImpossible with reason and remedy
     */
    public static void require(UnaryOperator<@Nullable String> settings) {
        if (settings.apply("FAIRLEAD_DB_URL") == null) {
            return; // Spring knows more places for settings than we look at.
        }
        WorkSettings.require(settings);
        requireAccess(settings);
        var kafka = OutsideSettings.kafka(settings);
        StartGate.require(DatabaseLogins.require(DatabaseSettings.of(settings), DatabaseLogins.PATIENCE));
        if (!"own".equals(System.getProperty(KAFKA))) {
            knock(kafka);
        }
    }

    /** A broker that is away only delays topics: that is told, and all else works. One that never lets us in ends the start. */
    static void knock(KafkaConnection kafka) {
        switch (KafkaKnock.at(kafka)) {
            case KafkaKnock.Opened _ -> {}
            case KafkaKnock.Refused refused ->
                throw new SettingRefused(
                        "FAIRLEAD_KAFKA_PROPERTIES",
                        "Kafka at %s does not let us in (%s)".formatted(kafka.bootstrapServers(), refused.reason()),
                        "Write into it how the broker wants to be asked: security.protocol, sasl.mechanism, sasl.jaas.config.");
            case KafkaKnock.Silent silent ->
                LOG.warn(
                        "FAIRLEAD_KAFKA: {}. The application starts, and topics wait. Start Kafka, or name where it is; one that"
                                + " listens and does not answer may want another security.protocol.",
                        silent.reason());
        }
    }

    /** Who may come in, if anybody is asked; and how it is told where the settings say nonsense. */
    private static void requireAccess(UnaryOperator<@Nullable String> settings) {
        try {
            if (IdentityProvider.of(settings).isPresent()) {
                var _ = Doorway.of(settings);
            } else {
                Doorway.requireNone(settings);
            }
        } catch (AccessSettingRefused e) {
            throw new SettingRefused(e.setting(), e.reason(), e.remedy());
        }
    }

    private BeforeStart() {}
}
