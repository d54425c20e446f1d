package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.LEGAL_ENTITY;
import static io.fairlead.projection.db.Tables.TIME_ENTRY;

import io.fairlead.party.WorkPolicies;
import io.fairlead.time.overlap.OverlapFacts;
import io.fairlead.time.overlap.Span;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;

/** Work of people around a day, from the view of time entries. */
public final class ViewOverlaps implements OverlapFacts {

    private static final String REJECTED = "rejected";

    private final DSLContext views;

    public ViewOverlaps(DSLContext views) {
        this.views = views;
    }

    @Override
    public List<Span> around(String personId, LocalDate day) {
        var t = TIME_ENTRY;
        return views.select(
                        t.TIME_ENTRY_ID,
                        t.LEGAL_ENTITY_ID,
                        t.START_AT,
                        t.WORK_DATE,
                        t.SECONDS,
                        t.STATUS,
                        t.MOVED_TO,
                        t.OVERLAPPED)
                .from(t)
                .where(t.PERSON_ID.eq(personId))
                .and(t.WORK_DATE.between(day.minusDays(1), day.plusDays(1)))
                .orderBy(t.TIME_ENTRY_ID)
                .fetch(row -> new Span(
                        row.get(t.TIME_ENTRY_ID),
                        row.get(t.LEGAL_ENTITY_ID),
                        row.get(t.START_AT) == null ? null : row.get(t.START_AT).toInstant(),
                        row.get(t.WORK_DATE),
                        row.get(t.MOVED_TO) == null && !row.get(t.STATUS).equals(REJECTED) ? row.get(t.SECONDS) : 0,
                        row.get(t.OVERLAPPED) != null));
    }

    @Override
    public WorkPolicies policies(String legalEntityId) {
        return views.selectFrom(LEGAL_ENTITY)
                .where(LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(legalEntityId))
                .fetchOptional(row -> WorkPolicies.of(row.getOverlapPolicy(), row.getOwnWorkPolicy()))
                .orElse(WorkPolicies.DEFAULT);
    }
}
