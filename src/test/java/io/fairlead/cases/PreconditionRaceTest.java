package io.fairlead.cases;

import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.log.MetadataKeys;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

/** Many who read the same and write at once, and one who read long ago: the precondition is decided within the append. */
@ExtendWith(CaseStack.class)
class PreconditionRaceTest {

    private static final int RACERS = 50;
    private static final String STALE = "\"999999999999\"";

    @Test
    void of_fifty_with_one_entity_tag_one_is_taken_and_the_others_store_nothing(Firm firm, CaseStack.Stack stack) {
        var _ = firm.opens("EUR", "Europe/Berlin", "0.20");
        firm.settled();
        var before = stack.head();
        var answers = race(firm, stack, "racer-", "{\"taxId\":\"DE%09d\",\"taxCategory\":\"S\"}"::formatted);

        var taken = taken(answers);
        assertThat(taken).as("taken").hasSize(1);
        assertOthersStale(answers);
        assertThat(stored(stack, before, "racer-"))
                .as("who stored an event")
                .containsExactly("racer-" + taken.getFirst());
        assertThat(firm.get("/v1/customers/" + firm.id("buyer"))).isNotEmpty();
        assertThat(firm.refusal(
                        "admin",
                        "/v1/customers/" + firm.id("nobody") + "/tax-profile",
                        of("taxId", "DE1", "taxCategory", "S")))
                .isEqualTo("NOT_FOUND");
    }

    /** After the first there is nothing left to change for the others, so no append could see that they are late. */
    @Test
    void of_fifty_who_ask_the_same_one_is_taken_although_the_others_would_change_nothing(
            Firm firm, CaseStack.Stack stack) {
        var _ = firm.opens("EUR", "Europe/Berlin", "0.20");
        firm.settled();
        var before = stack.head();
        var answers = race(firm, stack, "same-", _ -> "{\"taxId\":\"DE987654321\",\"taxCategory\":\"S\"}");

        assertThat(taken(answers)).as("taken").hasSize(1);
        assertOthersStale(answers);
        assertThat(stored(stack, before, "same-")).hasSize(1);
    }

    @Test
    void every_operation_with_an_entity_tag_refuses_a_stale_one_and_all_others_refuse_the_header(
            Firm firm, CaseStack.Stack stack) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "NOT_TO_EXCEED", "limit", "100.00")));
        firm.cost("ana", "50.00", "EUR");
        firm.approvedTime("ana", "work", "2026-03-10", 1_800);
        firm.settled();
        var before = stack.head();
        try (var client = HttpClient.newHttpClient()) {
            var checked = 0;
            for (var sent : firm.sent()) {
                var status = post(
                        client, stack.base() + sent.path(), JsonMapper.shared().writeValueAsString(sent.body()));
                assertThat(status).as(sent.path()).isEqualTo(412);
                checked++;
            }
            assertThat(checked).isGreaterThan(8);
            var described = JsonMapper.shared()
                    .readTree(get(client, stack.base() + "/openapi.json").body())
                    .path("paths");
            var without = described.properties().stream()
                    .filter(path -> path.getValue().has("post"))
                    .filter(path -> StreamSupport.stream(
                                    path.getValue()
                                            .path("post")
                                            .path("parameters")
                                            .spliterator(),
                                    false)
                            .noneMatch(parameter ->
                                    parameter.path("name").asString().equals("If-Match")))
                    .filter(path -> path.getValue()
                            .path("post")
                            .path("requestBody")
                            .path("content")
                            .has("application/json"))
                    .toList();
            assertThat(without).as("operations without an entity tag").hasSizeGreaterThan(5);
            for (var path : without) {
                assertThat(post(client, stack.base() + path.getKey().replaceAll("\\{[^}]*}", "x"), "{}"))
                        .as(path.getKey())
                        .isEqualTo(400);
            }
        }
        assertThat(stored(stack, before, "stale")).isEmpty();
    }

    private static int post(HttpClient client, String target, String body) {
        return client.sendAsync(
                        HttpRequest.newBuilder(URI.create(target))
                                .header("Content-Type", "application/json")
                                .header("If-Match", STALE)
                                .header("Fairlead-Correlation", "stale")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .join()
                .statusCode();
    }

    private static HttpResponse<String> get(HttpClient client, String target) {
        return client.sendAsync(
                        HttpRequest.newBuilder(URI.create(target)).build(), HttpResponse.BodyHandlers.ofString())
                .join();
    }

    /** All send a tax profile with the tag that the customer has now. */
    private static List<HttpResponse<String>> race(
            Firm firm, CaseStack.Stack stack, String correlation, IntFunction<String> body) {
        try (var client = HttpClient.newHttpClient()) {
            var customer = stack.base() + "/v1/customers/" + firm.id("buyer");
            var tag = get(client, customer).headers().firstValue("ETag").orElseThrow();
            return IntStream.range(0, RACERS)
                    .mapToObj(racer -> client.sendAsync(
                            HttpRequest.newBuilder(URI.create(customer + "/tax-profile"))
                                    .header("Content-Type", "application/json")
                                    .header("If-Match", tag)
                                    .header("Fairlead-Correlation", correlation + racer)
                                    .POST(HttpRequest.BodyPublishers.ofString(body.apply(racer)))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString()))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    private static List<Integer> taken(List<HttpResponse<String>> answers) {
        return IntStream.range(0, answers.size())
                .filter(racer -> answers.get(racer).statusCode() == 200)
                .boxed()
                .toList();
    }

    private static void assertOthersStale(List<HttpResponse<String>> answers) {
        assertThat(answers.stream().map(HttpResponse::statusCode).filter(status -> status != 200))
                .as("the others")
                .hasSize(RACERS - 1)
                .containsOnly(412);
    }

    private static List<String> stored(CaseStack.Stack stack, long since, String correlation) {
        Set<String> all = stack.metadataSince(since, MetadataKeys.CORRELATION_ID);
        return all.stream().filter(each -> each.startsWith(correlation)).toList();
    }
}
