package io.fairlead.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.gateway.erp.DeliveryState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The gateway's promise against an ERP that answers late, twice, wrongly or not at all: each invoice
 * is one document.
 */
class ExactlyOnceTest {

    private static final Duration READ_TIMEOUT = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    @Test
    void a_faulty_erp_ends_with_exactly_one_document_per_invoice() throws Exception {
        deliver(100, """
                {'acceptThenTimeoutRatio':0.30,'throttleRatio':0.10,'errorRatio':0.10,'garbageRatio':0.05,
                 'duplicateRatio':0.10,'holdMillis':600,'retryAfterSeconds':0,'seed':42}""");
    }

    @Test
    void an_erp_without_idempotency_ends_with_exactly_one_document_per_invoice() throws Exception {
        deliver(50, """
                {'acceptThenTimeoutRatio':0.30,'throttleRatio':0.10,'errorRatio':0.10,'garbageRatio':0.05,
                 'holdMillis':600,'retryAfterSeconds':0,'ignoreReferences':true,'seed':43}""");
    }

    @Test
    void four_hundred_invoices_at_once_are_all_delivered() throws Exception {
        deliver(400, "{}");
    }

    @Test
    void two_changes_of_owner_in_the_middle_end_with_exactly_one_document_per_invoice() throws Exception {
        try (var sandbox = Sandbox.start(0, directory);
                var bench = new GatewayBench(sandbox.uri(), READ_TIMEOUT);
                var other = bench.another()) {
            var erp = new SandboxClient(sandbox.uri());
            assertThat(erp.call("PUT", "/faults", "{'ignoreReferences':true,'lateMillis':5}")
                            .statusCode())
                    .isEqualTo(200);
            bench.expect(100);
            bench.enqueueAccounts();
            IntStream.rangeClosed(1, 50).forEach(n -> bench.gateway.deliveries().enqueue(GatewayBench.invoice(n)));
            bench.gateway.stop();
            other.start();
            IntStream.rangeClosed(51, 100).forEach(n -> other.deliveries().enqueue(GatewayBench.invoice(n)));
            other.stop();
            bench.gateway.start();
            assertThat(bench.await(PATIENCE)).isTrue();
            var documents = erp.get("/ledger").path("documents");
            assertThat(StreamSupport.stream(documents.spliterator(), false).map(ExactlyOnceTest::externalRef))
                    .hasSize(100)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_gateway_whose_right_has_ended_sends_nothing() throws Exception {
        try (var sandbox = Sandbox.start(0, directory);
                var bench = new GatewayBench(sandbox.uri(), READ_TIMEOUT);
                var other = bench.another()) {
            bench.gateway.stop();
            var asked = new CountDownLatch(3);
            bench.gateway.start(() -> {
                asked.countDown();
                return false;
            });
            bench.enqueueAccounts();
            bench.gateway.wakeup();
            assertThat(asked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(other.deliveries().parked().states()).containsExactly(Map.entry(DeliveryState.PENDING, 2));
        }
    }

    private void deliver(int invoices, String faults) throws Exception {
        try (var sandbox = Sandbox.start(0, directory);
                var bench = new GatewayBench(sandbox.uri(), READ_TIMEOUT)) {
            var erp = new SandboxClient(sandbox.uri());
            assertThat(erp.call("PUT", "/faults", faults).statusCode()).isEqualTo(200);
            bench.expect(invoices);
            IntStream.rangeClosed(1, invoices)
                    .forEach(n -> bench.gateway.deliveries().enqueue(GatewayBench.invoice(n)));
            bench.enqueueAccounts();
            bench.gateway.wakeup();
            assertThat(bench.await(PATIENCE))
                    .as("states " + bench.gateway.deliveries().parked().states())
                    .isTrue();

            assertThat(bench.parked).isEmpty();
            var documents = erp.get("/ledger").path("documents");
            assertThat(documents.size()).isEqualTo(invoices);
            assertThat(StreamSupport.stream(documents.spliterator(), false).map(ExactlyOnceTest::externalRef))
                    .doesNotHaveDuplicates()
                    .containsAll(bench.confirmed.keySet());
            assertThat(bench.confirmed).hasSize(invoices);
            assertThat(erp.get("/stats").path("drafts").asInt()).isZero();
        }
    }

    private static String externalRef(JsonNode document) {
        return document.path("externalRef").asString();
    }
}
