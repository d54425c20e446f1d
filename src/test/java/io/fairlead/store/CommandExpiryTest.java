package io.fairlead.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandExpiryTest {

    private static final String INSERT = """
            insert into store.es_command (client, key, request_hash, first_pos, last_pos, ts)
            select '%s', '%s' || n, sha256('x'), 0, 0, now() - interval '%s' from generate_series(1, %d) n""";

    private static final Pattern PAGES = Pattern.compile("Buffers: shared hit=([0-9]+)(?: read=([0-9]+))?");

    private final StoreUnderTest subject = new StoreUnderTest();

    @AfterEach
    void close() {
        subject.close();
    }

    private void given(String client, String age, int count) {
        subject.asOwner(INSERT.formatted(client, "k", age, count));
    }

    private CommandLog commands() {
        return subject.store.commands();
    }

    @Test
    void keys_of_clients_are_forgotten_after_90_days_and_those_of_processes_never() {
        given("local|amy", "91 days", 3);
        given("https://id.example|4711", "400 days", 2);
        given("local|bob", "89 days", 3);
        given("process", "400 days", 5);
        given("gateway-erp", "400 days", 5);
        assertThat(commands().forget(Instant.now(), 100)).isEqualTo(5);
        assertThat(commands().find("local|amy", "k1")).isEmpty();
        assertThat(commands().find("local|bob", "k1")).isPresent();
        assertThat(commands().find("process", "k5")).isPresent();
        assertThat(commands().find("gateway-erp", "k5")).isPresent();
        assertThat(commands().forget(Instant.now(), 100)).isZero();
    }

    @Test
    void a_piece_is_no_larger_than_asked() {
        given("local|amy", "100 days", 250);
        assertThat(commands().forget(Instant.now(), 100)).isEqualTo(100);
        assertThat(commands().forget(Instant.now(), 100)).isEqualTo(100);
        assertThat(commands().forget(Instant.now(), 100)).isEqualTo(50);
    }

    @Test
    void a_clock_that_runs_ahead_forgets_nothing_early() {
        given("local|amy", "10 days", 3);
        assertThat(commands().forget(Instant.now().plusSeconds(365L * 86_400), 100))
                .isZero();
    }

    @Test
    void what_is_forgotten_costs_the_same_after_a_long_history_of_processes() throws SQLException {
        given("local|amy", "100 days", 1_000);
        given("process", "400 days", 1_000);
        long before = pagesOfAPiece();
        subject.asOwner(INSERT.formatted("process", "more", "300 days", 200_000));
        given("local|bob", "100 days", 1_000);
        subject.asOwner("vacuum analyze store.es_command");
        assertThat(pagesOfAPiece()).isLessThan(before * 2 + 200);
    }

    private long pagesOfAPiece() throws SQLException {
        try (var connection = subject.owner.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "explain (analyze, buffers) select store.es_forget_commands(now(), 1000)")) {
            while (rows.next()) {
                var pages = PAGES.matcher(rows.getString(1));
                if (pages.find()) {
                    return Long.parseLong(pages.group(1))
                            + (pages.group(2) == null ? 0 : Long.parseLong(pages.group(2)));
                }
            }
            throw new AssertionError("the plan tells no pages");
        }
    }
}
