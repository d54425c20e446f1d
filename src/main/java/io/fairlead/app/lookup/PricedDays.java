package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import io.fairlead.contract.PricingFacts.DaySoFar;
import io.fairlead.time.event.TimeApproved;
import org.jooq.DSLContext;

/** What a person's day on a contract line holds besides one entry, for contracts that round time by day (R2). */
final class PricedDays {

    private final DSLContext views;
    private final Runnable awaitViewsAtHead;

    /**
     * @param awaitViewsAtHead returns when the views have seen everything stored by now: prices given before among it
     */
    PricedDays(DSLContext views, Runnable awaitViewsAtHead) {
        this.views = views;
        this.awaitViewsAtHead = awaitViewsAtHead;
    }

    DaySoFar of(TimeApproved event) {
        awaitViewsAtHead.run();
        var t = TIME_ENTRY;
        var others = views.select(coalesce(sum(t.SECONDS), val(0)), coalesce(sum(t.BILLED_SECONDS), val(0)))
                .from(t)
                .where(t.PERSON_ID.eq(event.getPersonId()))
                .and(t.WORK_DATE.eq(event.getWorkDate()))
                .and(t.CONTRACT_ID.eq(event.getContractId()))
                .and(t.LINE_NO.eq(event.getLineNo()))
                .and(t.TIME_ENTRY_ID.ne(event.getTimeEntryId()))
                .and(t.BILLED_SECONDS.isNotNull())
                .fetchSingle();
        return new DaySoFar(others.value1().intValueExact(), others.value2().intValueExact());
    }
}
