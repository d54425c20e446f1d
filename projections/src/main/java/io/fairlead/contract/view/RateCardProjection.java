package io.fairlead.contract.view;

import static io.fairlead.projection.db.Tables.RATE;

import io.fairlead.contract.event.RateEnded;
import io.fairlead.contract.event.RateSet;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.RateRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Rows of all rate cards; read by pricing. */
public final class RateCardProjection implements Projection {

    private final UpsertTable<RateRecord> rates = UpsertTable.of(RATE, "rate-card");

    @Override
    public String name() {
        return "rate-card";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(rates);
    }

    @EventHandler
    void on(RateSet event, EventMetadata facts) {
        rates.put(
                facts,
                row -> {
                    row.setOwnerId(event.getOwner());
                    row.setLineNo(event.getLineNo());
                    row.setPersonId(event.getPersonId());
                    row.setRole(event.getRole());
                    row.setWorkType(event.getWorkType());
                    row.setRate(event.getRate());
                    row.setCurrency(event.getCurrency());
                    row.setUnit(event.getUnit());
                    row.setFromDate(event.getFrom());
                    row.setToDate(event.getTo());
                    row.setRecordedPosition(facts.position());
                },
                event.getRateCardId(),
                event.getRateId());
    }

    @EventHandler
    void on(RateEnded event, EventMetadata facts) {
        rates.change(facts, row -> row.setToDate(event.getTo()), event.getRateCardId(), event.getRateId());
    }
}
