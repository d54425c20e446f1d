package io.fairlead.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testing.CommandLineRun;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two application processes on one store, of which one is killed in the middle of the firm's work. */
@SuppressWarnings("NullAway.Init")
class TwoNodesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration MOVED_MAX = Duration.ofSeconds(15);

    @TempDir
    static Path data;

    private static String url;

    @BeforeAll
    static void everything_starts() throws Exception {
        var up = CommandLineRun.of(data, "up", "--detach", "--nodes", "2", "--json");
        assertThat(up.exitCode()).as(up.errors()).isZero();
        url = JSON.readTree(up.output()).path("url").asString();
    }

    @AfterAll
    static void everything_stops() throws Exception {
        assertThat(CommandLineRun.of(data, "down").exitCode()).isZero();
    }

    @Test
    void what_a_killed_node_did_is_the_others_within_seconds_and_nothing_is_lost_or_doubled() throws Exception {
        var second = second(until(
                nodes -> second(nodes).path("work").path("views").asInt(0) > 0
                        && second(nodes).path("work").path("process").asInt(0) > 0,
                PATIENCE));
        assertThat(customerAt(second.path("url").asString())).isEqualTo(201);
        var demo = CompletableFuture.supplyAsync(TwoNodesTest::demo);
        int work = owners(until(nodes -> position(nodes, "process/process-price-time") > 400, PATIENCE))
                .size();

        assertThat(ProcessHandle.of(second.path("pid").asLong()).orElseThrow().destroyForcibly())
                .isTrue();
        var instance = second.path("instance").asString();
        var moved = owners(until(nodes -> isAnothers(owners(nodes), instance, work), MOVED_MAX));
        assertThat(moved).hasSizeGreaterThanOrEqualTo(work).doesNotContain("", instance);

        var played = demo.get(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS);
        assertThat(played.exitCode()).as(played.errors()).isZero();
        var figures = JSON.readTree(played.output());
        assertThat(figures.path("checks").path("failed").asInt()).isZero();
        assertThat(figures.path("invoices").path("issued").asInt()).isPositive();
        assertThat(figures.path("erp").path("documents").asInt())
                .isEqualTo(figures.path("invoices").path("issued").asInt()
                        + figures.path("erp").path("credit_notes").asInt());
        assertThat(figures.path("topics").path("records").asLong())
                .isEqualTo(figures.path("topics").path("events_stored").asLong());
    }

    private static CommandLineRun demo() {
        try {
            return CommandLineRun.of(data, "demo", "--once", "--json", "--entries", "200");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode second(JsonNode nodes) {
        return nodes.path("nodes")
                .valueStream()
                .filter(node -> node.path("name").asString().equals("node-2"))
                .findFirst()
                .orElse(nodes.path("nodes"));
    }

    /** Whether all the work there was is done by other nodes; an answer that lacks some proves nothing. */
    private static boolean isAnothers(List<String> owners, String instance, int work) {
        return owners.size() >= work && owners.stream().noneMatch(owner -> owner.isEmpty() || owner.equals(instance));
    }

    private static List<String> owners(JsonNode nodes) {
        return nodes.path("claims")
                .valueStream()
                .map(claim -> claim.path("instance").asString(""))
                .toList();
    }

    private static long position(JsonNode nodes, String work) {
        return nodes.path("claims")
                .valueStream()
                .filter(claim -> claim.path("name").asString().equals(work))
                .mapToLong(claim -> claim.path("position").asLong(-1))
                .max()
                .orElse(-1);
    }

    /** Looks again and again; the state comes by the work of other processes. */
    private static JsonNode until(Predicate<JsonNode> condition, Duration max) throws Exception {
        long end = System.nanoTime() + max.toNanos();
        while (true) {
            var nodes = JSON.readTree(HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url + "/v1/nodes")).build(), BodyHandlers.ofString())
                    .body());
            if (condition.test(nodes)) {
                return nodes;
            }
            assertThat(System.nanoTime()).as(nodes.toString()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static int customerAt(String node) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(node + "/v1/customers"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"id": "second", "name": "Second AG", "country": "DE", "currency": "EUR",
                         "address": {"street": "Hafenstr. 1", "city": "Hamburg", "postalCode": "20457"}}"""))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }
}
