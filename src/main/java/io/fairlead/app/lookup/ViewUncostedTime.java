package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.EXCEPTION_CASE;

import io.fairlead.time.TimeEntryId;
import io.fairlead.time.cost.UncostedTimeLookup;
import java.util.List;
import org.jooq.DSLContext;

/** Time that waits for a cost, by the work items that tell so. */
public final class ViewUncostedTime implements UncostedTimeLookup {

    private final DSLContext views;

    public ViewUncostedTime(DSLContext views) {
        this.views = views;
    }

    @Override
    public List<String> waitingFor(String code) {
        return views.select(EXCEPTION_CASE.SUBJECT_ID)
                .from(EXCEPTION_CASE)
                .where(EXCEPTION_CASE.CODE.eq(code))
                .and(EXCEPTION_CASE.STATUS.eq("open"))
                .and(EXCEPTION_CASE.SUBJECT_ID.startsWith(TimeEntryId.KIND + ":"))
                .orderBy(EXCEPTION_CASE.SUBJECT_ID)
                .fetch(EXCEPTION_CASE.SUBJECT_ID);
    }
}
