package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.ASSIGNED_NUMBER;
import static io.fairlead.projection.db.Tables.NUMBER_SERIES;

import io.fairlead.billing.event.NumberAssigned;
import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Fold;
import io.fairlead.projection.Rows;
import io.fairlead.projection.States;
import io.fairlead.projection.db.tables.records.AssignedNumberRecord;
import io.fairlead.projection.db.tables.records.NumberSeriesRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Number series and which document has which number; read by auditors. */
public final class NumberSeriesProjection implements Fold {

    private final States<NumberSeriesRecord> series = States.of(NUMBER_SERIES, "number-series");
    private final Rows<AssignedNumberRecord> numbers = Rows.of(ASSIGNED_NUMBER);

    @Override
    public String name() {
        return "number-series";
    }

    @Override
    public List<Collector<?>> tables() {
        return List.of(series, numbers);
    }

    @EventHandler
    void on(NumberAssigned event, Facts facts) {
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
