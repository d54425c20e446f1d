package io.fairlead.app.wiring;

import io.fairlead.access.RegistryLogin;
import io.fairlead.app.process.OutsideCommands;
import io.fairlead.gateway.erp.ErpGateway;
import io.fairlead.gateway.erp.ErpResults;
import io.fairlead.gateway.erp.ErpSettings;
import io.fairlead.gateway.erp.SandboxErpAdapter;
import io.fairlead.gateway.topics.KafkaConnection;
import io.fairlead.gateway.topics.PublisherSettings;
import io.fairlead.gateway.topics.TopicPublisher;
import io.fairlead.log.EventLog;
import io.fairlead.registry.OwnSchemas;
import io.fairlead.registry.RegistryConfiguration;
import io.fairlead.schema.RegistryClient;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.axon.CommandDoor;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The ERP, the topics and the schema registry. */
@Configuration(proxyBeanMethods = false)
@Import(RegistryConfiguration.class)
class Outside {

    private static final String ERP = "ERP";

    @Bean(destroyMethod = "close")
    ErpGateway erpGateway(
            DataSource connections,
            CommandDoor door,
            InstantSource clock,
            Environment environment,
            @Value("${FAIRLEAD_ERP_URL}") URI erp) {
        var settings = ErpSettings.of(ERP, erp)
                .waiting(
                        WorkSettings.erpTimeout(environment::getProperty),
                        WorkSettings.erpRetryMax(environment::getProperty));
        var results = new ErpResults(new OutsideCommands(door, "gateway-erp"), clock, ERP);
        return new ErpGateway(
                DSL.using(connections, SQLDialect.POSTGRES),
                new SandboxErpAdapter(settings, OutsideSettings.erpToken(environment::getProperty)),
                settings,
                results,
                results,
                new SecureRandom());
    }

    @Bean(destroyMethod = "close")
    RegistryClient registryClient(Environment environment, @Value("${FAIRLEAD_REGISTRY_URL}") URI registry) {
        return new RegistryClient(registry, OutsideSettings.registryToken(environment::getProperty));
    }

    @Bean
    RegistryLogin registryLogin(Environment environment) {
        return new RegistryLogin(OutsideSettings.registryToken(environment::getProperty));
    }

    @Bean
    OwnSchemas ownSchemas(PostgresStore store) {
        return store.log()::schemasNaming;
    }

    @Bean
    KafkaConnection kafkaConnection(Environment environment) {
        return OutsideSettings.kafka(environment::getProperty);
    }

    @Bean(destroyMethod = "close")
    TopicPublisher topicPublisher(EventLog log, PostgresStore store, RegistryClient registry, KafkaConnection kafka) {
        return new TopicPublisher(log, store.log(), registry, PublisherSettings.of(kafka));
    }
}
