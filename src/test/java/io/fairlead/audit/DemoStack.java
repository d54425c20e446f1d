package io.fairlead.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairlead.cases.Firm;
import io.fairlead.cli.Api;
import io.fairlead.launch.Addresses;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.KafkaLogin;
import io.fairlead.launch.Login;
import io.fairlead.testing.CommandLineRun;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole stack on which the demo has played, small, with all of its shows: every kind of fact is there. */
record DemoStack(DataFolder data, Addresses addresses) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static DemoStack start(Path folder) throws Exception {
        var up = CommandLineRun.of(folder, "up", "--detach", "--json");
        assertThat(up.exitCode()).as(up.errors()).isZero();
        var demo = CommandLineRun.of(folder, "demo", "--once", "--json", "--entries", "60");
        assertThat(demo.exitCode()).as(demo.output() + demo.errors()).isZero();
        var data = new DataFolder(folder);
        var stack = new DemoStack(data, Addresses.read(data).orElseThrow());
        stack.review(new Firm(new Api(stack.addresses().application(), "test", PATIENCE), "reviewed"));
        return stack;
    }

    /** What the demo does not do: one line of a draft is removed, one written down, and what was written down is credited. */
    private void review(Firm firm) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "133.33", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(Firm.line(1, "TIME_AND_MATERIALS")));
        for (int day = 10; day < 14; day++) {
            var _ = firm.approvedTime("ana", "work", "2026-03-" + day, 1_200 * day);
        }
        var draft = firm.bill("2026-03-31").getFirst().path("invoiceId").asString();
        var lines = "/v1/invoices/" + draft + "/lines/";
        var _ = firm.as("reviewer", lines + "2/removal", Firm.of("reason", "not agreed"));
        var _ = firm.as("reviewer", lines + "3/adjustment", Firm.of("net", "500.00", "reason", "goodwill"));
        firm.settled();
        var _ = firm.issue(draft);
        var _ = firm.credit(draft, "2026-04-01", List.of(Firm.creditOf(1, 600, "REOPEN")));
    }

    /** As somebody who may do anything, which the application may not. */
    Connection database() throws SQLException {
        var connection = DriverManager.getConnection(Login.ADMINISTRATOR.url(addresses.databaseUrl(), data));
        try (var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica"); // No trigger and no key says no.
        }
        return connection;
    }

    Map<String, Object> kafka() {
        return KafkaLogin.BROKER.settings(data, addresses.kafka());
    }

    CommandLineRun run(String... arguments) {
        return CommandLineRun.at(addresses.application(), arguments);
    }

    /** Waits until a work item of the code whose subject holds the text is open, or resolved. */
    void awaitItem(String code, String subject, String status) {
        var api = new Api(addresses.application(), "test", PATIENCE);
        await().atMost(PATIENCE).until(() -> api.get("/v1/exceptions?limit=500&code=" + code + "&status=" + status)
                .body()
                .path("items")
                .valueStream()
                .anyMatch(item -> item.path("subjectId").asString("").contains(subject)));
    }

    /** What {@code verify} says of some checks, or of all when none is named. */
    JsonNode verified(String... checks) {
        var run = checks.length == 0
                ? run("verify", "--json")
                : run("verify", "--json", "--checks=" + String.join(",", checks));
        var report = JsonMapper.shared().readTree(run.output());
        assertThat(run.exitCode())
                .as(run.errors())
                .isEqualTo(report.path("failed").asLong() == 0 ? 0 : 3);
        return report;
    }

    @Override
    public void close() throws Exception {
        assertThat(CommandLineRun.of(data.root(), "down").exitCode()).isZero();
    }
}
