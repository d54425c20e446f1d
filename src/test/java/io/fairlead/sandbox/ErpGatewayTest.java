package io.fairlead.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.gateway.erp.DeliveryKey;
import io.fairlead.gateway.erp.DeliveryKind;
import io.fairlead.gateway.erp.DocumentDraft;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway's ways on when the ERP refuses, differs or pays. */
@SuppressWarnings("NullAway.Init")
class ErpGatewayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private Sandbox sandbox;
    private SandboxClient erp;
    private GatewayBench bench;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(0, directory);
        erp = new SandboxClient(sandbox.uri());
        bench = new GatewayBench(sandbox.uri(), Duration.ofSeconds(2));
        bench.enqueueAccounts();
    }

    @AfterEach
    void stop() throws IOException {
        bench.close();
        sandbox.close();
    }

    private void deliver(DocumentDraft invoice) throws InterruptedException {
        bench.expect(1);
        bench.gateway.deliveries().enqueue(invoice);
        bench.gateway.wakeup();
        assertThat(bench.await(PATIENCE))
                .as("states " + bench.gateway.deliveries().parked().states())
                .isTrue();
    }

    private static DocumentDraft taxed(DocumentDraft of, BigDecimal tax, int version, String purchaseOrder) {
        return new DocumentDraft(
                of.documentId(),
                version,
                of.company(),
                of.customerId(),
                null,
                of.currency(),
                of.accountingDate(),
                of.dueDate(),
                purchaseOrder,
                of.lines(),
                of.taxRows(),
                of.net(),
                tax,
                of.net().add(tax),
                null,
                null,
                null);
    }

    @Test
    void a_closed_period_is_parked_at_once_and_goes_through_when_retried_after_opening() throws Exception {
        erp.call("PUT", "/periods/DE01/2026-06", "{'closed':true}");
        deliver(GatewayBench.invoice(1));
        assertThat(bench.parked).containsEntry("STAGE_INVOICE invoice-1", "PERIOD_CLOSED");
        erp.call("PUT", "/periods/DE01/2026-06", "{'closed':false}");
        bench.expect(1);
        bench.gateway
                .deliveries()
                .parked()
                .retry(DeliveryKey.of("erp", DeliveryKind.STAGE_INVOICE, "invoice-1", 1), "a person");
        bench.gateway.wakeup();
        assertThat(bench.await(PATIENCE)).isTrue();
        assertThat(bench.confirmed).containsKey("invoice-1");
    }

    @Test
    void a_cent_of_tax_that_differs_is_parked_and_never_posted() throws Exception {
        var right = GatewayBench.invoice(1);
        deliver(taxed(right, right.tax().add(new BigDecimal("0.01")), 1, "PO-1"));
        assertThat(bench.parked).containsEntry("STAGE_INVOICE invoice-1", "TOTALS_DIFFER");
        assertThat(erp.get("/stats").path("documents").asInt()).isZero();
    }

    @Test
    void the_next_version_replaces_the_draft_and_ends_as_one_document() throws Exception {
        var right = GatewayBench.invoice(1);
        deliver(taxed(right, right.tax().add(new BigDecimal("0.01")), 1, "PO-1"));
        deliver(taxed(right, right.tax(), 2, "PO-2"));
        var documents = erp.get("/ledger").path("documents");
        assertThat(documents.size()).isEqualTo(1);
        assertThat(erp.get("/stats").path("drafts").asInt()).isZero();
        assertThat(bench.confirmed).containsKey("invoice-1");
    }

    @Test
    void a_missing_purchase_order_is_parked_and_stops_nobody_else() throws Exception {
        var without = GatewayBench.invoice(1);
        deliver(taxed(without, without.tax(), 1, ""));
        assertThat(bench.parked).containsEntry("STAGE_INVOICE invoice-1", "PO_MISSING");
        deliver(GatewayBench.invoice(2));
        assertThat(bench.confirmed).containsOnlyKeys("invoice-2");
    }

    @Test
    void a_payment_is_taken_in_once_per_fact_though_the_feed_repeats() throws Exception {
        deliver(GatewayBench.invoice(1));
        erp.call("PUT", "/faults", "{'duplicateRatio':1.0}");
        bench.expect(2);
        erp.post(
                "/payments",
                "{'externalRef':'bank-1','invoice':'2026-invoice-1','amount':'19.44','valueDate':'2026-07-10'}");
        erp.post("/payments", "{'externalRef':'bank-2','invoice':'invoice-1','amount':'100','valueDate':'2026-07-11'}");
        bench.gateway.wakeup();
        assertThat(bench.await(PATIENCE)).isTrue();
        assertThat(bench.payments).hasSize(2).allMatch(fact -> fact.invoiceId().equals("invoice-1"));
        assertThat(erp.get("/stats").path("paid").asInt()).isEqualTo(1);
    }
}
