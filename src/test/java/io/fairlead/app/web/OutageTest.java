package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;

import io.fairlead.party.view.CustomerQuery;
import io.fairlead.store.StoreUnavailable;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

/** What is away is told as worth another try, by doors for one, for many and for files; a fault of ours is not. */
class OutageTest extends HttpTest {

    private static final String TIME =
            "{\"person\":\"amy\",\"project\":\"p1\",\"workDate\":\"2026-03-02\",\"seconds\":3600}";

    @Autowired
    private CustomerQuery customers;

    static Stream<Arguments> outages() {
        return Stream.of(
                Arguments.of(new StoreUnavailable("s", null), "STORE_UNAVAILABLE"),
                Arguments.of(new DataAccessException("s", new SQLException("s", "08006")), "STORE_UNAVAILABLE"),
                Arguments.of(
                        new DataAccessResourceFailureException("s", new SQLTransientConnectionException("pool")),
                        "STORE_UNAVAILABLE"),
                Arguments.of(new IllegalStateException(new SQLException("ending", "57P01")), "STORE_UNAVAILABLE"),
                Arguments.of(new IllegalStateException(new SQLException("disk full", "53100")), "STORE_UNAVAILABLE"),
                Arguments.of(new CompletionException(new TimeoutException("topics")), "BROKER_UNAVAILABLE"),
                Arguments.of(new IllegalStateException(new ConnectException("erp")), "SERVER_UNAVAILABLE"),
                Arguments.of(new IllegalStateException(new HttpTimeoutException("erp")), "SERVER_UNAVAILABLE"),
                Arguments.of(new IllegalStateException(new SQLException("null value", "23502")), "INTERNAL"),
                Arguments.of(new IllegalStateException(new SQLException("no such column", "42703")), "INTERNAL"),
                Arguments.of(new SerializationException("s"), "INTERNAL"),
                Arguments.of(new IllegalStateException("s"), "INTERNAL"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void what_passes_is_told_apart_from_what_does_not(RuntimeException failure, String code) {
        commands.next = failure;
        var answer = post("/v1/time-entries", TIME);
        assertProblem(answer, code.equals("INTERNAL") ? 500 : 503, code);
        assertThat(answer.header("Retry-After")).isEqualTo(code.equals("INTERNAL") ? "" : "1");
    }

    @Test
    void a_read_whose_database_is_away_is_told_as_such() {
        doThrow(new DataAccessException("s", new SQLException("s", "57P03")))
                .when(customers)
                .list(any(), anyInt(), any());
        try {
            assertProblem(get("/v1/customers"), 503, "STORE_UNAVAILABLE");
        } finally {
            reset(customers);
        }
    }

    @Test
    void a_batch_in_which_the_store_is_away_is_to_be_sent_again_as_a_whole_and_counts_once() {
        var batch = "{\"items\":[" + TIME + "," + TIME.replace("3600", "60") + "]}";
        commands.next = new StoreUnavailable("s", null);
        assertProblem(post("/v1/time-entries/batch", batch, "Idempotency-Key", "outage-1"), 503, "STORE_UNAVAILABLE");
        var again = post("/v1/time-entries/batch", batch, "Idempotency-Key", "outage-1");
        assertThat(again.json().path("accepted").asInt())
                .as("the first of both")
                .isEqualTo(1);
        assertThat(again.json().path("repeated").asInt()).as("the second").isEqualTo(1);
    }

    @Test
    void a_file_in_whose_rows_the_store_is_away_is_to_be_sent_again_as_a_whole() {
        var files = OpportunityImportTest.files(OpportunityImportTest.deal("outage", "Closed Won", "1"));
        commands.next = new StoreUnavailable("s", null);
        assertProblem(upload("/v1/imports/opportunities", files), 503, "STORE_UNAVAILABLE");
        assertThat(upload("/v1/imports/opportunities", files).status()).isEqualTo(200);
    }
}
