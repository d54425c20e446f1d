package io.fairlead.gateway.erp;

import static io.fairlead.gateway.db.Tables.DELIVERY;
import static io.fairlead.gateway.db.Tables.DELIVERY_TRANSITION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.fairlead.gateway.db.tables.records.DeliveryRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries as people see them: what is to be said to the ERP, how far it came, what the ERP refused; and the two things that are
 * done about it, sending it again after the cure, and withdrawing it with its document.
 */
public final class ParkedDeliveries {

    private static final Pattern KEY = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final DSLContext db;
    private final String target;
    private final Transitions transitions;

    ParkedDeliveries(DSLContext db, String target, Transitions transitions) {
        this.db = db;
        this.target = target;
        this.transitions = transitions;
    }

    /**
     * One delivery.
     *
     * @param key of it, the same for ever
     * @param kind what is to be done, see {@link DeliveryKind}
     * @param subject stream key of the customer, project, invoice or credit note
     * @param version from 1; an invoice that was returned and approved again has another
     * @param state see {@link DeliveryState}
     * @param code the ERP's or the gateway's, of the last refusal or fault; null when there was none
     * @param reason a sentence; null when there is none
     * @param attempts since it was put in, or since a person had it sent again
     * @param amount money at stake; null where there is none
     * @param currency ISO 4217; null where there is no amount
     * @param outsideId of the ERP; null before it has one
     */
    public record KnownDelivery(
            UUID key,
            String kind,
            String subject,
            int version,
            String state,
            @Nullable String code,
            @Nullable String reason,
            int attempts,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String outsideId,
            Instant createdAt,
            Instant updatedAt) {}

    /**
     * A state that a delivery came to.
     *
     * @param attempt see {@link KnownDelivery#attempts}
     * @param code of the refusal or fault; null when there was none
     * @param reason a sentence; null when there is none
     */
    public record DeliveryStep(
            Instant at,
            String state,
            int attempt,
            @Nullable String code,
            @Nullable String reason) {}

    /**
     * Deliveries, those that changed last first.
     *
     * @param state only these; null means all
     * @param subject only of this; null means all
     * @param limit at most so many
     */
    public List<KnownDelivery> list(@Nullable DeliveryState state, @Nullable String subject, int limit) {
        return db.selectFrom(DELIVERY)
                .where(DELIVERY.TARGET.eq(target))
                .and(state == null ? noCondition() : DELIVERY.STATE.eq(state.name()))
                .and(subject == null ? noCondition() : DELIVERY.AGGREGATE_ID.eq(subject))
                .orderBy(DELIVERY.UPDATED_AT.desc(), DELIVERY.SEQ.desc())
                .limit(limit)
                .fetch(ParkedDeliveries::told);
    }

    /**
     * One delivery.
     *
     * @param id its key, or the stream key of what it is about: then one that needs a person, else the last that changed
     */
    public Optional<KnownDelivery> find(String id) {
        if (KEY.matcher(id).matches()) {
            return db.selectFrom(DELIVERY).where(mine(UUID.fromString(id))).fetchOptional(ParkedDeliveries::told);
        }
        return list(DeliveryState.PARKED, id, 1).stream().findFirst().or(() -> list(null, id, 1).stream()
                .findFirst());
    }

    /** What it went through, in order. */
    public List<DeliveryStep> steps(UUID key) {
        var t = DELIVERY_TRANSITION;
        return db.select(t.AT, t.TO_STATE, t.ATTEMPT, t.CODE, t.REASON)
                .from(t)
                .where(row(t.TARGET, t.KEY).eq(target, key))
                .orderBy(t.ID)
                .fetch(step -> new DeliveryStep(
                        step.value1().toInstant(), step.value2(), step.value3(), step.value4(), step.value5()));
    }

    /** The states a delivery went through, in order. */
    public List<DeliveryState> history(UUID key) {
        return transitions.of(db, key);
    }

    /** How many deliveries stand in each state. */
    public Map<DeliveryState, Integer> states() {
        var states = new EnumMap<DeliveryState, Integer>(DeliveryState.class);
        db.select(DELIVERY.STATE, count())
                .from(DELIVERY)
                .where(DELIVERY.TARGET.eq(target))
                .groupBy(DELIVERY.STATE)
                .forEach(row -> states.put(DeliveryState.valueOf(row.value1()), row.value2()));
        return states;
    }

    /**
     * Sends a parked delivery again, after a person has put its cause right.
     *
     * @param because who or what has it sent again, for the record
     * @throws IllegalStateException when it is not parked, or a later one of its kind took its place
     */
    public void retry(UUID key, String because) {
        db.transaction(tx -> {
            var row = tx.dsl().selectFrom(DELIVERY).where(mine(key)).forUpdate().fetchOne();
            if (row == null || !row.getState().equals(DeliveryState.PARKED.name())) {
                throw new IllegalStateException("delivery " + key + " is not parked; only a parked one can be retried");
            }
            if (isReplaced(tx.dsl(), row)) {
                throw new IllegalStateException("delivery " + key + " was replaced by a later version; retry that one");
            }
            sendAgain(tx.dsl(), row, because);
        });
    }

    /** Sends again whatever of the subject is parked and was not replaced; how many that were. */
    public int retryAll(String subject, String because) {
        return db.transactionResult(tx -> {
            int again = 0;
            for (var row : tx.dsl()
                    .selectFrom(DELIVERY)
                    .where(DELIVERY.TARGET.eq(target))
                    .and(DELIVERY.AGGREGATE_ID.eq(subject))
                    .and(DELIVERY.STATE.eq(DeliveryState.PARKED.name()))
                    .orderBy(DELIVERY.SEQ)
                    .forUpdate()
                    .fetch()) {
                if (!isReplaced(tx.dsl(), row)) {
                    sendAgain(tx.dsl(), row, because);
                    again++;
                }
            }
            return again;
        });
    }

    private boolean isReplaced(DSLContext tx, DeliveryRecord row) {
        return tx.fetchExists(
                DELIVERY,
                DELIVERY.TARGET
                        .eq(target)
                        .and(DELIVERY.LANE.eq(row.getLane()))
                        .and(DELIVERY.KIND.eq(row.getKind()))
                        .and(DELIVERY.VERSION.gt(row.getVersion())));
    }

    private void sendAgain(DSLContext tx, DeliveryRecord row, String because) {
        tx.update(DELIVERY)
                .set(DELIVERY.STATE, DeliveryState.RETRY_AT.name())
                .set(DELIVERY.ATTEMPTS, 0)
                .set(DELIVERY.NEXT_ATTEMPT_AT, now())
                .set(DELIVERY.UPDATED_AT, now())
                .where(mine(row.getKey()))
                .execute();
        record(tx, row, DeliveryState.RETRY_AT, row.getLeaseEpoch(), because);
    }

    /**
     * Withdraws what stages a document that went back to draft or was given up. Whoever is sending it has lost its lease: what
     * the ERP answers is not told any more, and a draft that it may keep has no legal effect.
     */
    public void withdraw(String documentId, String because) {
        db.transaction(tx -> {
            for (var row : tx.dsl()
                    .selectFrom(DELIVERY)
                    .where(DELIVERY.TARGET.eq(target))
                    .and(DELIVERY.AGGREGATE_ID.eq(documentId))
                    .and(DELIVERY.KIND.eq(DeliveryKind.STAGE_INVOICE.name()))
                    .and(DELIVERY.FINISHED.isFalse())
                    .orderBy(DELIVERY.SEQ)
                    .forUpdate()
                    .fetch()) {
                int epoch = row.getLeaseEpoch() + 1;
                tx.dsl()
                        .update(DELIVERY)
                        .set(DELIVERY.STATE, DeliveryState.WITHDRAWN.name())
                        .set(DELIVERY.LEASE_EPOCH, epoch)
                        .setNull(DELIVERY.LEASE_UNTIL)
                        .setNull(DELIVERY.NOTICE)
                        .setNull(DELIVERY.NOTICE_AT)
                        .set(DELIVERY.UPDATED_AT, now())
                        .where(mine(row.getKey()))
                        .execute();
                record(tx.dsl(), row, DeliveryState.WITHDRAWN, epoch, because);
            }
        });
    }

    private void record(DSLContext tx, DeliveryRecord row, DeliveryState to, int epoch, String because) {
        transitions.record(
                tx, row.getKey(), DeliveryState.valueOf(row.getState()), to, row.getAttempts(), epoch, null, because);
    }

    private Condition mine(UUID key) {
        return DELIVERY.TARGET.eq(target).and(DELIVERY.KEY.eq(key));
    }

    private static Field<OffsetDateTime> now() {
        return DeliveryStore.in(Duration.ZERO);
    }

    private static KnownDelivery told(DeliveryRecord row) {
        return new KnownDelivery(
                row.getKey(),
                row.getKind(),
                row.getAggregateId(),
                row.getVersion(),
                row.getState(),
                row.getCode(),
                row.getReason(),
                row.getAttempts(),
                row.getMoneyAtStake(),
                row.getCurrency(),
                row.getOutsideId(),
                row.getCreatedAt().toInstant(),
                row.getUpdatedAt().toInstant());
    }
}
