package io.fairlead.app.quota;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.fairlead.access.Caller;
import io.fairlead.testing.ProcessTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts in a real PostgreSQL, by one node and by two. */
class SharedQuotasTest {

    private static final Caller GREEDY = QuotaSettingsTest.caller("greedy");
    private static final Caller MODEST = QuotaSettingsTest.caller("modest");

    private final ClockByHand clock = new ClockByHand();
    private ProcessTables tables;
    private CountedConnections connections;

    /** Tells how often the database was asked. */
    private static final class CountedConnections extends HikariDataSource {

        final AtomicInteger asked = new AtomicInteger();

        @Override
        public Connection getConnection() throws SQLException {
            asked.incrementAndGet();
            return super.getConnection();
        }
    }

    @BeforeEach
    void fresh() {
        tables = new ProcessTables();
        connections = connections();
    }

    @AfterEach
    void end() {
        connections.close();
        tables.close();
    }

    private CountedConnections connections() {
        var pool = new CountedConnections();
        pool.setJdbcUrl(tables.pool.getJdbcUrl());
        pool.setMaximumPoolSize(2);
        pool.setConnectionTimeout(500);
        return pool;
    }

    private Quotas node(long perMinute) {
        return SharedQuotas.at(new QuotaSettings(perMinute, Map.of(), Map.of()), connections, clock);
    }

    private static int taken(Quotas node, Caller caller, int calls) {
        int taken = 0;
        for (int i = 0; i < calls; i++) {
            if (node.take(caller, 1).orElseThrow().isTaken()) {
                taken++;
            }
        }
        return taken;
    }

    @Test
    void ten_times_the_quota_is_carried_out_once_and_others_are_unhurt() {
        var node = node(600);
        assertThat(taken(node, GREEDY, 6_000)).isEqualTo(600);
        assertThat(taken(node, MODEST, 600)).isEqualTo(600);
        var refused = node.take(GREEDY, 1).orElseThrow();
        assertThat(refused.left()).isZero();
        assertThat(refused.retryIn()).isEqualTo(Duration.ofMillis(100));
        assertThat(refused.reset()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void calls_come_back_evenly_over_the_minute() {
        var node = node(600);
        assertThat(taken(node, GREEDY, 700)).isEqualTo(600);
        clock.pass(Duration.ofSeconds(6));
        assertThat(taken(node, GREEDY, 700)).isEqualTo(60);
        clock.pass(Duration.ofHours(1));
        // What was counted and not told yet is told now, and counts from now on.
        assertThat(taken(node, GREEDY, 700)).isBetween(594, 600);
    }

    @Test
    void all_calls_of_a_batch_are_counted_or_none() {
        var node = node(600);
        assertThat(node.take(GREEDY, 590).orElseThrow().isTaken()).isTrue();
        assertThat(node.take(GREEDY, 11).orElseThrow().isTaken()).isFalse();
        assertThat(node.take(GREEDY, 10).orElseThrow().left()).isZero();
        assertThat(node.take(MODEST, 601).orElseThrow().isTaken()).isFalse();
    }

    @Test
    void two_nodes_count_together_to_within_a_hundredth_each() {
        var one = node(1_000);
        var other = node(1_000);
        int taken = 0;
        for (int i = 0; i < 1_500; i++) {
            taken += taken(one, GREEDY, 1) + taken(other, GREEDY, 1);
        }
        assertThat(taken).isBetween(1_000, 1_020);
    }

    @Test
    void the_database_is_asked_once_for_many_calls() {
        var node = node(100_000);
        var before = connections.asked.get();
        assertThat(taken(node, GREEDY, 10_000)).isEqualTo(10_000);
        // One for each thousand; more only on a machine that takes a quarter of a second for fewer.
        assertThat(connections.asked.get() - before).isLessThan(200);
    }

    @Test
    void while_the_database_is_away_each_node_counts_alone() {
        var node = node(600);
        assertThat(taken(node, MODEST, 1)).isEqualTo(1);
        connections.close();
        assertThat(taken(node, GREEDY, 6_000)).isEqualTo(600);
    }

    @Test
    void another_quota_is_another_count_and_who_is_counted_stands_there_as_a_hash() throws SQLException {
        assertThat(taken(node(600), GREEDY, 700)).isEqualTo(600);
        assertThat(taken(node(700), GREEDY, 900)).isEqualTo(700);
        try (var connection = tables.pool.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select string_agg(id, ' ') from process.quota")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).matches("[0-9a-f]{64}/[67]00 [0-9a-f]{64}/[67]00");
        }
    }
}
