package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.EXCHANGE_RATE;

import io.fairlead.billing.event.ExchangeRateSet;
import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Fold;
import io.fairlead.projection.States;
import io.fairlead.projection.db.tables.records.ExchangeRateRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Dated exchange rates; read by {@link ExchangeRateQuery}. */
public final class ExchangeRateProjection implements Fold {

    private final States<ExchangeRateRecord> rates = States.of(EXCHANGE_RATE, "reference-rates");

    @Override
    public String name() {
        return "exchange-rate";
    }

    @Override
    public List<Collector<?>> tables() {
        return List.of(rates);
    }

    @EventHandler
    void on(ExchangeRateSet event, Facts facts) {
        rates.put(
                facts,
                row -> {
                    row.setBase(event.getBase());
                    row.setQuote(event.getQuote());
                    row.setRate(event.getRate());
                    row.setToDate(event.getTo());
                    row.setSource(event.getSource());
                },
                event.getReferenceRatesId(),
                event.getFrom());
    }
}
