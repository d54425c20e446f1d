package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.BILLING_RUN;
import static io.fairlead.projection.db.Tables.PLANNED_INVOICE;

import io.fairlead.view.KeyedRows;
import io.fairlead.view.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Billing runs as they stand; read by HTTP and CLI. */
public final class BillingRunQuery {

    private static final KeyedRows<BillingRun> RUNS = new KeyedRows<>(
            BILLING_RUN, BillingRun.class, BILLING_RUN.BILLING_RUN_ID, Pattern.compile("billing-run:.+"));

    private final DSLContext db;

    public BillingRunQuery(DSLContext db) {
        this.db = db;
    }

    /** One billing run; fields as the table's columns. */
    public record BillingRun(
            String billingRunId,
            String legalEntityId,
            LocalDate cutOff,
            LocalDate issueDate,
            @Nullable String contractId,
            String preparer,
            String status,
            @Nullable Integer invoicesPlanned) {}

    /** One billing run and the invoices it planned. */
    public record Detail(
            String billingRunId,
            String legalEntityId,
            LocalDate cutOff,
            LocalDate issueDate,
            @Nullable String contractId,
            String preparer,
            String status,
            @Nullable Integer invoicesPlanned,
            List<String> invoiceIds) {}

    /**
     * By id.
     *
     * @param legalEntityId only of this company; null means all
     */
    public Page<BillingRun> list(@Nullable String legalEntityId, @Nullable String cursor, int limit) {
        return RUNS.page(db, KeyedRows.only(BILLING_RUN.LEGAL_ENTITY_ID, legalEntityId), cursor, limit);
    }

    public Optional<Detail> byId(String billingRunId) {
        return RUNS.page(db, BILLING_RUN.BILLING_RUN_ID.eq(billingRunId), null, 1).items().stream()
                .findAny()
                .map(run -> new Detail(
                        run.billingRunId(),
                        run.legalEntityId(),
                        run.cutOff(),
                        run.issueDate(),
                        run.contractId(),
                        run.preparer(),
                        run.status(),
                        run.invoicesPlanned(),
                        planned(billingRunId)));
    }

    private List<String> planned(String billingRunId) {
        return db.select(PLANNED_INVOICE.INVOICE_ID)
                .from(PLANNED_INVOICE)
                .where(PLANNED_INVOICE.BILLING_RUN_ID.eq(billingRunId))
                .orderBy(PLANNED_INVOICE.POSITION, PLANNED_INVOICE.INVOICE_ID)
                .fetch(PLANNED_INVOICE.INVOICE_ID);
    }
}
