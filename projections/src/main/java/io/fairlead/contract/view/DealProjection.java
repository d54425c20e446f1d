package io.fairlead.contract.view;

import static io.fairlead.projection.db.Tables.DEAL;
import static io.fairlead.projection.db.Tables.DEAL_LINE;

import io.fairlead.contract.event.DealRejected;
import io.fairlead.contract.event.OpportunityWon;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.DealLineRecord;
import io.fairlead.projection.db.tables.records.DealRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Won deals in their latest revision; read by {@link DealQuery}. */
public final class DealProjection implements Projection {

    private final UpsertTable<DealRecord> deals = UpsertTable.of(DEAL, "deal");
    private final AppendOnlyTable<DealLineRecord> lines = AppendOnlyTable.of(DEAL_LINE);

    @Override
    public String name() {
        return "deal";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(deals, lines);
    }

    @EventHandler
    void on(OpportunityWon event, EventMetadata facts) {
        deals.put(facts, row -> fill(row, event), event.getDealId());
        int lineNo = 0;
        for (var line : event.getLines()) {
            lineNo++;
            lines.add(new DealLineRecord(
                    event.getDealId(),
                    event.getRevision(),
                    lineNo,
                    line.getDescription(),
                    line.getQuantity(),
                    line.getUnitPrice(),
                    line.getAmount(),
                    line.getServiceDate(),
                    facts.position()));
        }
    }

    @EventHandler
    void on(DealRejected event, EventMetadata facts) {
        deals.change(
                facts,
                row -> {
                    row.setStatus("rejected");
                    row.setReason(event.getReason());
                },
                event.getDealId());
    }

    private static void fill(DealRecord row, OpportunityWon event) {
        row.setRevision(event.getRevision());
        row.setSource(event.getSource());
        row.setSourceId(event.getSourceId());
        row.setName(event.getName());
        row.setAccountId(event.getAccountId());
        row.setAmount(event.getAmount());
        row.setCurrency(event.getCurrency());
        row.setCloseDate(event.getCloseDate());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setBillingMethod(event.getBillingMethod());
        row.setPoNumber(event.getPoNumber());
        row.setTaxCategory(event.getTaxCategory());
        row.setRateCardId(event.getRateCardId());
        row.setStatus("won");
        row.setReason(null);
    }
}
