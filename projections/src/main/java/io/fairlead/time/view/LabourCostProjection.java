package io.fairlead.time.view;

import static io.fairlead.projection.db.Tables.COST_MOVEMENT;

import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.db.tables.records.CostMovementRecord;
import io.fairlead.time.event.TimeCosted;
import io.fairlead.time.event.TimeRecosted;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Cost of worked time, subcontractors and expenses as signed movements; reveals pay; read by the margin. */
public final class LabourCostProjection implements Projection {

    private final AppendOnlyTable<CostMovementRecord> movements = AppendOnlyTable.of(COST_MOVEMENT);

    @Override
    public String name() {
        return "labour-cost";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(movements);
    }

    @Override
    public List<Object> handlers() {
        return List.of(this, new ExpenseCosts(movements));
    }

    @EventHandler
    void on(TimeCosted event, EventMetadata facts) {
        var row = new CostMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg("cost");
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setTimeEntryId(event.getTimeEntryId());
        row.setPersonId(event.getPersonId());
        row.setResourceEntityId(event.getResourceEntityId());
        row.setCostRateId(event.getCostRateId());
        row.setKind(event.getEmployment().equals("SUBCONTRACTOR") ? "subcontract" : "time");
        row.setServiceDate(event.getServiceDate());
        row.setAccountingDate(event.getAccountingDate());
        row.setSeconds(event.getSeconds());
        row.setCostAmount(event.getAmount());
        row.setCurrency(event.getCurrency());
        row.setRuleVersion(event.getRuleVersion());
        row.setOwnAmount(event.getOwnAmount());
        row.setOwnCurrency(event.getOwnCurrency());
        row.setEntityAmount(event.getEntityAmount());
        row.setEntityCurrency(event.getEntityCurrency());
        if (event.getTransfer() != null) {
            row.setTransferAmount(event.getTransfer().getAmount());
        }
        movements.add(row);
    }

    @EventHandler
    void on(TimeRecosted event, EventMetadata facts) {
        var row = new CostMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg("recost");
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setTimeEntryId(event.getTimeEntryId());
        row.setPersonId(event.getPersonId());
        row.setResourceEntityId(event.getResourceEntityId());
        row.setCostRateId(event.getCostRateId());
        row.setKind("recosted");
        row.setServiceDate(event.getServiceDate());
        row.setAccountingDate(event.getAccountingDate());
        row.setSeconds(event.getSecondsDelta());
        row.setCostAmount(event.getAmountDelta());
        row.setCurrency(event.getCurrency());
        row.setRuleVersion(event.getRuleVersion());
        row.setTransferAmount(event.getTransferAmountDelta());
        movements.add(row);
    }
}
