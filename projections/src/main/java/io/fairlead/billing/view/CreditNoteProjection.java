package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.CREDIT_NOTE;
import static io.fairlead.projection.db.Tables.CREDIT_NOTE_LINE;
import static io.fairlead.projection.db.Tables.CREDIT_NOTE_TAX;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditNoteApproved;
import io.fairlead.billing.event.CreditNoteDiscarded;
import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.CreditNotePosted;
import io.fairlead.billing.event.CreditNotePostingRefused;
import io.fairlead.billing.event.CreditNoteStaged;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.CreditNoteLineRecord;
import io.fairlead.projection.db.tables.records.CreditNoteRecord;
import io.fairlead.projection.db.tables.records.CreditNoteTaxRecord;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/**
 * Each credit note as it stands with its lines and taxes; read by {@link CreditNoteQuery}. What it takes back of net billed is told
 * by {@link InvoiceLineProjection}.
 */
public final class CreditNoteProjection implements Projection {

    private final UpsertTable<CreditNoteRecord> notes = UpsertTable.of(CREDIT_NOTE, "credit-note");
    private final AppendOnlyTable<CreditNoteLineRecord> lines = AppendOnlyTable.of(CREDIT_NOTE_LINE);
    private final AppendOnlyTable<CreditNoteTaxRecord> taxes = AppendOnlyTable.of(CREDIT_NOTE_TAX);

    @Override
    public String name() {
        return "credit-note";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(notes, lines, taxes);
    }

    @EventHandler
    void on(CreditNoteDrafted event, EventMetadata facts) {
        notes.put(
                facts,
                row -> {
                    row.setInvoiceId(event.getInvoiceId());
                    row.setInvoiceNumber(event.getInvoiceNumber());
                    row.setContractId(event.getContractId());
                    row.setCustomerId(event.getCustomerId());
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setCurrency(event.getCurrency());
                    row.setReason(event.getReason());
                    row.setPreparer(event.getPreparer());
                    row.setIssueDate(event.getIssueDate());
                    row.setTaxPoint(event.getTaxPoint());
                    row.setLineCount(event.getLines().size());
                    EntityFigures.total(row, event);
                    row.setDraftedAt(facts.recorded());
                    row.setStatus("drafted");
                },
                event.getCreditNoteId());
        event.getLines().forEach(line -> lines.add(line(event, line, facts)));
        int rowNo = 0;
        for (var tax : event.getTaxRows()) {
            taxes.add(TaxColumns.row(event.getCreditNoteId(), ++rowNo, tax, facts));
        }
    }

    @EventHandler
    void on(CreditNoteApproved event, EventMetadata facts) {
        notes.change(
                facts,
                row -> {
                    row.setApprovedBy(event.getApprovedBy());
                    row.setApprovedAt(event.getApprovedAt().atOffset(ZoneOffset.UTC));
                    row.setStatus("approved");
                },
                event.getCreditNoteId());
    }

    @EventHandler
    void on(CreditNoteDiscarded event, EventMetadata facts) {
        notes.change(
                facts,
                row -> {
                    row.setReason(event.getReason());
                    row.setStatus("discarded");
                },
                event.getCreditNoteId());
    }

    @EventHandler
    void on(CreditNoteStaged event, EventMetadata facts) {
        notes.change(
                facts,
                row -> {
                    row.setErpReference(event.getErpReference());
                    row.setRefusal(null);
                    row.setStatus("staged");
                },
                event.getCreditNoteId());
    }

    @EventHandler
    void on(CreditNoteIssued event, EventMetadata facts) {
        notes.change(
                facts,
                row -> {
                    row.setNumber(event.getNumber());
                    row.setIssueDate(event.getIssueDate());
                    row.setLineHash(event.getLineHash());
                    row.setIssuedAt(facts.recorded());
                    row.setStatus("issued");
                },
                event.getCreditNoteId());
    }

    @EventHandler
    void on(CreditNotePosted event, EventMetadata facts) {
        notes.change(
                facts,
                row -> {
                    row.setErpDocument(event.getErpDocument());
                    row.setPostedOn(event.getPostedOn());
                    row.setPostedAt(facts.recorded());
                    row.setRefusal(null);
                    row.setStatus("posted");
                },
                event.getCreditNoteId());
    }

    @EventHandler
    void on(CreditNotePostingRefused event, EventMetadata facts) {
        notes.change(
                facts,
                row -> {
                    row.setRefusal(event.getStep() + " " + event.getCode() + ": " + event.getReason());
                    row.setStatus("refused");
                },
                event.getCreditNoteId());
    }

    private static CreditNoteLineRecord line(CreditNoteDrafted event, CreditLine line, EventMetadata facts) {
        var row = new CreditNoteLineRecord();
        row.setCreditNoteId(event.getCreditNoteId());
        row.setLineNo(line.getLineNo());
        row.setInvoiceId(event.getInvoiceId());
        row.setInvoiceLineNo(line.getInvoiceLineNo());
        row.setSourceId(line.getSourceId());
        row.setPortionNo(line.getPortionNo());
        row.setContractLineNo(line.getContractLineNo());
        row.setProjectId(line.getProjectId());
        row.setDescription(line.getDescription());
        row.setServiceDate(line.getServiceDate());
        row.setSeconds(line.getSeconds());
        row.setPrice(line.getPrice());
        row.setSecondsPerUnit(line.getSecondsPerUnit());
        row.setNetAmount(line.getNet());
        row.setSourceAmount(line.getSourceAmount());
        row.setTaxCategory(line.getTaxCategory());
        row.setDisposition(line.getDisposition());
        row.setPosition(facts.position());
        return row;
    }
}
