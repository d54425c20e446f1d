package io.fairlead.app.wiring;

import io.fairlead.app.lookup.AwaitMasterData;
import io.fairlead.app.lookup.AwaitViews;
import io.fairlead.app.lookup.ViewLimits;
import io.fairlead.app.process.LogHistory;
import io.fairlead.app.process.ParkOrders;
import io.fairlead.app.process.ProcessCommands;
import io.fairlead.app.process.ProcessRunners;
import io.fairlead.app.process.ProcessStore;
import io.fairlead.funding.RoomForReview;
import io.fairlead.log.EventLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.schema.EventCodec;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.store.axon.CommandDoor;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What all processes stand on: their tokens, the commands they send, the waits for views. */
@Configuration(proxyBeanMethods = false)
class ProcessSide {

    @Bean
    ProcessStore processStore(DataSource connections) {
        return new ProcessStore(JdbcClient.create(connections));
    }

    @Bean
    StreamHistory history(EventLog log, EventCodec codec) {
        return new LogHistory(log, codec);
    }

    @Bean
    RoomForReview roomForReview(
            @Qualifier(ReadSide.WHOLE) DSLContext views,
            AwaitMasterData ratesReach,
            AwaitViews awaitViews,
            StreamHistory history) {
        return new RoomForReview(new ViewLimits(views, ratesReach, awaitViews::atHead), history);
    }

    @Bean
    Commands processCommands(CommandDoor door) {
        return new ProcessCommands(door);
    }

    @Bean
    ParkOrders parkOrders(DataSource connections) {
        return new ParkOrders(JdbcClient.create(connections));
    }

    @Bean
    AwaitViews awaitViews(ProjectionEngine engine, EventLog log) {
        return new AwaitViews(engine, log);
    }

    @Bean
    AwaitMasterData ratesReach(EventLog log, AwaitViews awaitViews) {
        return new AwaitMasterData(log, awaitViews);
    }

    @Bean
    ProcessRunners processRunners(
            EventLog log,
            EventCodec codec,
            ProcessStore store,
            ParkOrders orders,
            AwaitMasterData ratesReach,
            AwaitViews awaitViews) {
        return new ProcessRunners(log, codec, store, orders, ratesReach, awaitViews, AwaitViews.PATIENCE);
    }
}
