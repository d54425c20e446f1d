package io.fairlead.revenue.view;

import static io.fairlead.projection.db.Tables.REVENUE_MOVEMENT;

import io.fairlead.billing.event.BillingItemCorrected;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.billing.event.RetainerExpired;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.project.event.ProgressReported;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.axonframework.eventhandling.EventHandler;

/**
 * Revenue as incurred, as signed movements: priced time and expenses, billing items, reported progress, expired retainers, less
 * what was written off or corrected; read by backlog and margin.
 */
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
        var row = movement(facts, "written_off", event.getTimeEntryId());
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
        if (event.getKind().equals("RETAINER") || event.getKind().equals("PROGRESS")) {
            return; // A retainer is earned as it is drawn, progress as it is reported.
        }
        var row = movement(facts, event.getKind().toLowerCase(Locale.ROOT), event.getBillingItemId());
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

    @EventHandler
    void on(ProgressReported event, Facts facts) {
        if (event.getValueChange().signum() == 0) {
            return;
        }
        var row = movement(facts, "progress", event.getProjectId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        add(row, event.getReportedOn(), event.getReportedOn(), event.getValueChange(), event.getCurrency());
    }

    @EventHandler
    void on(ExpensePriced event, Facts facts) {
        var row = movement(facts, "expense", event.getExpenseId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        add(row, event.getServiceDate(), event.getAccountingDate(), event.getAmount(), event.getCurrency());
    }

    @EventHandler
    void on(RetainerExpired event, Facts facts) {
        var row = movement(facts, "retainer_expired", event.getRetainerId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        add(row, event.getExpiredOn(), event.getExpiredOn(), event.getAmount(), event.getCurrency());
    }

    @EventHandler
    void on(BillingItemWrittenOff event, Facts facts) {
        if (event.getKind().equals("RETAINER")) {
            return; // It was never revenue.
        }
        var row = movement(facts, "written_off", event.getBillingItemId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        add(
                row,
                event.getServiceDate(),
                event.getAccountingDate(),
                event.getAmount().negate(),
                event.getCurrency());
    }

    @EventHandler
    void on(BillingItemCorrected event, Facts facts) {
        if (event.getKind().equals("RETAINER")) {
            return; // It was never revenue.
        }
        var row = movement(facts, "corrected", event.getBillingItemId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        add(
                row,
                event.getServiceDate(),
                event.getAccountingDate(),
                event.getAmount().negate(),
                event.getCurrency());
    }

    @EventHandler
    void on(ExpenseWrittenOff event, Facts facts) {
        var row = movement(facts, "written_off", event.getExpenseId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        add(
                row,
                event.getServiceDate(),
                event.getAccountingDate(),
                event.getAmount().negate(),
                event.getCurrency());
    }

    @EventHandler
    void on(ExpenseLowered event, Facts facts) {
        var row = movement(facts, "corrected", event.getExpenseId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        add(
                row,
                event.getServiceDate(),
                event.getAccountingDate(),
                event.getAmount().negate(),
                event.getCurrency());
    }

    private void add(
            RevenueMovementRecord row, LocalDate service, LocalDate accounting, BigDecimal amount, String currency) {
        row.setServiceDate(service);
        row.setAccountingDate(accounting);
        row.setSeconds(0);
        row.setRevenueAmount(amount);
        row.setCurrency(currency);
        row.setRuleVersion(RULE_VERSION);
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
