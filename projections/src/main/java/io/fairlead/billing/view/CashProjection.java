package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.CASH_MOVEMENT;

import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.db.tables.records.CashMovementRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Money applied to invoices as signed movements; read by {@code bi.fact_cash_movement}. */
public final class CashProjection implements Projection {

    private static final int RULE_VERSION = 1;

    private final AppendOnlyTable<CashMovementRecord> movements = AppendOnlyTable.of(CASH_MOVEMENT);

    @Override
    public String name() {
        return "cash";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(movements);
    }

    @EventHandler
    void on(PaymentApplied event, EventMetadata facts) {
        var row = new CashMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg("applied");
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setInvoiceId(event.getInvoiceId());
        row.setReceiptId(event.getReceiptId());
        row.setKind("applied");
        row.setServiceDate(event.getValueDate());
        row.setAccountingDate(event.getValueDate());
        row.setCashAmount(event.getAmount());
        row.setCurrency(event.getCurrency());
        row.setRuleVersion(RULE_VERSION);
        var settlement = event.getSettlement();
        if (settlement != null) {
            row.setEntityCurrency(settlement.getCurrency());
            row.setEntitySettledAmount(settlement.getSettled());
            row.setEntityBookedAmount(settlement.getBooked());
            row.setRealisedAmount(settlement.getRealised());
        }
        movements.add(row);
    }
}
