package io.fairlead.app.wiring;

import io.fairlead.app.explain.Explanations;
import io.fairlead.app.history.Histories;
import io.fairlead.app.lease.Leases;
import io.fairlead.app.operation.BreakGlassLog;
import io.fairlead.app.rebuild.Rebuilds;
import io.fairlead.app.schemas.ContractVerification;
import io.fairlead.app.schemas.KnownBreaches;
import io.fairlead.app.verify.Verification;
import io.fairlead.app.verify.invariant.ErpLedger;
import io.fairlead.gateway.topics.KafkaConnection;
import io.fairlead.gateway.topics.RecordMarks;
import io.fairlead.gateway.topics.TopicPublisher;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.schema.EventCodec;
import io.fairlead.schema.RegistryClient;
import io.fairlead.store.PostgresStore;
import java.net.URI;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What auditors ask: proofs, replays, histories. They read the store itself, never the copy near the head. */
@Configuration(proxyBeanMethods = false)
class Auditing {

    /** One waits for PostgreSQL while the other decodes. */
    private static final int CONTRACT_READERS = 2;

    @Bean
    Histories histories(PostgresStore store, EventCodec codec) {
        return new Histories(store.log(), codec);
    }

    @Bean
    BreakGlassLog breakGlassLog(PostgresStore store, Histories histories) {
        return new BreakGlassLog(store.log(), histories);
    }

    @Bean
    Explanations explanations(Histories histories, DSLContext views) {
        return new Explanations(histories, views);
    }

    @Bean
    ContractVerification contractVerification(PostgresStore store, EventCodec codec) {
        return new ContractVerification(store.log(), codec, KnownBreaches.bundled(), CONTRACT_READERS);
    }

    @Bean(initMethod = "resume", destroyMethod = "close")
    Rebuilds rebuilds(
            PostgresStore store,
            EventCodec codec,
            @Qualifier("ownerConnections") DataSource owner,
            Environment environment) {
        return new Rebuilds(store.log(), codec, owner, WorkSettings.viewThreads(environment::getProperty));
    }

    @Bean
    Verification verification(
            PostgresStore store,
            EventCodec codec,
            @Qualifier(ReadSide.WHOLE) DSLContext views,
            ProjectionEngine engine,
            TopicPublisher publisher,
            Leases claims,
            RunningProcesses processes,
            Rebuilds rebuilds,
            ContractVerification contracts,
            KafkaConnection kafka,
            RegistryClient registry,
            Environment environment,
            @Value("${FAIRLEAD_ERP_URL}") URI erp) {
        return new Verification(new Verification.Sources(
                store.verifier(),
                store.log(),
                store::schemas,
                codec,
                views,
                engine,
                () -> Math.max(publisher.state().position(), claims.reached("topics")),
                processes::positions,
                processes::reached,
                rebuilds::verify,
                contracts::runOverAll,
                kafka,
                new RecordMarks(store.log(), registry),
                new ErpLedger(erp, OutsideSettings.erpToken(environment::getProperty))));
    }
}
