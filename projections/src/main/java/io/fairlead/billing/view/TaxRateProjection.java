package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.TAX_RATE;

import io.fairlead.billing.event.TaxRateSet;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.TaxRateRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Dated tax rates; read by {@link TaxRateRows}. */
public final class TaxRateProjection implements Projection {

    private final UpsertTable<TaxRateRecord> rates = UpsertTable.of(TAX_RATE, "tax-rates");

    @Override
    public String name() {
        return "tax-rate";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(rates);
    }

    @EventHandler
    void on(TaxRateSet event, EventMetadata facts) {
        rates.put(
                facts,
                row -> {
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setCategory(event.getCategory());
                    row.setRegion(event.getRegion());
                    row.setToDate(event.getTo());
                    row.setRate(event.getRate());
                    row.setSource(event.getSource());
                },
                event.getTaxRatesId(),
                event.getCode() == null ? event.getCategory() : event.getCode(),
                event.getFrom());
    }
}
