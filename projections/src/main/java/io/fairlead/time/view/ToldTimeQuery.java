package io.fairlead.time.view;

import static io.fairlead.projection.db.Tables.TIME_ENTRY;

import io.fairlead.view.ColumnsOf;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What a source told of people's time before; read by imports to know its rows again. */
public final class ToldTimeQuery {

    private static final Field<?>[] TOLD_COLUMNS = ColumnsOf.row(TIME_ENTRY, Told.class);

    private final DSLContext db;

    public ToldTimeQuery(DSLContext db) {
        this.db = db;
    }

    /** One time entry, and what its source said of it last; fields as the table's columns. */
    public record Told(
            String timeEntryId,
            String sourceId,
            String personId,
            String projectId,
            @Nullable String taskId,
            @Nullable OffsetDateTime startAt,
            LocalDate toldOn,
            int toldSeconds,
            int seconds,
            @Nullable Integer proposedSeconds,
            String timeClass,
            @Nullable String note,
            String status,
            @Nullable String movedFrom,
            long position) {

        /** What is worked, or what a proposed credit would leave of it. */
        public int standing() {
            return proposedSeconds == null ? seconds : proposedSeconds;
        }
    }

    /**
     * What the source told of the people on the days, both included, by id; of what moved the entry that it is now. What was
     * rejected is known by its row as well, since that may be another person's by now.
     *
     * @param rows what source ids of rows begin with, up to a #
     */
    public List<Told> of(String source, Set<String> people, Set<String> rows, LocalDate from, LocalDate to) {
        return db.select(TOLD_COLUMNS)
                .from(TIME_ENTRY)
                .where(TIME_ENTRY
                        .PERSON_ID
                        .in(people)
                        .or(TIME_ENTRY
                                .STATUS
                                .eq("rejected")
                                .and(DSL.splitPart(TIME_ENTRY.SOURCE_ID, "#", 1)
                                        .eq(DSL.any(rows.toArray(String[]::new))))))
                .and(TIME_ENTRY.TOLD_ON.between(from, to))
                .and(TIME_ENTRY.SOURCE.eq(source))
                .and(TIME_ENTRY.MOVED_TO.isNull())
                .orderBy(TIME_ENTRY.TIME_ENTRY_ID)
                .fetchInto(Told.class);
    }
}
