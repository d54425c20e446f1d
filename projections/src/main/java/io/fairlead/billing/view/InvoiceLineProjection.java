package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.BILLING_MOVEMENT;
import static io.fairlead.projection.db.Tables.INVOICE_LINE;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.document.LineNames;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.BillingMovementRecord;
import io.fairlead.projection.db.tables.records.InvoiceLineRecord;
import java.util.Comparator;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/**
 * Lines of drafts and, once the invoice is issued, net billed per line; read by {@link InvoiceQuery} and the
 * backlog.
 */
public final class InvoiceLineProjection implements Projection {

    private static final int RULE_VERSION = 1;

    private final UpsertTable<InvoiceLineRecord> lines = UpsertTable.of(INVOICE_LINE, "invoice");
    private final AppendOnlyTable<BillingMovementRecord> movements = AppendOnlyTable.of(BILLING_MOVEMENT);

    @Override
    public String name() {
        return "invoice-line";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(lines, movements);
    }

    @EventHandler
    void on(InvoiceLinesAdded event, EventMetadata facts) {
        var names = LineNames.of(List.of(event));
        for (var line : event.getLines()) {
            lines.put(facts, row -> DraftedLine.fill(row, line, names), event.getInvoiceId(), line.getLineNo());
        }
    }

    @EventHandler
    void on(InvoiceLineRemoved event, EventMetadata facts) {
        lines.change(
                facts,
                row -> {
                    row.setRemoved(true);
                    row.setRemovalReason(event.getReason());
                    row.setDeferredUntil(event.getDeferredUntil());
                },
                event.getInvoiceId(),
                event.getLineNo());
    }

    @EventHandler
    void on(InvoiceLineAdjusted event, EventMetadata facts) {
        lines.change(
                facts,
                row -> {
                    row.setNetAmount(event.getNet());
                    row.setAdjustmentAmount(row.getAdjustmentAmount().add(event.getAmount()));
                    row.setAdjustmentReason(event.getReason());
                },
                event.getInvoiceId(),
                event.getLineNo());
    }

    @EventHandler
    void on(InvoiceIssued event, EventMetadata facts) {
        var all = lines.of(event.getInvoiceId()).stream()
                .filter(line -> !line.getRemoved())
                .toList();
        if (all.size() != event.getLineCount()) {
            throw new IllegalStateException(event.getInvoiceId() + " was issued with " + event.getLineCount()
                    + " lines, but " + all.size() + " are known");
        }
        var inOrder = all.stream()
                .sorted(Comparator.comparing(InvoiceLineRecord::getLineNo))
                .toList();
        var entityNets = EntityShares.of(
                inOrder.stream().map(InvoiceLineRecord::getNetAmount).toList(), event.getEntityAmounts());
        for (var line : inOrder) {
            var row = movement(event, line, facts);
            if (event.getEntityAmounts() != null) {
                row.setEntityCurrency(event.getEntityAmounts().getCurrency());
                row.setEntityNetAmount(entityNets.next());
            }
            movements.add(row);
        }
    }

    /** Takes back what was billed. */
    @EventHandler
    void on(CreditNoteIssued event, EventMetadata facts) {
        var entityNets = EntityShares.of(
                event.getLines().stream().map(CreditLine::getNet).toList(), event.getEntityAmounts());
        for (var line : event.getLines()) {
            var row = movement(event, line, facts);
            if (event.getEntityAmounts() != null) {
                row.setEntityCurrency(event.getEntityAmounts().getCurrency());
                row.setEntityNetAmount(entityNets.next().negate());
            }
            movements.add(row);
        }
    }

    private static BillingMovementRecord movement(InvoiceIssued event, InvoiceLineRecord line, EventMetadata facts) {
        var row = movement(facts, line.getLineNo(), "issued", event.getInvoiceId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(line.getProjectId());
        row.setLineNo(line.getContractLineNo());
        row.setInvoiceLineNo(line.getLineNo());
        row.setSourceId(line.getSourceId());
        row.setServiceDate(line.getServiceDate());
        row.setAccountingDate(event.getIssueDate());
        row.setNetAmount(line.getNetAmount());
        row.setReviewAmount(line.getAdjustmentAmount());
        row.setCurrency(event.getCurrency());
        return row;
    }

    private static BillingMovementRecord movement(CreditNoteIssued event, CreditLine line, EventMetadata facts) {
        var row = movement(facts, line.getLineNo(), "credited", event.getInvoiceId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(line.getProjectId());
        row.setLineNo(line.getContractLineNo());
        row.setInvoiceLineNo(line.getInvoiceLineNo());
        row.setSourceId(line.getSourceId());
        row.setServiceDate(line.getServiceDate());
        row.setAccountingDate(event.getIssueDate());
        row.setNetAmount(line.getNet().negate());
        row.setReviewAmount(line.getSourceAmount().subtract(line.getNet()));
        row.setCurrency(event.getCurrency());
        row.setCreditNoteId(event.getCreditNoteId());
        return row;
    }

    private static BillingMovementRecord movement(EventMetadata facts, int lineNo, String kind, String invoice) {
        var row = new BillingMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg(String.valueOf(lineNo));
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setRuleVersion(RULE_VERSION);
        row.setKind(kind);
        row.setInvoiceId(invoice);
        return row;
    }
}
