package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.INVOICE;
import static io.fairlead.projection.db.Tables.INVOICE_TAX;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.billing.event.InvoicePosted;
import io.fairlead.billing.event.InvoicePostingRefused;
import io.fairlead.billing.event.InvoiceReturned;
import io.fairlead.billing.event.InvoiceStaged;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.InvoiceRecord;
import io.fairlead.projection.db.tables.records.InvoiceTaxRecord;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Each invoice as it stands, from the complete draft to the last payment; read by {@link InvoiceQuery}. */
public final class InvoiceProjection implements Projection {

    private static final BigDecimal NONE = BigDecimal.ZERO.setScale(4);

    private final UpsertTable<InvoiceRecord> invoices = UpsertTable.of(INVOICE, "invoice");
    private final UpsertTable<InvoiceTaxRecord> taxes = UpsertTable.of(INVOICE_TAX, "invoice");

    private final InvoiceToPaid toPaid = new InvoiceToPaid(invoices);

    @Override
    public String name() {
        return "invoice";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(invoices, taxes);
    }

    @Override
    public List<Object> handlers() {
        return List.of(this, toPaid);
    }

    @EventHandler
    void on(InvoiceDrafted event, EventMetadata facts) {
        invoices.put(
                facts,
                row -> {
                    row.setBillingRunId(event.getBillingRunId());
                    row.setContractId(event.getContractId());
                    row.setCustomerId(event.getCustomerId());
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setPoNumber(event.getPoNumber());
                    row.setCurrency(event.getCurrency());
                    row.setCutOff(event.getCutOff());
                    row.setIssueDate(event.getIssueDate());
                    row.setPreparer(event.getPreparer());
                    row.setLineCount(event.getLineCount());
                    row.setNetAmount(event.getNet());
                    row.setOpenAmount(NONE);
                    row.setAdjustmentAmount(NONE);
                    row.setCreditedAmount(NONE);
                    row.setRoundingAmount(NONE);
                    row.setDraftedAt(facts.recorded());
                    row.setStatus("drafted");
                },
                event.getInvoiceId());
    }

    @EventHandler
    void on(InvoiceApproved event, EventMetadata facts) {
        invoices.change(
                facts,
                row -> {
                    row.setApprovedBy(event.getApprovedBy());
                    row.setApprovedAt(event.getApprovedAt().atOffset(ZoneOffset.UTC));
                    row.setTaxPoint(event.getTaxPoint());
                    EntityFigures.total(row, event);
                    row.setStatus("approved");
                },
                event.getInvoiceId());
        var rowsOfCode = new HashMap<String, Integer>();
        for (var tax : event.getTaxRows()) {
            var code = TaxColumns.code(tax);
            taxes.put(
                    facts,
                    row -> TaxColumns.set(row, tax),
                    event.getInvoiceId(),
                    code,
                    rowsOfCode.merge(code, 1, Integer::sum));
        }
    }

    @EventHandler
    void on(InvoiceReturned event, EventMetadata facts) {
        invoices.change(
                facts,
                row -> {
                    row.setApprovedBy(null);
                    row.setApprovedAt(null);
                    row.setTaxPoint(null);
                    row.setTaxAmount(null);
                    row.setGrossAmount(null);
                    row.setRoundingAmount(NONE);
                    row.setRefusal(null);
                    row.setReason(event.getReason());
                    row.setStatus("drafted");
                },
                event.getInvoiceId());
        // A row of nothing is what a category has that review took off the draft; the next approval fills the others.
        for (var tax : List.copyOf(taxes.of(event.getInvoiceId()))) {
            taxes.change(
                    facts,
                    row -> {
                        row.setBaseAmount(NONE);
                        row.setTaxAmount(NONE);
                    },
                    event.getInvoiceId(),
                    tax.getCode(),
                    tax.getRowNo());
        }
    }

    @EventHandler
    void on(InvoiceLineRemoved event, EventMetadata facts) {
        invoices.change(
                facts,
                row -> {
                    row.setLineCount(row.getLineCount() - 1);
                    row.setNetAmount(row.getNetAmount().subtract(event.getNet()));
                },
                event.getInvoiceId());
    }

    @EventHandler
    void on(InvoiceLineAdjusted event, EventMetadata facts) {
        invoices.change(
                facts,
                row -> {
                    row.setNetAmount(row.getNetAmount().add(event.getAmount()));
                    row.setAdjustmentAmount(row.getAdjustmentAmount().add(event.getAmount()));
                },
                event.getInvoiceId());
    }

    @EventHandler
    void on(InvoiceStaged event, EventMetadata facts) {
        invoices.change(
                facts,
                row -> {
                    row.setErpReference(event.getErpReference());
                    row.setRefusal(null);
                    row.setStatus("staged");
                },
                event.getInvoiceId());
    }

    @EventHandler
    void on(InvoiceIssued event, EventMetadata facts) {
        invoices.change(
                facts,
                row -> {
                    row.setNumber(event.getNumber());
                    row.setIssueDate(event.getIssueDate());
                    row.setTaxPoint(event.getTaxPoint());
                    row.setDueDate(event.getDueDate());
                    row.setSeller(event.getSeller());
                    row.setBuyer(event.getBuyer());
                    row.setPoNumber(event.getPoNumber());
                    row.setBuyerReference(event.getBuyerReference());
                    row.setLineHash(event.getLineHash());
                    row.setIssuedAt(facts.recorded());
                    EntityFigures.total(row, event);
                    row.setStatus("issued");
                },
                event.getInvoiceId());
    }

    @EventHandler
    void on(InvoicePosted event, EventMetadata facts) {
        invoices.change(
                facts,
                row -> {
                    row.setErpDocument(event.getErpDocument());
                    row.setPostedOn(event.getPostedOn());
                    row.setPostedAt(facts.recorded());
                    row.setRefusal(null);
                    row.setStatus("posted");
                },
                event.getInvoiceId());
    }

    @EventHandler
    void on(InvoicePostingRefused event, EventMetadata facts) {
        invoices.change(
                facts,
                row -> {
                    row.setRefusal(event.getStep() + " " + event.getCode() + ": " + event.getReason());
                    row.setStatus("refused");
                },
                event.getInvoiceId());
    }

    @EventHandler
    void on(InvoiceDiscarded event, EventMetadata facts) {
        invoices.put(
                facts,
                row -> {
                    if (row.getNetAmount() == null) {
                        // Discarded before the draft was complete.
                        row.setContractId(event.getContractId());
                        row.setLegalEntityId(event.getLegalEntityId());
                        row.setLineCount(0);
                        row.setNetAmount(NONE);
                        row.setOpenAmount(NONE);
                        row.setAdjustmentAmount(NONE);
                        row.setCreditedAmount(NONE);
                        row.setRoundingAmount(NONE);
                    }
                    row.setReason(event.getReason());
                    row.setStatus("discarded");
                },
                event.getInvoiceId());
    }
}
