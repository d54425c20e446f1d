package io.fairlead.expense;

import io.fairlead.expense.event.ExpenseMoved;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.expense.event.ExpenseSubmitted;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/** How the events of an expense that moves are filled, here and there. */
final class ExpenseMoveEvents {

    /** @param left of the receipt, less refunds */
    static ExpenseMoved moved(ExpenseState expense, ReceiptFigures left, MoveExpense command) {
        var entry = expense.entry();
        var target = command.target();
        var approved = expense.approved();
        return ExpenseMoved.newBuilder()
                .setExpenseId(entry.getExpenseId())
                .setVersion(expense.version())
                .setPersonId(entry.getPersonId())
                .setProjectId(entry.getProjectId())
                .setContractId(entry.getContractId())
                .setCustomerId(entry.getCustomerId())
                .setLegalEntityId(entry.getLegalEntityId())
                .setLineNo(entry.getLineNo())
                .setMovedTo(command.movedTo().value())
                .setToProjectId(target.projectId().value())
                .setToContractId(target.contractId().value())
                .setToCustomerId(target.customerId().value())
                .setToLegalEntityId(target.legalEntityId().value())
                .setToLineNo(target.lineNo())
                .setCategory(entry.getCategory())
                .setSpentOn(entry.getSpentOn())
                .setAmount(left.amount())
                .setTax(left.tax())
                .setRecoverableTax(left.recoverableTax())
                .setCurrency(left.currency())
                .setAuthor(expense.author())
                .setSubmittedAt(approved == null ? expense.submittedAt() : approved.getSubmittedAt())
                .setApproved(approved != null)
                .setReason(command.reason())
                .setMovedBy(command.movedBy())
                .setMovedAt(command.at())
                .build();
    }

    /** The expense there, recorded and as far offered and approved as it was. */
    static List<SpecificRecord> taken(TakeMovedExpense command) {
        var move = command.move();
        var entry = ExpenseRecorded.newBuilder(command.before())
                .setExpenseId(move.getMovedTo())
                .setProjectId(move.getToProjectId())
                .setContractId(move.getToContractId())
                .setCustomerId(move.getToCustomerId())
                .setLegalEntityId(move.getToLegalEntityId())
                .setLineNo(move.getToLineNo())
                .setCategory(move.getCategory())
                .setSpentOn(move.getSpentOn())
                .setAmount(move.getAmount())
                .setTax(move.getTax())
                .setRecoverableTax(move.getRecoverableTax())
                .setAuthor(move.getAuthor())
                .setMovedFrom(move.getExpenseId())
                .build();
        var events = new ArrayList<SpecificRecord>();
        events.add(entry);
        if (move.getSubmittedAt() != null) {
            events.add(ExpenseSubmitted.newBuilder()
                    .setExpenseId(entry.getExpenseId())
                    .setVersion(1)
                    .setSubmittedBy(move.getAuthor())
                    .setSubmittedAt(move.getSubmittedAt())
                    .build());
        }
        if (move.getApproved()) {
            var approval = new ApproveExpense(command.expenseId(), move.getMovedBy(), move.getMovedAt());
            events.add(ExpenseEvents.approved(entry, 1, Objects.requireNonNull(move.getSubmittedAt()), approval));
        }
        return events;
    }

    private ExpenseMoveEvents() {}
}
