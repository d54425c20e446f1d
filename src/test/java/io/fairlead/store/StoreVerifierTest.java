package io.fairlead.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreVerifierTest {

    private static StoreUnderTest subject;

    @BeforeAll
    static void three_streams_of_three_events() {
        subject = new StoreUnderTest();
        for (var stream = 1; stream <= 3; stream++) {
            var _ = subject.store
                    .appender()
                    .append(StoreUnderTest.request(
                            "s" + stream, 0, 3, StoreUnderTest.command("c" + stream, "body " + stream)));
        }
    }

    @AfterAll
    static void close() {
        subject.close();
    }

    @Test
    void a_store_left_alone_is_sound() {
        var findings = subject.store.verifier().verify();
        assertThat(findings.failures()).isZero();
        assertThat(findings.events()).isEqualTo(9);
        assertThat(findings.streams()).isEqualTo(3);
        assertThat(findings.firstBadReason()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            update store.es_event set payload = payload || '\\x00' where position = 5                   ~ 5
            update store.es_event set meta = '\\x00' where position = 5                                 ~ 5
            update store.es_event set ts = ts + interval '1 microsecond' where position = 5             ~ 5
            update store.es_event set hash = sha256(hash) where position = 5                            ~ 5
            update store.es_event set event_id = 'x' where position = 5                                 ~ 5
            update store.es_event set stream_no = 1, seq = 3 where position = 5                         ~ 5
            delete from store.es_event where position = 5                                               ~ 5
            delete from store.es_event where position = 9                                               ~ 9
            delete from store.es_event where position >= 8; update store.es_head set last_position = 7  ~ 7
            update store.es_event set position = 10 where position = 5                                  ~ 5
            update store.es_stream set version = 2 where stream_no = 2                                  ~ 6
            update store.es_stream set aggregate_id = 'time-entry:x' where stream_no = 2                ~ 4
            update store.es_type set name = 'Other' where name = 'TimeEntry'                            ~ 1
            """)
    void tampering_is_found_and_the_first_bad_event_is_named(String tampering, long firstBad) throws SQLException {
        var findings = afterTampering(tampering);
        assertThat(findings.failures()).isPositive();
        assertThat(findings.firstBad()).isEqualTo(firstBad);
        assertThat(findings.firstBadReason()).isNotNull();
    }

    @Test
    void a_doubled_event_id_is_found() throws SQLException {
        var findings = afterTampering("update store.es_event e set event_id = f.event_id from store.es_event f"
                + " where e.position = 5 and f.position = 4");
        assertThat(findings.doubledEventIds()).isEqualTo(1);
    }

    @Test
    void a_command_that_claims_events_of_another_is_found() throws SQLException {
        var findings = afterTampering("update store.es_command set first_pos = 2 where key = 'c2'");
        assertThat(findings.commandRows()).isEqualTo(1);
    }

    /** As a superuser who silences the triggers; undone afterwards. */
    private static StoreVerifier.Findings afterTampering(String tampering) throws SQLException {
        try (var connection = subject.owner.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local session_replication_role = replica; " + tampering);
            var findings = StoreVerifier.verify(connection);
            connection.rollback();
            connection.setAutoCommit(true);
            return findings;
        }
    }
}
