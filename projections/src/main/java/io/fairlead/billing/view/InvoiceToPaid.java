package io.fairlead.billing.view;

import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CustomerCreditTaken;
import io.fairlead.billing.event.DeductionTaken;
import io.fairlead.billing.event.DeductionTakenBack;
import io.fairlead.billing.event.InvoicePaid;
import io.fairlead.billing.event.InvoiceReopened;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentTakenBack;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.InvoiceRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.eventhandling.EventHandler;

/** What of an issued invoice is open, until it is paid or credited, and after it was opened again. */
final class InvoiceToPaid {

    private final UpsertTable<InvoiceRecord> invoices;

    InvoiceToPaid(UpsertTable<InvoiceRecord> invoices) {
        this.invoices = invoices;
    }

    @EventHandler
    void on(CreditApplied event, EventMetadata facts) {
        invoices.change(
                facts,
                row -> {
                    row.setOpenAmount(event.getOpen());
                    row.setCreditedAmount(row.getCreditedAmount().add(event.getGross()));
                    if (row.getCreditedAmount().compareTo(row.getGrossAmount().add(row.getRoundingAmount())) == 0) {
                        row.setStatus("credited");
                    } else if (event.getOpen().signum() == 0 && row.getPaidOn() == null) {
                        paid(row, event.getIssueDate());
                    }
                },
                event.getInvoiceId());
    }

    @EventHandler
    void on(PaymentApplied event, EventMetadata facts) {
        open(facts, event.getInvoiceId(), event.getOpen());
    }

    @EventHandler
    void on(PaymentTakenBack event, EventMetadata facts) {
        open(facts, event.getInvoiceId(), event.getOpen());
    }

    @EventHandler
    void on(DeductionTaken event, EventMetadata facts) {
        invoices.change(
                facts,
                row -> {
                    row.setOpenAmount(event.getOpen());
                    if (event.getOpen().signum() == 0 && event.getKind().equals("BAD_DEBT")) {
                        row.setStatus("written off");
                    }
                },
                event.getInvoiceId());
    }

    @EventHandler
    void on(DeductionTakenBack event, EventMetadata facts) {
        open(facts, event.getInvoiceId(), event.getOpen());
    }

    @EventHandler
    void on(CustomerCreditTaken event, EventMetadata facts) {
        open(facts, event.getInvoiceId(), event.getOpen());
    }

    @EventHandler
    void on(InvoicePaid event, EventMetadata facts) {
        invoices.change(facts, row -> paid(row, event.getPaidOn()), event.getInvoiceId());
    }

    /** It stands where it stood before it was paid. */
    @EventHandler
    void on(InvoiceReopened event, EventMetadata facts) {
        invoices.change(
                facts,
                row -> {
                    row.setPaidOn(null);
                    row.setStatus(row.getErpDocument() == null ? "issued" : "posted");
                },
                event.getInvoiceId());
    }

    private void open(EventMetadata facts, String invoiceId, BigDecimal open) {
        invoices.change(facts, row -> row.setOpenAmount(open), invoiceId);
    }

    private static void paid(InvoiceRecord row, LocalDate on) {
        row.setPaidOn(on);
        row.setStatus("paid");
    }
}
