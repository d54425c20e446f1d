package io.fairlead.time.view;

import io.fairlead.expense.event.ExpenseCosted;
import io.fairlead.expense.event.ExpenseRecosted;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.db.tables.records.CostMovementRecord;
import io.fairlead.source.Work;
import org.axonframework.eventhandling.EventHandler;

/** Cost of expenses and its changes, as signed movements. */
final class ExpenseCosts {

    private final AppendOnlyTable<CostMovementRecord> movements;

    ExpenseCosts(AppendOnlyTable<CostMovementRecord> movements) {
        this.movements = movements;
    }

    @EventHandler
    void on(ExpenseCosted event, EventMetadata facts) {
        var row = row("cost", facts, Work.of(event));
        row.setExpenseId(event.getExpenseId());
        row.setServiceDate(event.getServiceDate());
        row.setAccountingDate(event.getAccountingDate());
        row.setCostAmount(event.getAmount());
        row.setCurrency(event.getCurrency());
        row.setRuleVersion(event.getRuleVersion());
        movements.add(row);
    }

    @EventHandler
    void on(ExpenseRecosted event, EventMetadata facts) {
        var row = row("recost", facts, Work.of(event));
        row.setExpenseId(event.getExpenseId());
        row.setServiceDate(event.getServiceDate());
        row.setAccountingDate(event.getAccountingDate());
        row.setCostAmount(event.getAmountDelta());
        row.setCurrency(event.getCurrency());
        row.setRuleVersion(event.getRuleVersion());
        movements.add(row);
    }

    private static CostMovementRecord row(String leg, EventMetadata facts, Work work) {
        var row = new CostMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg(leg);
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setLegalEntityId(work.legalEntityId());
        row.setCustomerId(work.customerId());
        row.setContractId(work.contractId());
        row.setProjectId(work.projectId());
        row.setLineNo(work.lineNo());
        row.setPersonId(work.personId());
        row.setKind("expense");
        row.setSeconds(0);
        return row;
    }
}
