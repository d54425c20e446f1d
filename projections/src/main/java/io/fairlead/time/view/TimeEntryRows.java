package io.fairlead.time.view;

import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static io.fairlead.projection.db.Tables.TIME_ENTRY_STATUS;

import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.TimeEntryRecord;
import io.fairlead.projection.db.tables.records.TimeEntryStatusRecord;
import java.util.List;
import java.util.function.Consumer;

/** Entries as they stand, and their status in a narrow table that lists go by; written by {@link TimeEntryProjection}. */
final class TimeEntryRows {

    private final UpsertTable<TimeEntryRecord> entries = UpsertTable.of(TIME_ENTRY, "time-entry");
    private final UpsertTable<TimeEntryStatusRecord> statuses = UpsertTable.of(TIME_ENTRY_STATUS, "time-entry");

    List<TableBuffer<?>> tables() {
        return List.of(entries, statuses);
    }

    /** Makes the row. */
    void put(EventMetadata facts, String timeEntryId, Consumer<TimeEntryRecord> change) {
        entries.put(facts, timeEntryId, change);
        follow(facts, timeEntryId);
    }

    /** Changes the row, which is there. */
    void change(EventMetadata facts, String timeEntryId, Consumer<TimeEntryRecord> change) {
        entries.change(facts, timeEntryId, change);
        follow(facts, timeEntryId);
    }

    private void follow(EventMetadata facts, String timeEntryId) {
        var status = entries.get(timeEntryId).getStatus();
        var known = statuses.find(timeEntryId);
        if (known == null || !known.getStatus().equals(status)) {
            statuses.put(facts, timeEntryId, row -> row.setStatus(status));
        }
    }
}
