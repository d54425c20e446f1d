package io.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairlead.launch.Addresses;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.Login;
import io.fairlead.testing.CommandLineRun;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What waits is told by the running application, its status and a work item, and told no more when it goes on. */
@ExtendWith(CaseStack.class)
class WaitingWorkItemTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String KEY = "00000000-0000-0000-0000-00000000d015";

    @Test
    void a_delivery_that_is_tried_in_vain_is_told_until_it_is_through(Firm firm, CaseStack.Stack stack)
            throws SQLException, IOException, InterruptedException {
        try (var database = connect(stack)) {
            try {
                execute(database, """
                        insert into gateway.delivery
                          (target, key, kind, aggregate_id, version, lane, state, payload, external_ref, attempts,
                           next_attempt_at, reason)
                        values ('ERP', '%s', 'ENSURE_CUSTOMER', 'customer:planted', 1, 'planted', 'RETRY_AT', '{}', 'planted',
                          3, now() + interval '1 hour', 'planted: no answer')""".formatted(KEY));
                execute(database, """
                        insert into gateway.delivery_transition (target, key, at, from_state, to_state, attempt, epoch)
                        values ('ERP', '%s', now() - interval '1 hour', 'IN_FLIGHT', 'RETRY_AT', 3, 3)""".formatted(KEY));
                await().atMost(PATIENCE).until(() -> status(firm).equals("open"));
                var told = firm.get("/actuator/health/readiness").at("/components/waiting/details/erp");
                assertWhole(told);
                var shown = JsonMapper.shared()
                        .readTree(CommandLineRun.of(stack.data(), "status", "--json")
                                .output())
                        .path("waiting")
                        .valueStream()
                        .filter(one -> one.path("work").asString().equals("erp"))
                        .findFirst()
                        .orElseThrow();
                assertWhole(shown);
                assertThat(CommandLineRun.of(stack.data(), "status").output())
                        .containsSubsequence("Waiting", "customer:planted", "planted: no answer", "Nodes", "Work");
            } finally {
                execute(database, "delete from gateway.delivery_transition where key = '" + KEY + "'");
                execute(database, "delete from gateway.delivery where key = '" + KEY + "'");
            }
            await().atMost(PATIENCE).until(() -> status(firm).equals("resolved"));
            await().atMost(PATIENCE).until(() -> firm.get("/actuator/health/readiness")
                    .at("/components/waiting/details/erp")
                    .isMissingNode());
        }
    }

    private static void assertWhole(JsonNode told) {
        assertThat(told.path("what").asString()).contains("ENSURE_CUSTOMER of customer:planted");
        assertThat(told.path("reason").asString()).isEqualTo("planted: no answer");
        assertThat(told.path("since").asString()).endsWith("Z");
        assertThat(told.path("remedy").asString()).contains("the ERP");
    }

    private static String status(Firm firm) {
        return firm.get("/v1/exceptions?code=WORK_WAITS&subject=work:erp")
                .path("items")
                .path(0)
                .path("status")
                .asString("");
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
