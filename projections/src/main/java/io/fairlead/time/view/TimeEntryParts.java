package io.fairlead.time.view;

import io.fairlead.projection.db.tables.records.TimeEntryRecord;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRepriced;
import java.math.BigDecimal;

/** How price and parts of an entry's row move; used by {@link TimeEntryToInvoice}. */
final class TimeEntryParts {

    static void priced(TimeEntryRecord row, TimePriced event) {
        row.setRateCardId(event.getRateCardId());
        row.setRateId(event.getRateId());
        row.setRate(event.getRate());
        row.setSecondsPerUnit(event.getSecondsPerUnit());
        row.setBilledSeconds(event.getBilledSeconds());
        row.setAmount(event.getAmount());
        row.setCurrency(event.getCurrency());
        row.setTimeRounding(event.getTimeRounding());
        PricedInCurrency.fill(row, event.getRateCurrency(), event.getPrice(), event.getFx());
        row.setUnbilledSeconds(0);
        row.setWrittenOffSeconds(0);
        move(row, event.getBilledSeconds(), 0, 0, 0);
    }

    static void repriced(TimeEntryRecord row, TimeRepriced event) {
        row.setRateCardId(event.getRateCardId());
        row.setRateId(event.getRateId());
        row.setRate(event.getRate());
        row.setSecondsPerUnit(event.getSecondsPerUnit());
        row.setAmount(row.getAmount().add(event.getAmountDelta()));
    }

    static void corrected(TimeEntryRecord row, TimeCorrectedAfterApproval event) {
        row.setVersion(event.getVersion());
        row.setSeconds(event.getSeconds());
        row.setChangeAsked(null);
        if (event.getBilledSecondsDelta() != null && event.getAmountDelta() != null) {
            reduce(row, event.getBilledSecondsDelta(), event.getAmountDelta());
            move(row, event.getBilledSecondsDelta(), 0, 0, 0);
        }
    }

    static void corrected(TimeEntryRecord row, TimeCorrectedAfterBilling event) {
        row.setSeconds(event.getApprovedSeconds());
        if (row.getProposedSeconds() != null && event.getApprovedSeconds() <= row.getProposedSeconds()) {
            row.setProposedSeconds(null);
        }
        reduce(row, -event.getSeconds(), event.getAmount().negate());
        move(row, 0, 0, -event.getSeconds(), 0);
    }

    static void withdrawn(TimeEntryRecord row, TimeApprovalWithdrawn event) {
        row.setVersion(event.getNextVersion());
        row.setStatus("recorded");
        row.setSubmittedAt(null);
        row.setApprovedBy(null);
        row.setApprovedAt(null);
        row.setRateCardId(null);
        row.setRateId(null);
        row.setRate(null);
        row.setSecondsPerUnit(null);
        row.setBilledSeconds(null);
        row.setAmount(null);
        row.setUnbilledSeconds(0);
        row.setProposedSeconds(null);
        row.setChangeAsked(null);
        row.setInDoubt(false);
        row.setDeferredUntil(null);
        row.setDeferredBecause(null);
    }

    private static void reduce(TimeEntryRecord row, int seconds, BigDecimal amount) {
        row.setBilledSeconds(row.getBilledSeconds() + seconds);
        row.setAmount(row.getAmount().add(amount));
    }

    /** Changes of what is unbilled, drafted, billed and given up; the status follows what is still to do. */
    static void move(TimeEntryRecord row, int unbilled, int drafted, int invoiced, int writtenOff) {
        row.setUnbilledSeconds(row.getUnbilledSeconds() + unbilled);
        row.setDraftedSeconds(row.getDraftedSeconds() + drafted);
        row.setInvoicedSeconds(row.getInvoicedSeconds() + invoiced);
        row.setWrittenOffSeconds(row.getWrittenOffSeconds() + writtenOff);
        row.setStatus(status(row));
    }

    private static String status(TimeEntryRecord row) {
        if (row.getDraftedSeconds() > 0) {
            return "drafted";
        }
        if (row.getUnbilledSeconds() > 0) {
            return "priced";
        }
        if (row.getInvoicedSeconds() > 0) {
            return "billed";
        }
        if (row.getWrittenOffSeconds() > 0) {
            return "written off";
        }
        return row.getInvoiceNumber() == null ? "priced" : "credited";
    }

    private TimeEntryParts() {}
}
