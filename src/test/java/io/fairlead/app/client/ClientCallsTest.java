package io.fairlead.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.client.ClientCalls.Row;
import io.fairlead.testing.ProcessTables;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientCallsTest {

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final String READ = "GET /v1/invoices/{id}";

    private final ProcessTables tables = new ProcessTables();
    private Instant now = NOON;

    @AfterEach
    void end() {
        tables.close();
    }

    private ClientCalls node() {
        return new ClientCalls(tables.pool, () -> now);
    }

    @Test
    void calls_of_two_nodes_add_up_by_client_and_operation() {
        var one = node();
        var other = node();
        one.count("portal", READ);
        one.count("portal", READ);
        one.count("erp-sync", READ);
        one.flush();
        now = NOON.plusSeconds(60);
        other.count("portal", READ);
        other.count("portal", "POST /v1/payments");

        assertThat(other.all())
                .containsExactly(
                        new Row("erp-sync", READ, 1, NOON, NOON),
                        new Row("portal", READ, 3, NOON, now),
                        new Row("portal", "POST /v1/payments", 1, now, now));
    }

    @Test
    void what_is_written_down_is_not_written_again() {
        var node = node();
        node.count("portal", READ);
        node.flush();
        node.flush();
        assertThat(node.all()).extracting(Row::calls).containsExactly(1L);
    }

    @Test
    void what_cannot_be_written_stays_counted() {
        var node = node();
        var _ = tables.update("alter table process.client_call rename to away");
        node.count("portal", READ);
        node.flush();
        var _ = tables.update("alter table process.away rename to client_call");
        node.count("portal", READ);
        assertThat(node.all()).containsExactly(new Row("portal", READ, 2, NOON, NOON));
    }

    @Test
    void a_long_name_is_cut() {
        var node = node();
        node.count("x".repeat(5_000), READ);
        assertThat(node.all()).singleElement().satisfies(row -> assertThat(row.client())
                .hasSize(200));
    }
}
