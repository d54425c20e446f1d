package io.fairlead.sandbox;

import com.zaxxer.hikari.HikariDataSource;
import io.fairlead.gateway.erp.CustomerData;
import io.fairlead.gateway.erp.Delivery;
import io.fairlead.gateway.erp.DeliveryListener;
import io.fairlead.gateway.erp.DocumentDraft;
import io.fairlead.gateway.erp.DocumentPosting;
import io.fairlead.gateway.erp.ErpGateway;
import io.fairlead.gateway.erp.ErpSettings;
import io.fairlead.gateway.erp.InvoiceLine;
import io.fairlead.gateway.erp.PaymentFact;
import io.fairlead.gateway.erp.ProjectData;
import io.fairlead.gateway.erp.SandboxErpAdapter;
import io.fairlead.gateway.erp.Snapshot;
import io.fairlead.gateway.erp.TaxRow;
import io.fairlead.testing.PostgresForTests;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** A gateway on a real database whose listener numbers and commits each staged invoice, as the processes do. */
final class GatewayBench implements AutoCloseable {

    static final LocalDate DAY = LocalDate.parse("2026-06-30");

    final Map<String, Snapshot> confirmed = new ConcurrentHashMap<>();
    final Map<String, String> parked = new ConcurrentHashMap<>();
    final Set<PaymentFact> payments = ConcurrentHashMap.newKeySet();
    final ErpGateway gateway;
    private final HikariDataSource pool;
    private final ErpSettings settings;
    private volatile CountDownLatch awaited = new CountDownLatch(0);

    GatewayBench(URI erp, Duration readTimeout) {
        pool = new HikariDataSource();
        pool.setJdbcUrl(
                PostgresForTests.migrated("gateway", GatewayBench::migrate).url());
        pool.setMaximumPoolSize(24);
        var settings = new ErpSettings(
                "erp",
                erp,
                Duration.ofSeconds(1),
                readTimeout,
                16,
                Duration.ofMillis(20),
                Duration.ofMillis(50),
                Duration.ofMillis(20),
                Duration.ofMillis(200),
                Duration.ofSeconds(60),
                100,
                Duration.ofSeconds(60));
        this.settings = settings;
        gateway = another();
        gateway.start();
    }

    private static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .schemas("gateway")
                .locations("classpath:db/gateways")
                .load()
                .migrate();
    }

    /** A gateway of another node on the same tables, not started. */
    ErpGateway another() {
        return new ErpGateway(
                DSL.using(pool, SQLDialect.POSTGRES, new Settings().withExecuteLogging(false)),
                new SandboxErpAdapter(settings, ""),
                settings,
                new Processes(),
                this::paid,
                new Random(7));
    }

    /** Sees to it that {@link #await} returns after so many ends: confirmed postings, parked deliveries, payments. */
    void expect(int ends) {
        awaited = new CountDownLatch(ends);
    }

    boolean await(Duration atMost) throws InterruptedException {
        return awaited.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void paid(PaymentFact fact) {
        if (payments.add(fact)) {
            awaited.countDown();
        }
    }

    private final class Processes implements DeliveryListener {

        @Override
        public void staged(Delivery delivery, Snapshot snapshot) {
            if (delivery.payload() instanceof DocumentDraft invoice) {
                gateway.deliveries().enqueue(posting(invoice, DAY));
                gateway.wakeup();
            }
        }

        @Override
        public void confirmed(Delivery delivery, Snapshot snapshot) {
            if (delivery.payload() instanceof DocumentPosting posting
                    && confirmed.put(posting.documentId(), snapshot) == null) {
                awaited.countDown();
            }
        }

        @Override
        public void parked(Delivery delivery, String code, String reason) {
            if (parked.put(delivery.kind() + " " + delivery.payload().aggregateId(), code) == null) {
                awaited.countDown();
            }
        }
    }

    void enqueueAccounts() {
        gateway.deliveries().enqueue(new CustomerData("customer-1", 1, "Globex GmbH", "EUR", "DE1", "DE", true, null));
        gateway.deliveries().enqueue(new ProjectData("project-1", 1, "customer-1", "Rollout", "DE01"));
    }

    static DocumentDraft invoice(int n) {
        var net = new BigDecimal("100.37").multiply(BigDecimal.valueOf(n)).setScale(4);
        var tax = net.multiply(new BigDecimal("0.19"))
                .setScale(2, RoundingMode.HALF_UP)
                .setScale(4);
        var line = new InvoiceLine("Consulting", "project-1", BigDecimal.ONE, "HUR", net, net, "S", "0.19");
        return new DocumentDraft(
                "invoice-" + n,
                1,
                "DE01",
                "customer-1",
                null,
                "EUR",
                DAY,
                DAY.plusDays(30),
                "PO-1",
                List.of(line),
                List.of(new TaxRow("S", new BigDecimal("0.19"), net, tax)),
                net,
                tax,
                net.add(tax),
                null,
                null,
                null);
    }

    static DocumentPosting posting(DocumentDraft invoice, LocalDate accountingDate) {
        return new DocumentPosting(
                invoice.documentId(),
                invoice.version(),
                invoice.company(),
                "2026-" + invoice.documentId(),
                DAY,
                accountingDate,
                DAY.plusDays(30),
                invoice.currency(),
                invoice.net(),
                invoice.tax(),
                invoice.gross(),
                null);
    }

    @Override
    public void close() {
        gateway.close();
        pool.close();
    }
}
