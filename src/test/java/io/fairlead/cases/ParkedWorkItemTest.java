package io.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.launch.Addresses;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.Login;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a process parks is told to people by the running application, and told no more when it is gone. */
@ExtendWith(CaseStack.class)
class ParkedWorkItemTest {

    private static final String STREAM = "time-entry:planted-park";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void a_parked_event_is_a_work_item_until_it_is_parked_no_more(Firm firm, CaseStack.Stack stack)
            throws SQLException {
        try (var database = connect(stack)) {
            try {
                execute(database, """
                        insert into process.parked (name, position, sequence_key, event_id, event_type, reason)
                        values ('process-price-time', 1, '%s', 'planted', 'io.fairlead.time.event.TimeApproved', 'planted')
                        """.formatted(STREAM));
                awaitStatus(firm, "open");
            } finally {
                execute(database, "delete from process.parked where sequence_key = '" + STREAM + "'");
            }
            awaitStatus(firm, "resolved");
        }
    }

    private static void awaitStatus(Firm firm, String status) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!statusOf(firm).equals(status) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        assertThat(statusOf(firm)).isEqualTo(status);
    }

    private static String statusOf(Firm firm) {
        var items =
                firm.get("/v1/exceptions?code=PROCESS_PARKED&subject=" + STREAM).path("items");
        return items.path(0).path("status").asString("");
    }

    private static Connection connect(CaseStack.Stack stack) throws SQLException {
        var data = new DataFolder(stack.data());
        var addresses = Addresses.read(data).orElseThrow();
        return DriverManager.getConnection(Login.OWNER.url(addresses.databaseUrl(), data));
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            var _ = statement.execute(sql);
        }
    }
}
