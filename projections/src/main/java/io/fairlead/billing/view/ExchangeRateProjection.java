package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.EXCHANGE_RATE;

import io.fairlead.billing.event.ExchangeRateSet;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.ExchangeRateRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Dated exchange rates; read by {@link ExchangeRateQuery}. */
public final class ExchangeRateProjection implements Projection {

    private final UpsertTable<ExchangeRateRecord> rates = UpsertTable.of(EXCHANGE_RATE, "reference-rates");

    @Override
    public String name() {
        return "exchange-rate";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(rates);
    }

    @EventHandler
    void on(ExchangeRateSet event, EventMetadata facts) {
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
