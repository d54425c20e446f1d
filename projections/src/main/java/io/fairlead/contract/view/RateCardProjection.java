package io.fairlead.contract.view;

import static io.fairlead.projection.db.Tables.RATE;

import io.fairlead.contract.event.RateEnded;
import io.fairlead.contract.event.RateSet;
import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Fold;
import io.fairlead.projection.States;
import io.fairlead.projection.db.tables.records.RateRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Rows of all rate cards; read by pricing. */
public final class RateCardProjection implements Fold {

    private final States<RateRecord> rates = States.of(RATE, "rate-card");

    @Override
    public String name() {
        return "rate-card";
    }

    @Override
    public List<Collector<?>> tables() {
        return List.of(rates);
    }

    @EventHandler
    void on(RateSet event, Facts facts) {
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
    void on(RateEnded event, Facts facts) {
        rates.change(facts, row -> row.setToDate(event.getTo()), event.getRateCardId(), event.getRateId());
    }
}
