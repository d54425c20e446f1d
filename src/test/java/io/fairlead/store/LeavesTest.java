package io.fairlead.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.store.read.StreamReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeavesTest {

    @Test
    void the_log_goes_on_over_many_leaves() {
        try (var subject = new StoreUnderTest()) {
            subject.asOwner("update store.es_partitioning set size = 100000");
            subject.asOwner("update store.es_head set last_position = 4999999");
            subject.asOwner("select store.es_make_partitions(5100000)");
            var _ = subject.append("border", 0, 3);
            assertThat(subject.store.log().after(4_999_999, 10)).hasSize(3);
            assertThat(subject.store.log().stream("time-entry:border", 0)).hasSize(3);
        }
    }

    @Test
    void a_load_opens_no_leaf_but_the_stream_s_own_and_follows_its_key() throws SQLException {
        try (var subject = new StoreUnderTest()) {
            subject.asOwner("update store.es_partitioning set size = 100000");
            subject.asOwner("update store.es_head set last_position = 6000000");
            subject.asOwner("select store.es_make_partitions(n) from generate_series(5000001, 6000000, 100000) n");
            subject.asOwner("update store.es_head set last_position = 0");
            var _ = subject.append("first", 0, 3);
            var _ = subject.append("narrow", 0, 3);
            try (var connection = subject.owner.getConnection()) {
                connection.setAutoCommit(false);
                run(connection, "prepare later (text, text, text, bigint) as " + numbered(StreamReader.LATER));
                try (var state = connection.prepareStatement(StreamReader.STATE)) {
                    state.setString(1, StreamReader.STREAM);
                    state.setString(2, StreamReader.FIRST);
                    state.setString(3, StreamReader.LAST);
                    state.setString(4, "");
                    state.setString(5, "time-entry:narrow");
                    state.execute();
                }
                // Else each load would be planned anew, which takes several times as long as the load.
                assertThat(rows(connection, "show plan_cache_mode")).containsExactly("force_generic_plan");
                var leaves =
                        rows(connection, "select inhrelid from pg_inherits").size();
                var plan = rows(
                        connection,
                        "explain execute later ('%s', '%s', '%s', 0)"
                                .formatted(StreamReader.STREAM, StreamReader.FIRST, StreamReader.LAST));
                assertThat(leaves).isGreaterThan(10);
                assertThat(plan)
                        .anyMatch(line -> line.contains("Subplans Removed: " + (leaves - 1)))
                        .anyMatch(line -> line.contains("es_event_p1_stream_no_seq_key"))
                        .noneMatch(line -> line.contains("_pkey"));
            }
        }
    }

    /** With $1, $2 and so on for its parameters. */
    private static String numbered(String sql) {
        var text = new StringBuilder();
        var number = 0;
        for (var part : sql.split("\\?", -1)) {
            text.append(number == 0 ? "" : "$" + number).append(part);
            number++;
        }
        return text.toString();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }
}
