package io.fairlead.gateway.erp;

import static io.fairlead.gateway.db.Tables.DELIVERY;

import io.fairlead.gateway.db.tables.records.DeliveryRecord;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * Tells the listener how deliveries ended: the result is saved with the transition, handed over outside any
 * transaction, and only then marked, so a crash in between repeats it and loses none.
 */
final class Notices {

    private static final System.Logger LOG = System.getLogger(Notices.class.getName());
    private static final int BATCH_MAX = 64;

    private final DSLContext db;
    private final String target;
    private final DeliveryListener listener;
    private final Backoff backoff;

    Notices(DSLContext db, String target, DeliveryListener listener, Backoff backoff) {
        this.db = db;
        this.target = target;
        this.listener = listener;
        this.backoff = backoff;
    }

    /** Hands one batch over, side by side; true when there may be more. */
    boolean handOver() throws InterruptedException {
        var due = db.selectFrom(DELIVERY)
                .where(DELIVERY.TARGET.eq(target))
                .and(DELIVERY.NOTICE.isNotNull())
                .and(DELIVERY.NOTICE_AT.le(DeliveryStore.in(Duration.ZERO)))
                .orderBy(DELIVERY.SEQ)
                .limit(BATCH_MAX)
                .fetch();
        var running = new ArrayList<Future<?>>(due.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(row -> running.add(threads.submit(() -> handOver(row))));
        }
        for (var one : running) {
            try {
                one.get();
            } catch (ExecutionException e) {
                LOG.log(Level.WARNING, "a delivery's result could not be marked as told and will be told again", e);
            }
        }
        return due.size() == BATCH_MAX;
    }

    private void handOver(DeliveryRecord row) {
        var state = DeliveryState.valueOf(row.getState());
        var delivery = DeliveryStore.delivery(row, state, row.getAttempts(), row.getLeaseEpoch());
        try {
            switch (row.getNotice()) {
                case "STAGED" -> listener.staged(delivery, snapshot(row));
                case "CONFIRMED" -> listener.confirmed(delivery, snapshot(row));
                case "PARKED" -> listener.parked(delivery, row.getCode(), row.getReason());
                default -> throw new IllegalStateException("unknown notice " + row.getNotice());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the listener failed on delivery " + delivery.key() + "; it will be told again", e);
            later(row);
            return;
        }
        db.update(DELIVERY)
                .setNull(DELIVERY.NOTICE)
                .setNull(DELIVERY.NOTICE_AT)
                .where(same(row))
                .execute();
    }

    private void later(DeliveryRecord row) {
        db.update(DELIVERY)
                .set(DELIVERY.NOTICE_TRIES, row.getNoticeTries() + 1)
                .set(DELIVERY.NOTICE_AT, DeliveryStore.in(backoff.after(row.getNoticeTries() + 1)))
                .where(same(row))
                .execute();
    }

    private Condition same(DeliveryRecord row) {
        return DELIVERY.TARGET
                .eq(target)
                .and(DELIVERY.KEY.eq(row.getKey()))
                .and(DELIVERY.NOTICE.eq(row.getNotice()))
                .and(DELIVERY.LEASE_EPOCH.eq(row.getLeaseEpoch()));
    }

    private static Snapshot snapshot(DeliveryRecord row) {
        return GatewayJson.MAPPER.readValue(row.getSnapshot().data(), Snapshot.class);
    }
}
