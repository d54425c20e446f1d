package io.fairlead.app.wiring;

import io.fairlead.access.Doorway;
import io.fairlead.app.LagGauges;
import io.fairlead.app.client.ClientCalls;
import io.fairlead.app.lease.LeaseStore;
import io.fairlead.app.lease.Leases;
import io.fairlead.app.lease.Node;
import io.fairlead.app.parked.ParkTables;
import io.fairlead.app.parked.ParkWatch;
import io.fairlead.app.parked.ParkedEvents;
import io.fairlead.app.parked.ParkedItems;
import io.fairlead.app.parked.WaitingHealth;
import io.fairlead.app.parked.WaitingItems;
import io.fairlead.app.process.LogHistory;
import io.fairlead.app.process.OutsideCommands;
import io.fairlead.app.process.ParkOrders;
import io.fairlead.app.process.ProcessRunner;
import io.fairlead.app.start.SettingRefused;
import io.fairlead.app.web.Streams;
import io.fairlead.exception.ParkedStream;
import io.fairlead.exception.WaitingWork;
import io.fairlead.exception.view.ExceptionQuery;
import io.fairlead.gateway.erp.ErpGateway;
import io.fairlead.gateway.topics.TopicPublisher;
import io.fairlead.log.EventLog;
import io.fairlead.projection.Projection;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.schema.EventCodec;
import io.fairlead.store.PostgresStore;
import io.fairlead.store.axon.CommandDoor;
import io.fairlead.view.Projections;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What this node shares with the other nodes on the same store: each piece runs on the one that has claimed it. */
@Configuration(proxyBeanMethods = false)
class Nodes {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int PARKED_ITEMS_MAX = 1_000; // At a look; the others come at the next.
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    @Bean(initMethod = "start", destroyMethod = "close")
    Leases claims(
            @Qualifier("claimConnections") DataSource connections,
            ProjectionEngine engine,
            RunningProcesses processes,
            ErpGateway erp,
            ParkedItems parkedItems,
            @Value("${FAIRLEAD_NODE:node-1}") String name) {
        var claims =
                new Leases(new LeaseStore(connections, TIMEOUT), Node.ofThisProcess(name), HEARTBEAT, System::nanoTime);
        new SegmentsWork(engine).offerTo(claims);
        processes.offerTo(claims);
        claims.offer("erp", new ErpWork(erp));
        claims.offer("parked-items", parkedItems);
        return claims;
    }

    /** The publisher registers schemas at a registry that may be this very application: it is offered when that answers. */
    @Bean
    ApplicationListener<WebServerInitializedEvent> offersPublisher(
            Leases claims, TopicPublisher publisher, @Value("${FAIRLEAD_BIND:127.0.0.1}") String address) {
        return event -> {
            claims.listensAt("http://" + (Doorway.isLoopback(address) ? address : "127.0.0.1") + ":"
                    + event.getWebServer().getPort());
            claims.offer("topics", new TopicsWork(publisher));
        };
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    ClientCalls clientCalls(DataSource connections, InstantSource clock) {
        return new ClientCalls(connections, clock);
    }

    @Bean
    ParkTables parkTables(DataSource connections) {
        return new ParkTables(JdbcClient.create(connections));
    }

    @Bean
    ParkedEvents parkedEvents(
            ParkTables tables, ParkOrders orders, ProjectionEngine engine, RunningProcesses processes) {
        return new ParkedEvents(
                tables,
                orders,
                engine::retryParked,
                Projections.all().stream().map(Projection::name).toList(),
                processes.all().stream().map(ProcessRunner::name).toList());
    }

    @Bean
    ParkedItems parkedItems(
            ParkTables tables,
            ExceptionQuery exceptions,
            Streams streams,
            PostgresStore store,
            EventCodec codec,
            CommandDoor door,
            InstantSource clock) {
        return new ParkedItems(
                tables,
                () -> exceptions.pendingIds(List.of(ParkedStream.VIEW, ParkedStream.PROCESS), PARKED_ITEMS_MAX),
                streams,
                new LogHistory(store.log(), codec),
                new OutsideCommands(door, "parked-items"),
                clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    WaitingItems waitingItems(
            Leases claims,
            ExceptionQuery exceptions,
            Streams streams,
            PostgresStore store,
            EventCodec codec,
            CommandDoor door,
            InstantSource clock,
            @Value("${FAIRLEAD_WAITS_TOLD_AFTER:120}") int seconds) {
        if (seconds < 1) {
            throw new SettingRefused("FAIRLEAD_WAITS_TOLD_AFTER", seconds + " is no time", "Give 1 second or more.");
        }
        return new WaitingItems(
                claims::works,
                () -> Optional.ofNullable(claims.trouble()),
                () -> exceptions.pendingIds(List.of(WaitingWork.CODE), PARKED_ITEMS_MAX),
                streams,
                new LogHistory(store.log(), codec),
                new OutsideCommands(door, "waiting-work"),
                clock,
                Duration.ofSeconds(seconds));
    }

    @Bean
    WaitingHealth waiting(WaitingItems items) {
        return new WaitingHealth(items);
    }

    @Bean
    ParkWatch parkWatch(ParkTables tables, RunningProcesses processes, ProjectionEngine engine, MeterRegistry meters) {
        return new ParkWatch(tables, processes.all(), engine::parkIsFull, meters);
    }

    @Bean
    LagGauges lagGauges(
            ProjectionEngine engine,
            EventLog log,
            RunningProcesses processes,
            TopicPublisher publisher,
            Leases claims) {
        return new LagGauges(
                engine::lags,
                log::head,
                processes.all().stream().map(ProcessRunner::name).toList(),
                processes.store()::position,
                () -> Math.max(publisher.state().position(), claims.reached("topics")));
    }
}
