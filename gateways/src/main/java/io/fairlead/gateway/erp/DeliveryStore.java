package io.fairlead.gateway.erp;

import static io.fairlead.gateway.db.Tables.DELIVERY;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.gateway.db.tables.records.DeliveryRecord;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * The delivery table: what is to be said, who is saying it, how it ended. All times are the database's. Transitions are
 * fenced by the lease's epoch, so a sender that lost its lease cannot move a row.
 */
public final class DeliveryStore {

    private final DSLContext db;
    private final String target;
    private final Transitions transitions;

    public DeliveryStore(DSLContext db, String target) {
        this.db = db;
        this.target = target;
        this.transitions = new Transitions(target);
    }

    /** Puts a delivery in, in a transaction of its own; false when it is there already. */
    @CanIgnoreReturnValue
    public boolean enqueue(DeliveryPayload payload) {
        return db.transactionResult(tx -> enqueue(tx.dsl(), payload));
    }

    /**
     * Puts a delivery in within the caller's transaction; false when it is there already.
     *
     * @throws IllegalStateException when its version is there with another payload
     */
    @CanIgnoreReturnValue
    public boolean enqueue(DSLContext tx, DeliveryPayload payload) {
        var key = DeliveryKey.of(target, payload.kind(), payload.aggregateId(), payload.version());
        var json = JSONB.valueOf(GatewayJson.MAPPER.writeValueAsString(payload));
        var inserted = tx.insertInto(DELIVERY)
                .set(DELIVERY.TARGET, target)
                .set(DELIVERY.KEY, key)
                .set(DELIVERY.KIND, payload.kind().name())
                .set(DELIVERY.AGGREGATE_ID, payload.aggregateId())
                .set(DELIVERY.VERSION, payload.version())
                .set(DELIVERY.LANE, payload.lane())
                .set(DELIVERY.NEEDS, payload.needs().stream().sorted().toArray(String[]::new))
                .set(DELIVERY.STATE, DeliveryState.PENDING.name())
                .set(DELIVERY.PAYLOAD, json)
                .set(DELIVERY.EXTERNAL_REF, payload.externalRef())
                .set(DELIVERY.MONEY_AT_STAKE, payload.moneyAtStake())
                .set(DELIVERY.CURRENCY, payload.atStakeIn())
                .onConflictDoNothing()
                .execute();
        if (inserted == 1) {
            transitions.record(tx, key, null, DeliveryState.PENDING, 0, 0, null, null);
            return true;
        }
        var same = tx.fetchExists(DELIVERY, mine(key).and(DELIVERY.PAYLOAD.eq(json)));
        if (!same) {
            throw new IllegalStateException(payload.kind() + " " + payload.aggregateId() + " version "
                    + payload.version() + " was put in with another payload; a change needs a new version");
        }
        return false;
    }

    /** Takes up to max due deliveries, each the first open one of its lane, and saves them as IN_FLIGHT. */
    List<Delivery> lease(int max, Duration lease) {
        return db.transactionResult(tx -> {
            var due = tx.dsl()
                    .selectFrom(DELIVERY)
                    .where(due())
                    .orderBy(DELIVERY.SEQ)
                    .limit(max)
                    .forUpdate()
                    .skipLocked()
                    .fetch();
            if (due.isEmpty()) {
                return List.of();
            }
            tx.dsl()
                    .update(DELIVERY)
                    .set(DELIVERY.STATE, DeliveryState.IN_FLIGHT.name())
                    .set(DELIVERY.ATTEMPTS, DELIVERY.ATTEMPTS.plus(1))
                    .set(DELIVERY.LEASE_EPOCH, DELIVERY.LEASE_EPOCH.plus(1))
                    .set(DELIVERY.LEASE_UNTIL, in(lease))
                    .set(DELIVERY.UPDATED_AT, in(Duration.ZERO))
                    .where(DELIVERY.TARGET.eq(target))
                    .and(DELIVERY.KEY.in(due.map(DeliveryRecord::getKey)))
                    .execute();
            var leased = due.map(found ->
                    delivery(found, DeliveryState.IN_FLIGHT, found.getAttempts() + 1, found.getLeaseEpoch() + 1));
            transitions.leased(tx.dsl(), due);
            return leased;
        });
    }

    /**
     * Cuts the leases of a former owner short: whoever starts sending knows that it has ended or may not write any more.
     *
     * @param underWay how long a request of it may still be on its way
     */
    void takeOver(Duration underWay) {
        db.update(DELIVERY)
                .set(DELIVERY.LEASE_UNTIL, in(underWay))
                .where(DELIVERY.TARGET.eq(target))
                .and(DELIVERY.FINISHED.isFalse())
                .and(DELIVERY.LEASE_UNTIL.gt(in(underWay)))
                .execute();
    }

    // Constants stand in the text, so that the planner sees that the partial indexes apply.
    private Condition due() {
        var earlier = DELIVERY.as("earlier");
        var confirmed = DELIVERY.as("confirmed");
        var blocked = selectOne()
                .from(earlier)
                .where(earlier.TARGET.eq(DELIVERY.TARGET))
                .and(earlier.LANE.eq(DELIVERY.LANE))
                .and(earlier.SEQ.lt(DELIVERY.SEQ))
                .and(earlier.FINISHED.isFalse())
                .and(earlier.STATE.ne(inline(DeliveryState.PARKED.name())));
        var needed = selectOne()
                .from(confirmed)
                .where(confirmed.TARGET.eq(DELIVERY.TARGET))
                .and(confirmed.LANE.eq(field("need.lane", String.class)))
                .and(confirmed.STATE.eq(inline(DeliveryState.CONFIRMED.name())));
        return DELIVERY.TARGET
                .eq(target)
                .and(DELIVERY.FINISHED.isFalse())
                .and(DELIVERY.STATE.ne(inline(DeliveryState.PARKED.name())))
                .and(DELIVERY.NOTICE.isNull())
                .and(DELIVERY.NEXT_ATTEMPT_AT.le(in(Duration.ZERO)))
                .and(DELIVERY.LEASE_UNTIL.isNull().or(DELIVERY.LEASE_UNTIL.lt(in(Duration.ZERO))))
                .andNotExists(blocked)
                .and(condition(
                        // Offset 0 keeps this a look-up per need; as a join it was read whole for each row.
                        "not exists (select 1 from unnest({0}) as need(lane) where not exists ({1} offset 0))",
                        DELIVERY.NEEDS, needed));
    }

    /** The draft is verified; the listener is told. False when the lease was lost. */
    boolean staged(Delivery delivery, Snapshot snapshot) {
        return move(delivery, DeliveryState.STAGED, null, null, Duration.ZERO, snapshot);
    }

    /** The ERP said yes; the lease goes on until it is read back. */
    boolean committed(Delivery delivery, Snapshot snapshot) {
        return move(delivery, DeliveryState.COMMITTED, null, null, Duration.ZERO, snapshot);
    }

    boolean confirmed(Delivery delivery, Snapshot snapshot) {
        return move(delivery, DeliveryState.CONFIRMED, null, null, Duration.ZERO, snapshot);
    }

    boolean retry(Delivery delivery, DeliveryState as, Failure failure, Duration wait) {
        return move(delivery, as, failure.code(), failure.reason(), wait, null);
    }

    boolean park(Delivery delivery, String code, String reason) {
        return move(delivery, DeliveryState.PARKED, code, reason, Duration.ZERO, null);
    }

    private boolean move(
            Delivery delivery,
            DeliveryState to,
            @Nullable String code,
            @Nullable String reason,
            Duration wait,
            @Nullable Snapshot snapshot) {
        return db.transactionResult(tx -> {
            var told =
                    switch (to) {
                        case STAGED, CONFIRMED, PARKED -> to.name();
                        case PENDING, IN_FLIGHT, COMMITTED, RETRY_AT, UNKNOWN, WITHDRAWN -> null;
                    };
            var row = tx.dsl()
                    .selectFrom(DELIVERY)
                    .where(mine(delivery.key()))
                    .and(DELIVERY.LEASE_EPOCH.eq(delivery.epoch()))
                    .and(DELIVERY.STATE.in(DeliveryState.IN_FLIGHT.name(), DeliveryState.COMMITTED.name()))
                    .forUpdate()
                    .fetchOne();
            if (row == null) {
                return false;
            }
            var update = tx.dsl()
                    .update(DELIVERY)
                    .set(DELIVERY.STATE, to.name())
                    .set(DELIVERY.CODE, code)
                    .set(DELIVERY.REASON, reason)
                    .set(DELIVERY.NEXT_ATTEMPT_AT, in(wait))
                    .set(DELIVERY.NOTICE, told)
                    .set(DELIVERY.NOTICE_AT, told == null ? null : in(Duration.ZERO))
                    .set(DELIVERY.NOTICE_TRIES, 0)
                    .set(DELIVERY.UPDATED_AT, in(Duration.ZERO));
            if (to != DeliveryState.COMMITTED) {
                update = update.setNull(DELIVERY.LEASE_UNTIL);
            }
            if (snapshot != null) {
                update = update.set(DELIVERY.SNAPSHOT, JSONB.valueOf(GatewayJson.MAPPER.writeValueAsString(snapshot)))
                        .set(DELIVERY.OUTSIDE_ID, snapshot.outsideId());
            }
            update.where(mine(delivery.key())).execute();
            var from = DeliveryState.valueOf(row.getState());
            transitions.record(tx.dsl(), delivery.key(), from, to, delivery.attempts(), delivery.epoch(), code, reason);
            return true;
        });
    }

    /** Those that need a person: they are listed, sent again, or withdrawn. */
    public ParkedDeliveries parked() {
        return new ParkedDeliveries(db, target, transitions);
    }

    Condition mine(UUID key) {
        return DELIVERY.TARGET.eq(target).and(DELIVERY.KEY.eq(key));
    }

    static Delivery delivery(DeliveryRecord row, DeliveryState state, int attempts, int epoch) {
        var kind = DeliveryKind.valueOf(row.getKind());
        var payload = GatewayJson.MAPPER.readValue(row.getPayload().data(), kind.payload());
        return new Delivery(row.getTarget(), row.getKey(), payload, state, row.getOutsideId(), attempts, epoch);
    }

    /** The database's time plus this much. */
    static Field<OffsetDateTime> in(Duration wait) {
        return field(
                "(clock_timestamp() + {0} * interval '1 millisecond')", OffsetDateTime.class, val(wait.toMillis()));
    }
}
