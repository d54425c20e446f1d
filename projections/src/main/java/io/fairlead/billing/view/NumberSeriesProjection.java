package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.ASSIGNED_NUMBER;
import static io.fairlead.projection.db.Tables.NUMBER_SERIES;

import io.fairlead.billing.event.NumberAssigned;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.AssignedNumberRecord;
import io.fairlead.projection.db.tables.records.NumberSeriesRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Number series and which document has which number; read by auditors. */
public final class NumberSeriesProjection implements Projection {

    private final UpsertTable<NumberSeriesRecord> series = UpsertTable.of(NUMBER_SERIES, "number-series");
    private final AppendOnlyTable<AssignedNumberRecord> numbers = AppendOnlyTable.of(ASSIGNED_NUMBER);

    @Override
    public String name() {
        return "number-series";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(series, numbers);
    }

    @EventHandler
    void on(NumberAssigned event, EventMetadata facts) {
        series.put(
                facts,
                row -> {
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setSeries(event.getSeries());
                    row.setYear(event.getYear());
                    row.setLastNumber(event.getNumber());
                    row.setLastIssueDate(event.getIssueDate());
                },
                event.getNumberSeriesId());
        numbers.add(new AssignedNumberRecord(
                event.getNumberSeriesId(),
                event.getNumber(),
                event.getText(),
                event.getDocumentId(),
                event.getIssueDate(),
                facts.position()));
    }
}
