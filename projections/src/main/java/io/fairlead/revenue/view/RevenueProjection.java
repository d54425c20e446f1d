package io.fairlead.revenue.view;

import static io.fairlead.projection.db.Tables.REVENUE_MOVEMENT;

import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Fold;
import io.fairlead.projection.Rows;
import io.fairlead.projection.db.tables.records.RevenueMovementRecord;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeWrittenOff;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Revenue as incurred, as signed movements: priced time and accepted milestones; read by backlog and margin. */
public final class RevenueProjection implements Fold {

    private static final int RULE_VERSION = 1;

    private final Rows<RevenueMovementRecord> movements = Rows.of(REVENUE_MOVEMENT);

    @Override
    public String name() {
        return "revenue";
    }

    @Override
    public List<Collector<?>> tables() {
        return List.of(movements);
    }

    @EventHandler
    void on(TimePriced event, Facts facts) {
        var row = movement(facts, "time", event.getTimeEntryId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        row.setServiceDate(event.getServiceDate());
        row.setAccountingDate(event.getAccountingDate());
        row.setSeconds(event.getBilledSeconds());
        row.setRevenueAmount(event.getAmount());
        row.setCurrency(event.getCurrency());
        row.setRuleVersion(event.getRuleVersion());
        movements.add(row);
    }

    @EventHandler
    void on(TimeRepriced event, Facts facts) {
        var row = movement(facts, "repriced", event.getTimeEntryId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        row.setServiceDate(event.getServiceDate());
        row.setAccountingDate(event.getAccountingDate());
        row.setSeconds(0);
        row.setRevenueAmount(event.getAmountDelta());
        row.setCurrency(event.getCurrency());
        row.setRuleVersion(event.getRuleVersion());
        movements.add(row);
    }

    @EventHandler
    void on(TimeWrittenOff event, Facts facts) {
        var row = movement(facts, "written off", event.getTimeEntryId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        row.setServiceDate(event.getServiceDate());
        row.setAccountingDate(event.getAccountingDate());
        row.setSeconds(-event.getSeconds());
        row.setRevenueAmount(event.getAmount().negate());
        row.setCurrency(event.getCurrency());
        row.setRuleVersion(RULE_VERSION);
        movements.add(row);
    }

    @EventHandler
    void on(TimeCorrectedAfterBilling event, Facts facts) {
        var row = movement(facts, "corrected", event.getTimeEntryId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        row.setServiceDate(event.getServiceDate());
        row.setAccountingDate(event.getAccountingDate());
        row.setSeconds(-event.getSeconds());
        row.setRevenueAmount(event.getAmount().negate());
        row.setCurrency(event.getCurrency());
        row.setRuleVersion(RULE_VERSION);
        movements.add(row);
    }

    @EventHandler
    void on(TimeCorrectedAfterApproval event, Facts facts) {
        if (event.getBilledSecondsDelta() == null || event.getAmountDelta() == null) {
            return; // It has no price yet.
        }
        var row = movement(facts, "corrected", event.getTimeEntryId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        row.setServiceDate(event.getServiceDate());
        row.setAccountingDate(event.getAccountingDate());
        row.setSeconds(event.getBilledSecondsDelta());
        row.setRevenueAmount(event.getAmountDelta());
        row.setCurrency(event.getCurrency());
        row.setRuleVersion(RULE_VERSION);
        movements.add(row);
    }

    @EventHandler
    void on(TimeApprovalWithdrawn event, Facts facts) {
        if (event.getBilledSeconds() == null || event.getAmount() == null) {
            return; // It had no price yet.
        }
        var row = movement(facts, "withdrawn", event.getTimeEntryId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        row.setServiceDate(event.getServiceDate());
        row.setAccountingDate(event.getAccountingDate());
        row.setSeconds(-event.getBilledSeconds());
        row.setRevenueAmount(event.getAmount().negate());
        row.setCurrency(event.getCurrency());
        row.setRuleVersion(RULE_VERSION);
        movements.add(row);
    }

    @EventHandler
    void on(BillingItemReady event, Facts facts) {
        var row = movement(facts, "milestone", event.getBillingItemId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        row.setServiceDate(event.getServiceDate());
        row.setAccountingDate(event.getAccountingDate());
        row.setSeconds(0);
        row.setRevenueAmount(event.getAmount());
        row.setCurrency(event.getCurrency());
        row.setRuleVersion(event.getRuleVersion());
        movements.add(row);
    }

    private static RevenueMovementRecord movement(Facts facts, String kind, String sourceId) {
        var row = new RevenueMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg(kind);
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setSourceId(sourceId);
        row.setKind(kind);
        return row;
    }
}
