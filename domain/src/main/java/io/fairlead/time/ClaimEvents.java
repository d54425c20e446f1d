package io.fairlead.time;

import io.fairlead.shared.Portion;
import io.fairlead.shared.Portions.Part;
import io.fairlead.shared.Portions.Placed;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeTakenOffDraft;
import io.fairlead.time.event.TimeWrittenOff;
import org.apache.avro.specific.SpecificRecord;

/** How the events of a portion on drafts, invoices and credit notes are filled. */
final class ClaimEvents {

    static TimePutOnDraft putOnDraft(TimePriced priced, String invoiceId, Portion portion) {
        return TimePutOnDraft.newBuilder()
                .setTimeEntryId(priced.getTimeEntryId())
                .setInvoiceId(invoiceId)
                .setPortionNo(portion.portionNo())
                .setSeconds(portion.seconds())
                .setAmount(portion.amount())
                .setCurrency(priced.getCurrency())
                .setContractId(priced.getContractId())
                .setServiceDate(priced.getServiceDate())
                .build();
    }

    static TimeTakenOffDraft takenOffDraft(TimePriced priced, Placed placed, String reason) {
        return TimeTakenOffDraft.newBuilder()
                .setTimeEntryId(priced.getTimeEntryId())
                .setInvoiceId(placed.invoiceId())
                .setPortionNo(placed.no())
                .setSeconds(placed.part().seconds())
                .setAmount(placed.part().amount())
                .setCurrency(priced.getCurrency())
                .setContractId(priced.getContractId())
                .setServiceDate(priced.getServiceDate())
                .setReason(reason)
                .build();
    }

    static TimeBilled billed(TimePriced priced, Placed placed, BillTime command) {
        return TimeBilled.newBuilder()
                .setTimeEntryId(priced.getTimeEntryId())
                .setInvoiceId(placed.invoiceId())
                .setInvoiceNumber(command.invoiceNumber())
                .setInvoiceLineNo(command.invoiceLineNo())
                .setPortionNo(placed.no())
                .setSeconds(placed.part().seconds())
                .setAmount(placed.part().amount())
                .setCurrency(priced.getCurrency())
                .setContractId(priced.getContractId())
                .setServiceDate(priced.getServiceDate())
                .setAccountingDate(command.issueDate())
                .build();
    }

    /** @param workedSeconds approved before the credit */
    static SpecificRecord credited(
            TimePriced priced, Placed placed, CreditTime command, String timeClass, int workedSeconds) {
        return switch (command.disposition()) {
            case REOPEN -> reopened(priced, placed, command);
            case WRITE_OFF -> writtenOff(priced, placed, command);
            case CORRECTED -> corrected(priced, placed, command, timeClass, workedSeconds);
        };
    }

    private static TimeReopened reopened(TimePriced priced, Placed placed, CreditTime command) {
        return TimeReopened.newBuilder()
                .setTimeEntryId(priced.getTimeEntryId())
                .setCreditNoteId(command.creditNoteId())
                .setInvoiceId(placed.invoiceId())
                .setPortionNo(placed.no())
                .setSeconds(command.seconds())
                .setAmount(command.amount())
                .setCurrency(priced.getCurrency())
                .setContractId(priced.getContractId())
                .setServiceDate(priced.getServiceDate())
                .setAccountingDate(command.issueDate())
                .build();
    }

    private static TimeWrittenOff writtenOff(TimePriced priced, Placed placed, CreditTime command) {
        return writeOff(priced)
                .setCreditNoteId(command.creditNoteId())
                .setInvoiceId(placed.invoiceId())
                .setPortionNo(placed.no())
                .setSeconds(command.seconds())
                .setAmount(command.amount())
                .setAccountingDate(command.issueDate())
                .setReason("given up by a credit note")
                .build();
    }

    static TimeWrittenOff writtenOff(TimePriced priced, Part part, WriteOffTime command) {
        return writeOff(priced)
                .setPortionNo(0)
                .setSeconds(part.seconds())
                .setAmount(part.amount())
                .setAccountingDate(command.accountingDate())
                .setReason(command.reason())
                .setWrittenOffBy(command.writtenOffBy())
                .build();
    }

    private static TimeWrittenOff.Builder writeOff(TimePriced priced) {
        return TimeWrittenOff.newBuilder()
                .setTimeEntryId(priced.getTimeEntryId())
                .setPersonId(priced.getPersonId())
                .setProjectId(priced.getProjectId())
                .setContractId(priced.getContractId())
                .setCustomerId(priced.getCustomerId())
                .setLegalEntityId(priced.getLegalEntityId())
                .setLineNo(priced.getLineNo())
                .setCurrency(priced.getCurrency())
                .setServiceDate(priced.getServiceDate());
    }

    private static TimeCorrectedAfterBilling corrected(
            TimePriced priced, Placed placed, CreditTime command, String timeClass, int workedSeconds) {
        return TimeCorrectedAfterBilling.newBuilder()
                .setTimeEntryId(priced.getTimeEntryId())
                .setPersonId(priced.getPersonId())
                .setProjectId(priced.getProjectId())
                .setContractId(priced.getContractId())
                .setCustomerId(priced.getCustomerId())
                .setLegalEntityId(priced.getLegalEntityId())
                .setLineNo(priced.getLineNo())
                .setTimeClass(timeClass)
                .setCreditNoteId(command.creditNoteId())
                .setInvoiceId(placed.invoiceId())
                .setPortionNo(placed.no())
                .setSeconds(command.seconds())
                .setAmount(command.amount())
                .setApprovedSeconds(Math.max(0, workedSeconds - command.seconds()))
                .setCurrency(priced.getCurrency())
                .setServiceDate(priced.getServiceDate())
                .setAccountingDate(command.issueDate())
                .build();
    }

    private ClaimEvents() {}
}
