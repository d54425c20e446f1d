package io.fairlead.cases;

import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.log.MetadataKeys;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many who read the same and write at once: the precondition is decided within the append. */
@ExtendWith(CaseStack.class)
class PreconditionRaceTest {

    private static final int RACERS = 50;

    @Test
    void of_fifty_with_one_entity_tag_one_is_taken_and_the_others_store_nothing(Firm firm, CaseStack.Stack stack) {
        var _ = firm.opens("EUR", "Europe/Berlin", "0.20");
        firm.settled();
        var before = stack.head();
        try (var client = HttpClient.newHttpClient()) {
            var customer = stack.base() + "/v1/customers/" + firm.id("buyer");
            var tag = client.sendAsync(
                            HttpRequest.newBuilder(URI.create(customer)).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .join()
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            var answers = IntStream.range(0, RACERS)
                    .mapToObj(racer -> client.sendAsync(
                            HttpRequest.newBuilder(URI.create(customer + "/tax-profile"))
                                    .header("Content-Type", "application/json")
                                    .header("If-Match", tag)
                                    .header("Fairlead-Correlation", "racer-" + racer)
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            "{\"taxId\":\"DE%09d\",\"taxCategory\":\"S\"}".formatted(racer)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            var taken = IntStream.range(0, RACERS)
                    .filter(racer -> answers.get(racer).statusCode() == 200)
                    .boxed()
                    .toList();
            assertThat(taken).as("taken").hasSize(1);
            assertThat(answers.stream().map(HttpResponse::statusCode).filter(status -> status != 200))
                    .as("the others")
                    .hasSize(RACERS - 1)
                    .containsOnly(412);
            assertThat(stack.metadataSince(before, MetadataKeys.CORRELATION_ID).stream()
                            .filter(correlation -> correlation.startsWith("racer-")))
                    .as("who stored an event")
                    .containsExactly("racer-" + taken.getFirst());
        }
        assertThat(firm.get("/v1/customers/" + firm.id("buyer"))).isNotEmpty();
        assertThat(firm.refusal(
                        "admin",
                        "/v1/customers/" + firm.id("nobody") + "/tax-profile",
                        of("taxId", "DE1", "taxCategory", "S")))
                .isEqualTo("NOT_FOUND");
    }
}
