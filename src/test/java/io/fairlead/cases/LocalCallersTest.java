package io.fairlead.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fairlead.launch.DataFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** What anybody on the machine may call stops no topic and is not written down. */
@ExtendWith(CaseStack.class)
class LocalCallersTest {

    private static final String CANARY = "mara-field-salary-99000";

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> ask(CaseStack.Stack stack, String method, String path, String body) {
        return client.sendAsync(
                        HttpRequest.newBuilder(URI.create(stack.base() + path))
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .join();
    }

    @Test
    void topics_go_on_while_the_registry_is_read_only_for_others(Firm firm, CaseStack.Stack stack) {
        var squat = ask(
                stack,
                "POST",
                "/registry/subjects/fairlead.time-entry.v1-io.fairlead.time.event.TimeRejected/versions",
                "{\"schema\":\"\\\"string\\\"\"}");
        assertThat(squat.statusCode()).as(squat.body()).isEqualTo(403);
        assertThat(ask(stack, "PUT", "/registry/mode", "{\"mode\":\"READONLY_OVERRIDE\"}")
                        .statusCode())
                .isEqualTo(200);
        try {
            var _ = firm.opens("EUR", "Europe/Berlin", "0.20");
            await().atMost(Duration.ofSeconds(60)).until(() -> lag(stack) == 0);
        } finally {
            assertThat(ask(stack, "PUT", "/registry/mode", "{\"mode\":\"READWRITE\"}")
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(ask(stack, "GET", "/registry/subjects?subjectPrefix=fairlead.customer", "")
                        .body())
                .contains("fairlead.customer.v1-");
    }

    private double lag(CaseStack.Stack stack) {
        var metric = ask(stack, "GET", "/actuator/metrics/fairlead.topics.lag.events", "")
                .body();
        return JsonMapper.shared()
                .readTree(metric)
                .path("measurements")
                .path(0)
                .path("value")
                .asDouble(-1);
    }

    @Test
    void an_id_that_somebody_asked_for_stands_in_no_log(CaseStack.Stack stack) throws IOException {
        assertThat(ask(stack, "POST", "/v1/time-entries/" + CANARY + "/submission", "{}")
                        .statusCode())
                .isEqualTo(404);
        try (var logs = Files.list(new DataFolder(stack.data()).log("x").getParent())) {
            for (var log : logs.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(log)).as(log.toString()).doesNotContain(CANARY);
            }
        }
    }
}
