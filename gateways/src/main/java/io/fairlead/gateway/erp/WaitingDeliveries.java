package io.fairlead.gateway.erp;

import static io.fairlead.gateway.db.Tables.DELIVERY;
import static io.fairlead.gateway.db.Tables.DELIVERY_TRANSITION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;

/** Deliveries that were tried without success and are tried again: an ERP that is away or refuses us, told from the table. */
final class WaitingDeliveries {

    private static final List<String> TRIED_AGAIN =
            List.of(DeliveryState.RETRY_AT.name(), DeliveryState.UNKNOWN.name());

    private final DSLContext db;
    private final String target;

    WaitingDeliveries(DSLContext db, String target) {
        this.db = db;
        this.target = target;
    }

    /** The one that has waited longest, and how many wait; nothing when none does. */
    Optional<ErpWait> longest() {
        Field<OffsetDateTime> since = field(firstMissed());
        Field<Integer> all = count().over();
        return db.select(DELIVERY.KIND, DELIVERY.AGGREGATE_ID, DELIVERY.REASON, since, all)
                .from(DELIVERY)
                .where(triedWithoutSuccess())
                .orderBy(DELIVERY.SEQ)
                .limit(1)
                .fetchOptional(row -> new ErpWait(
                        "%s of %s to %s (%d such wait)".formatted(row.value1(), row.value2(), target, row.value5()),
                        Objects.requireNonNullElse(row.value3(), "no answer yet"),
                        "see whether the ERP answers and takes our login; deliveries then go on by themselves",
                        row.value4() == null ? null : row.value4().toInstant()));
    }

    /** Under way for the second time counts as well, else one that times out would be seen half of the time. */
    private Condition triedWithoutSuccess() {
        return DELIVERY.TARGET
                .eq(target)
                .and(DELIVERY.FINISHED.isFalse())
                .and(DELIVERY.STATE.ne(DeliveryState.PARKED.name()))
                .and(DELIVERY.STATE
                        .in(TRIED_AGAIN)
                        .or(DELIVERY.STATE.eq(DeliveryState.IN_FLIGHT.name()).and(DELIVERY.ATTEMPTS.gt(1))));
    }

    /** When it was first put off, not counting what was before a person had it sent again. */
    private static Select<Record1<OffsetDateTime>> firstMissed() {
        var parked = DELIVERY_TRANSITION.as("parked");
        return select(min(DELIVERY_TRANSITION.AT))
                .from(DELIVERY_TRANSITION)
                .where(DELIVERY_TRANSITION.TARGET.eq(DELIVERY.TARGET))
                .and(DELIVERY_TRANSITION.KEY.eq(DELIVERY.KEY))
                .and(DELIVERY_TRANSITION.TO_STATE.in(TRIED_AGAIN))
                .andNotExists(selectOne()
                        .from(parked)
                        .where(parked.TARGET.eq(DELIVERY.TARGET))
                        .and(parked.KEY.eq(DELIVERY.KEY))
                        .and(parked.TO_STATE.eq(DeliveryState.PARKED.name()))
                        .and(parked.ID.gt(DELIVERY_TRANSITION.ID)));
    }
}
