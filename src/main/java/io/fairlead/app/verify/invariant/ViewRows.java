package io.fairlead.app.verify.invariant;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * What the views show of work and invoices, all of one moment.
 *
 * @param position up to which the views had folded the log then
 * @param work by source
 * @param movements sum of all movements by contract and currency
 * @param open amount open by invoice
 * @param onAccount money on account by receipt
 * @param readers figures of the views that readers have, by what they are figures of
 */
public record ViewRows(
        long position,
        Map<String, Work> work,
        Map<Balance, BigDecimal> movements,
        Map<String, BigDecimal> open,
        Map<String, BigDecimal> onAccount,
        Map<String, BigDecimal> readers) {

    private static final int FETCH_SIZE = 5_000;
    private static final int ATTEMPTS_MAX = 500;
    private static final long PAUSE_NANOS = 20_000_000;

    /** Row of a source. */
    public record Work(
            String contractId,
            String currency,
            BigDecimal priced,
            BigDecimal unbilled,
            BigDecimal drafted,
            BigDecimal billed,
            BigDecimal writtenOff,
            @Nullable String invoiceId) {}

    /** What a sum is taken over. */
    public record Balance(String contractId, String currency) {}

    /** Reads them in one snapshot of the database, in which all segments stand at the same event. */
    public static ViewRows read(DSLContext views) {
        for (int attempt = 1; attempt < ATTEMPTS_MAX; attempt++) {
            var rows = views.transactionResult(tx -> agreeing(tx.dsl()));
            if (rows.isPresent()) {
                return rows.get();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IllegalStateException(
                "the segments of the views do not come to one position; try again with less load");
    }

    private static Optional<ViewRows> agreeing(DSLContext db) {
        db.execute("set transaction isolation level repeatable read, read only");
        var reached = db.resultQuery(
                        "select coalesce(min(position), 0), coalesce(max(position), 0) from projection.segment")
                .fetchSingle();
        return reached.get(0, Long.class).equals(reached.get(1, Long.class))
                ? Optional.of(new ViewRows(
                        reached.get(0, Long.class), work(db), movements(db), open(db), onAccount(db), readers(db)))
                : Optional.empty();
    }

    private static Map<String, Work> work(DSLContext db) {
        var rows = new HashMap<String, Work>();
        try (var cursor = db.resultQuery("""
                        select source_id, contract_id, currency, priced_amount, ready_amount, drafted_amount,
                            billed_amount, written_off_amount, invoice_id
                        from projection.unbilled_work""").fetchSize(FETCH_SIZE).fetchLazy()) {
            for (var row : cursor) {
                rows.put(
                        text(row, 0),
                        new Work(
                                text(row, 1),
                                text(row, 2),
                                amount(row, 3),
                                amount(row, 4),
                                amount(row, 5),
                                amount(row, 6),
                                amount(row, 7),
                                row.get(8, String.class)));
            }
        }
        return rows;
    }

    private static Map<Balance, BigDecimal> movements(DSLContext db) {
        var sums = new HashMap<Balance, BigDecimal>();
        db.resultQuery("""
                        select contract_id, currency, sum(ready_amount + drafted_amount + billed_amount + written_off_amount)
                        from projection.wip_movement group by contract_id, currency""").forEach(row -> sums.put(new Balance(text(row, 0), text(row, 1)), amount(row, 2)));
        return sums;
    }

    private static Map<String, BigDecimal> open(DSLContext db) {
        var open = new HashMap<String, BigDecimal>();
        db.resultQuery("select invoice_id, open_amount from projection.invoice")
                .forEach(row -> open.put(text(row, 0), amount(row, 1)));
        return open;
    }

    private static Map<String, BigDecimal> onAccount(DSLContext db) {
        var left = new HashMap<String, BigDecimal>();
        db.resultQuery("select receipt_id, left_amount from projection.receipt where left_amount <> 0")
                .forEach(row -> left.put(text(row, 0), amount(row, 1)));
        return left;
    }

    private static Map<String, BigDecimal> readers(DSLContext db) {
        var figures = new HashMap<String, BigDecimal>();
        db.resultQuery("""
                        select 'unbilled of ' || contract_id || ' in ' || currency, unbilled_amount + over_limit_amount
                        from bi.unbilled_by_contract
                        union all
                        select 'unbilled by company in ' || currency, sum(unbilled_amount + over_limit_amount)
                        from bi.unbilled_by_entity group by currency
                        union all
                        select 'unbilled by customer in ' || currency, sum(unbilled_amount + over_limit_amount)
                        from bi.unbilled_by_customer group by currency
                        union all
                        select 'unbilled by project in ' || currency, sum(unbilled_amount + over_limit_amount)
                        from bi.unbilled_by_project group by currency
                        union all
                        select 'on account of ' || receipt_id, left_amount from bi.fact_receipt
                        union all
                        select 'gross of ' || invoice_id, gross_amount from bi.fact_invoice_lifecycle
                        where issue_date is not null
                        union all
                        select 'gross of ' || credit_note_id, gross_amount from bi.fact_credit_note_lifecycle
                        where issue_date is not null""").forEach(row -> figures.put(text(row, 0), amount(row, 1)));
        return figures;
    }

    private static String text(Record row, int column) {
        return String.valueOf(row.get(column));
    }

    private static BigDecimal amount(Record row, int column) {
        var amount = row.get(column, BigDecimal.class);
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
