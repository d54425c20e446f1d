package io.fairlead.gateway.erp;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The customer, project and invoice that the gateway's tests speak of. */
final class Samples {

    static final LocalDate DAY = LocalDate.parse("2026-06-30");
    static final BigDecimal NET = new BigDecimal("1000.0000");
    static final BigDecimal TAX = new BigDecimal("190.0000");
    static final BigDecimal GROSS = new BigDecimal("1190.0000");

    static CustomerData customer(int version) {
        return new CustomerData("customer-1", version, "Globex GmbH", "EUR", "DE1", "DE", false, null);
    }

    static ProjectData project() {
        return new ProjectData("project-1", 1, "customer-1", "Rollout", "DE01");
    }

    static DocumentDraft invoice(String id, int version) {
        var line = new InvoiceLine(
                "Consulting", "project-1", BigDecimal.TEN, "HUR", new BigDecimal("100"), NET, "S", "0.19");
        return new DocumentDraft(
                id,
                version,
                "DE01",
                "customer-1",
                null,
                "EUR",
                DAY,
                DAY.plusDays(30),
                null,
                List.of(line),
                List.of(new TaxRow("S", new BigDecimal("0.19"), NET, TAX)),
                NET,
                TAX,
                GROSS,
                null,
                null,
                null);
    }

    static DocumentPosting posting(String id) {
        return new DocumentPosting(id, 1, "DE01", "2026-1", DAY, DAY, DAY.plusDays(30), "EUR", NET, TAX, GROSS, null);
    }

    static Snapshot snapshot(DeliveryPayload of, Snapshot.Status status) {
        return new Snapshot(
                "X-1",
                of.externalRef(),
                1,
                status,
                "DE01",
                "EUR",
                NET,
                TAX,
                GROSS,
                null,
                List.of(),
                "DE01-000001",
                "2026-1",
                DAY);
    }

    private Samples() {}
}
