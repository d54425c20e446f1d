package io.fairlead.gateway.erp;

import static io.fairlead.gateway.db.Tables.DELIVERY_TRANSITION;
import static org.jooq.impl.DSL.row;

import io.fairlead.gateway.db.tables.records.DeliveryRecord;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The record of every state a delivery went through, written in the transaction that moves it. */
final class Transitions {

    private final String target;

    Transitions(String target) {
        this.target = target;
    }

    void record(
            DSLContext tx,
            UUID key,
            @Nullable DeliveryState from,
            DeliveryState to,
            int attempt,
            int epoch,
            @Nullable String code,
            @Nullable String reason) {
        tx.insertInto(DELIVERY_TRANSITION)
                .set(DELIVERY_TRANSITION.TARGET, target)
                .set(DELIVERY_TRANSITION.KEY, key)
                .set(DELIVERY_TRANSITION.FROM_STATE, from == null ? null : from.name())
                .set(DELIVERY_TRANSITION.TO_STATE, to.name())
                .set(DELIVERY_TRANSITION.ATTEMPT, attempt)
                .set(DELIVERY_TRANSITION.EPOCH, epoch)
                .set(DELIVERY_TRANSITION.CODE, code)
                .set(DELIVERY_TRANSITION.REASON, reason)
                .execute();
    }

    /** Records that each of these rows, as they were found, is leased anew. */
    void leased(DSLContext tx, List<DeliveryRecord> found) {
        tx.insertInto(
                        DELIVERY_TRANSITION,
                        DELIVERY_TRANSITION.TARGET,
                        DELIVERY_TRANSITION.KEY,
                        DELIVERY_TRANSITION.FROM_STATE,
                        DELIVERY_TRANSITION.TO_STATE,
                        DELIVERY_TRANSITION.ATTEMPT,
                        DELIVERY_TRANSITION.EPOCH)
                .valuesOfRows(found.stream()
                        .map(one -> row(
                                target,
                                one.getKey(),
                                one.getState(),
                                DeliveryState.IN_FLIGHT.name(),
                                one.getAttempts() + 1,
                                one.getLeaseEpoch() + 1))
                        .toList())
                .execute();
    }

    List<DeliveryState> of(DSLContext db, UUID key) {
        return db.select(DELIVERY_TRANSITION.TO_STATE)
                .from(DELIVERY_TRANSITION)
                .where(row(DELIVERY_TRANSITION.TARGET, DELIVERY_TRANSITION.KEY).eq(target, key))
                .orderBy(DELIVERY_TRANSITION.ID)
                .fetch(row -> DeliveryState.valueOf(row.value1()));
    }
}
