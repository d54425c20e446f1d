package io.fairlead.resource.view;

import static io.fairlead.projection.db.Tables.TRANSFER_RATE;

import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.TransferRateRecord;
import io.fairlead.resource.event.TransferRateSet;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** What companies pay one another for people that they lend; read by costing. */
public final class TransferRateProjection implements Projection {

    private final UpsertTable<TransferRateRecord> rates = UpsertTable.of(TRANSFER_RATE, "transfer-rates");

    @Override
    public String name() {
        return "transfer-rate";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(rates);
    }

    @EventHandler
    void on(TransferRateSet event, EventMetadata facts) {
        rates.put(
                facts,
                row -> {
                    row.setEmployerId(event.getEmployerId());
                    row.setSellerId(event.getSellerId());
                    row.setRole(event.getRole());
                    row.setFromDate(event.getFrom());
                    row.setToDate(event.getTo());
                    row.setRate(event.getRate());
                    row.setCurrency(event.getCurrency());
                    row.setReason(event.getReason());
                },
                event.getTransferRatesId(),
                event.getTransferRateId());
    }
}
