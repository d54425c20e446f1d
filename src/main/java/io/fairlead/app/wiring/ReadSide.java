package io.fairlead.app.wiring;

import io.fairlead.app.RecentLog;
import io.fairlead.app.lookup.ViewMasterData;
import io.fairlead.app.web.MasterData;
import io.fairlead.app.web.Views;
import io.fairlead.billing.einvoice.DraftReadiness;
import io.fairlead.billing.tax.TaxOfDraft;
import io.fairlead.log.EventLog;
import io.fairlead.projection.ProjectionDatabase;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.schema.EventCodec;
import io.fairlead.store.PostgresStore;
import io.fairlead.view.Projections;
import java.time.Duration;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** The views and the engine that folds the log into them. */
@Configuration(proxyBeanMethods = false)
class ReadSide {

    /** The name of the tables that are read whole. */
    static final String WHOLE = "viewTables";

    private static final int PAGE_EVENTS_MAX = 2_000;

    @Bean
    EventLog recentLog(PostgresStore store) {
        var recent = new RecentLog(store.log());
        store.follow(recent::stored);
        return recent;
    }

    /** For what answers callers: those who act for some companies see these alone. */
    @Bean
    @Primary
    DSLContext boundedTables(DataSource connections) {
        return ProjectionDatabase.openBounded(connections);
    }

    /** For what folds, reacts and remembers, and must not depend on who asks. */
    @Bean(WHOLE)
    DSLContext viewTables(DataSource connections) {
        return ProjectionDatabase.open(connections);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    ProjectionEngine projectionEngine(
            EventLog log, EventCodec codec, @Qualifier(WHOLE) DSLContext views, Environment environment) {
        int threads = WorkSettings.viewThreads(environment::getProperty);
        return new ProjectionEngine(log, codec, views, Projections::all, threads, PAGE_EVENTS_MAX);
    }

    @Bean
    MasterData directory(DSLContext views, TaxOfDraft taxes, DraftReadiness readiness) {
        return new ViewMasterData(views, taxes, readiness);
    }

    @Bean
    Views views(ProjectionEngine engine, EventLog log) {
        return new Views() {
            @Override
            public long head() {
                return log.head();
            }

            @Override
            public long reached() {
                return engine.position();
            }

            @Override
            public boolean await(long position, Duration patience) {
                return engine.awaitPosition(position, patience);
            }
        };
    }
}
