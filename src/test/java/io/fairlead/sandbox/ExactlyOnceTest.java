package io.fairlead.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
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
                    .as("states " + bench.gateway.deliveries().states())
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
