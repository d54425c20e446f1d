package io.fairlead.cases.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cases.CaseStack;
import io.fairlead.cases.Firm;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Case 57: two clerks merge the same two customers at the same moment, each into the other one. */
@ExtendWith(CaseStack.class)
class Case57MergesAtOnceTest {

    private static final int PAIRS = 20;

    @Test
    void of_two_merges_into_each_other_at_once_one_is_refused(Firm firm, CaseStack.Stack stack) {
        var _ = firm.opens("EUR", "Europe/Berlin", "0.20");
        for (var pair = 0; pair < PAIRS; pair++) {
            var _ = firm.customer("a" + pair, "EUR").customer("b" + pair, "EUR");
        }
        firm.settled();

        try (var client = HttpClient.newHttpClient()) {
            for (var pair = 0; pair < PAIRS; pair++) {
                var a = firm.id("a" + pair);
                var b = firm.id("b" + pair);
                var answers = List.of(
                        client.sendAsync(merge(stack, a, b), BodyHandlers.ofString()),
                        client.sendAsync(merge(stack, b, a), BodyHandlers.ofString()));
                assertThat(answers.stream().map(answer -> code(answer.join())))
                        .containsExactlyInAnyOrder("200", "P-05");
            }
        }
        firm.settled();
        for (var pair = 0; pair < PAIRS; pair++) {
            assertThat(Stream.of(firm.id("a" + pair), firm.id("b" + pair))
                            .filter(id -> firm.get("/v1/customers/" + id).hasNonNull("mergedInto")))
                    .hasSize(1);
        }
    }

    private static HttpRequest merge(CaseStack.Stack stack, String customer, String into) {
        return HttpRequest.newBuilder(URI.create(stack.base() + "/v1/customers/" + customer + "/merge"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "merge/" + customer)
                .header("Fairlead-Actor", "admin")
                .POST(BodyPublishers.ofString("{\"into\": \"" + into + "\", \"reason\": \"registered twice\"}"))
                .build();
    }

    private static String code(HttpResponse<String> answer) {
        return answer.body().contains("\"P-05\"") ? "P-05" : Integer.toString(answer.statusCode());
    }
}
