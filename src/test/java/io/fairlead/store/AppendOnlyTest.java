package io.fairlead.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendOnlyTest {

    private static StoreUnderTest subject;

    @BeforeAll
    static void one_event() {
        subject = new StoreUnderTest();
        var _ = subject.append("one", 0, 1);
    }

    @AfterAll
    static void close() {
        subject.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update store.es_event set event_id = 'x'",
                "delete from store.es_event",
                "truncate store.es_event",
                "truncate store.es_event_p1",
                "delete from store.es_event_p1",
                "delete from store.es_stream",
                "update store.es_type set name = 'x'",
                "update store.es_command set last_pos = 0",
                "drop table store.es_event"
            })
    void the_application_may_append_but_not_change(String change) throws SQLException {
        try (var connection = subject.pool.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(change))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update store.es_event set event_id = 'x'",
                "delete from store.es_event_p1",
                "truncate store.es_event",
                "truncate store.es_event_p1"
            })
    void even_the_owner_changes_no_event_by_accident(String change) {
        assertThatThrownBy(() -> subject.asOwner(change)).hasMessageContaining("append-only");
    }
}
