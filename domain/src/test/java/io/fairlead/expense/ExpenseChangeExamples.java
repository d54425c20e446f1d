package io.fairlead.expense;

import static io.fairlead.expense.ExpenseExamples.EXPENSE;
import static io.fairlead.expense.ExpenseExamples.approved;
import static io.fairlead.expense.ExpenseExamples.costed;
import static io.fairlead.expense.ExpenseExamples.priced;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;

import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.expense.event.ExpenseCorrected;
import io.fairlead.expense.event.ExpenseCreditPart;
import io.fairlead.expense.event.ExpenseCreditProposed;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpenseRecosted;
import io.fairlead.expense.event.ExpenseRefunded;
import io.fairlead.expense.event.ExpenseReopened;
import io.fairlead.expense.event.ExpenseRepriced;
import io.fairlead.expense.event.ExpenseWithdrawn;
import io.fairlead.expense.event.ExpenseWrittenOff;
import java.time.LocalDate;
import java.util.List;

/** The flight of {@link ExpenseExamples} after its approval: corrected to 476.00 with 76.00 of tax, refunded, withdrawn. */
final class ExpenseChangeExamples {

    static final LocalDate REFUND_DAY = WORK_DAY.plusDays(20);
    static final LocalDate CREDIT_DAY = WORK_DAY.plusDays(40);

    static CorrectExpense correct(LocalDate spentOn, ReceiptFigures receipt, String by) {
        return new CorrectExpense(EXPENSE, spentOn, receipt, null, "misread", by, EVENING, false);
    }

    static ExpenseCorrected corrected(LocalDate spentOn, String amount, String tax) {
        return ExpenseCorrected.newBuilder()
                .setExpenseId(EXPENSE.value())
                .setVersion(2)
                .setSpentOn(spentOn)
                .setAmount(wire(amount))
                .setTax(wire(tax))
                .setRecoverableTax(wire(tax))
                .setReason("misread")
                .setAuthor(LEAD)
                .build();
    }

    static ExpenseApproved again(LocalDate spentOn, String amount, String tax) {
        return ExpenseApproved.newBuilder(approved())
                .setVersion(2)
                .setSpentOn(spentOn)
                .setAmount(wire(amount))
                .setTax(wire(tax))
                .setRecoverableTax(wire(tax))
                .build();
    }

    static RefundExpense refund(String id, String amount, String tax) {
        return new RefundExpense(
                EXPENSE, id, REFUND_DAY, ExpenseExamples.receipt(amount, tax, tax), "one leg cancelled", LEAD, EVENING);
    }

    static ExpenseRefunded refunded(String id, String amount, String tax) {
        return ExpenseRefunded.newBuilder()
                .setExpenseId(EXPENSE.value())
                .setRefundId(id)
                .setRefundedOn(REFUND_DAY)
                .setAmount(wire(amount))
                .setTax(wire(tax))
                .setRecoverableTax(wire(tax))
                .setCurrency("EUR")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setReason("one leg cancelled")
                .setAuthor(LEAD)
                .setRecordedAt(EVENING)
                .build();
    }

    static ExpenseWithdrawn withdrawn() {
        return ExpenseWithdrawn.newBuilder()
                .setExpenseId(EXPENSE.value())
                .setVersion(1)
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setReason("entered twice")
                .setWithdrawnBy(LEAD)
                .setWithdrawnAt(EVENING)
                .build();
    }

    static ExpenseRecosted recosted(ExpenseCause because, int version, String amount, String delta) {
        var before = costed();
        return ExpenseRecosted.newBuilder()
                .setExpenseId(EXPENSE.value())
                .setVersion(version)
                .setPersonId(before.getPersonId())
                .setProjectId(before.getProjectId())
                .setContractId(before.getContractId())
                .setCustomerId(before.getCustomerId())
                .setLegalEntityId(before.getLegalEntityId())
                .setLineNo(before.getLineNo())
                .setCategory(before.getCategory())
                .setBecause(because.name())
                .setReceiptCost(wire(amount))
                .setReceiptCurrency("EUR")
                .setAmount(wire(amount))
                .setAmountDelta(wire(delta))
                .setCurrency("EUR")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(because == ExpenseCause.REFUNDED ? REFUND_DAY : WORK_DAY)
                .setRuleVersion(1)
                .build();
    }

    /** At the mark-up of 10 %. */
    static ExpenseRepriced repriced(
            ExpenseCause because, int version, String cost, String amount, String delta, String overcharged) {
        var before = priced();
        return ExpenseRepriced.newBuilder()
                .setExpenseId(EXPENSE.value())
                .setVersion(version)
                .setPersonId(before.getPersonId())
                .setProjectId(before.getProjectId())
                .setContractId(before.getContractId())
                .setCustomerId(before.getCustomerId())
                .setLegalEntityId(before.getLegalEntityId())
                .setLineNo(before.getLineNo())
                .setCategory(before.getCategory())
                .setBecause(because.name())
                .setCost(wire(cost))
                .setMarkUp(before.getMarkUp())
                .setAmount(wire(amount))
                .setAmountDelta(wire(delta))
                .setOvercharged(wire(overcharged))
                .setCurrency("EUR")
                .setDisbursement(false)
                .setServiceDate(WORK_DAY)
                .setAccountingDate(because == ExpenseCause.REFUNDED ? REFUND_DAY : WORK_DAY)
                .setRuleVersion(1)
                .setReason(reason(because))
                .setAuthor(LEAD)
                .build();
    }

    private static String reason(ExpenseCause because) {
        return switch (because) {
            case CORRECTED -> "misread";
            case REFUNDED -> "one leg cancelled";
            case WITHDRAWN -> "entered twice";
            case MOVED -> "another project";
        };
    }

    /** Nothing at 0. */
    static ExpenseCreditProposed proposed(ExpenseCause because, int version, String amount) {
        var nothing = wire(amount).signum() == 0;
        return ExpenseCreditProposed.newBuilder()
                .setExpenseId(EXPENSE.value())
                .setVersion(version)
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setParts(
                        nothing
                                ? List.of()
                                : List.of(ExpenseCreditPart.newBuilder()
                                        .setInvoiceId("invoice:inv-1")
                                        .setPortionNo(1)
                                        .setAmount(wire(amount))
                                        .build()))
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setServiceDate(WORK_DAY)
                .setReason(reason(because))
                .setAuthor(LEAD)
                .build();
    }

    static CreditExpense credit(String note, String amount, io.fairlead.shared.Disposition disposition) {
        return new CreditExpense(EXPENSE, note, 1, wire(amount), disposition, CREDIT_DAY);
    }

    static ExpenseLowered lowered(String note, String amount) {
        return ExpenseLowered.newBuilder()
                .setExpenseId(EXPENSE.value())
                .setCreditNoteId(note)
                .setInvoiceId("invoice:inv-1")
                .setPortionNo(1)
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setProjectId("project:P-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setServiceDate(WORK_DAY)
                .setAccountingDate(CREDIT_DAY)
                .build();
    }

    static ExpenseReopened reopened(String note, String amount) {
        return ExpenseReopened.newBuilder()
                .setExpenseId(EXPENSE.value())
                .setCreditNoteId(note)
                .setInvoiceId("invoice:inv-1")
                .setPortionNo(1)
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setServiceDate(WORK_DAY)
                .setAccountingDate(CREDIT_DAY)
                .build();
    }

    static ExpenseWrittenOff writtenOff(String amount) {
        return ExpenseWrittenOff.newBuilder()
                .setExpenseId(EXPENSE.value())
                .setPortionNo(0)
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setProjectId("project:P-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setServiceDate(WORK_DAY)
                .setAccountingDate(CREDIT_DAY)
                .setReason("goodwill")
                .build();
    }

    private ExpenseChangeExamples() {}
}
