package io.fairlead.exception.view;

import static io.fairlead.projection.db.Tables.EXCEPTION_CASE;

import io.fairlead.exception.event.ExceptionAssigned;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.exception.event.ExceptionRestated;
import io.fairlead.exception.event.ExceptionWaived;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.ExceptionCaseRecord;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** What stopped and waits for a person; read by {@link ExceptionQuery}. */
public final class ExceptionProjection implements Projection {

    private final UpsertTable<ExceptionCaseRecord> cases = UpsertTable.of(EXCEPTION_CASE, "exception");

    @Override
    public String name() {
        return "exception";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(cases);
    }

    @EventHandler
    void on(ExceptionRaised event, EventMetadata facts) {
        cases.put(
                facts,
                row -> {
                    row.setOccurrence(event.getOccurrence());
                    row.setCode(event.getCode());
                    row.setSubjectId(event.getSubjectId());
                    row.setSentence(event.getSentence());
                    row.setOwnerRole(event.getOwnerRole());
                    row.setAmount(event.getAmount());
                    row.setCurrency(event.getCurrency());
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setRaisedAt(event.getRaisedAt().atOffset(ZoneOffset.UTC));
                    row.setDueAt(event.getDueAt().atOffset(ZoneOffset.UTC));
                    row.setAssignee(null);
                    row.setStatus("open");
                    row.setClosedAt(null);
                    row.setClosedBy(null);
                    row.setResolution(null);
                    row.setMinutesSpent(row.getMinutesSpent() == null ? 0 : row.getMinutesSpent());
                },
                event.getExceptionId());
    }

    @EventHandler
    void on(ExceptionRestated event, EventMetadata facts) {
        cases.change(
                facts,
                row -> {
                    row.setSentence(event.getSentence());
                    row.setAmount(event.getAmount());
                    row.setCurrency(event.getCurrency());
                },
                event.getExceptionId());
    }

    @EventHandler
    void on(ExceptionAssigned event, EventMetadata facts) {
        cases.change(
                facts,
                row -> {
                    row.setAssignee(event.getAssignee());
                    row.setStatus("assigned");
                },
                event.getExceptionId());
    }

    @EventHandler
    void on(ExceptionResolved event, EventMetadata facts) {
        cases.change(
                facts,
                row -> {
                    row.setStatus("resolved");
                    row.setClosedAt(event.getResolvedAt().atOffset(ZoneOffset.UTC));
                    row.setClosedBy(event.getResolvedBy());
                    row.setResolution(event.getResolution());
                    row.setMinutesSpent(row.getMinutesSpent() + event.getMinutesSpent());
                },
                event.getExceptionId());
    }

    @EventHandler
    void on(ExceptionWaived event, EventMetadata facts) {
        cases.change(
                facts,
                row -> {
                    row.setStatus("waived");
                    row.setClosedAt(event.getWaivedAt().atOffset(ZoneOffset.UTC));
                    row.setClosedBy(event.getWaivedBy());
                    row.setResolution(event.getReason());
                },
                event.getExceptionId());
    }
}
