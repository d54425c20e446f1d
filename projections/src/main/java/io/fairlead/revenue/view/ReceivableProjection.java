package io.fairlead.revenue.view;

import static io.fairlead.projection.db.Tables.RECEIVABLE_MOVEMENT;

import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.invoice.Payable;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.db.tables.records.ReceivableMovementRecord;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** What customers owe, tax included, as signed movements; read by days sales outstanding (R11). */
public final class ReceivableProjection implements Projection {

    private static final int RULE_VERSION = 1;

    private final AppendOnlyTable<ReceivableMovementRecord> movements = AppendOnlyTable.of(RECEIVABLE_MOVEMENT);

    @Override
    public String name() {
        return "receivable";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(movements);
    }

    @EventHandler
    void on(InvoiceIssued event, EventMetadata facts) {
        var row = movement(facts, "issued");
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setDocumentId(event.getInvoiceId());
        row.setServiceDate(event.getTaxPoint());
        row.setAccountingDate(event.getIssueDate());
        row.setGrossAmount(Payable.of(event.getGross(), event.getPayableRounding()));
        row.setNetAmount(event.getNet());
        row.setCurrency(event.getCurrency());
        movements.add(row);
    }

    @EventHandler
    void on(PaymentApplied event, EventMetadata facts) {
        var row = movement(facts, "applied");
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setDocumentId(event.getInvoiceId());
        row.setServiceDate(event.getValueDate());
        row.setAccountingDate(event.getValueDate());
        row.setGrossAmount(event.getAmount().negate());
        row.setNetAmount(BigDecimal.ZERO);
        row.setCurrency(event.getCurrency());
        movements.add(row);
    }

    /** Less is owed, and less was billed: days sales outstanding reckon with what stands. */
    @EventHandler
    void on(CreditNoteIssued event, EventMetadata facts) {
        var row = movement(facts, "credited");
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setDocumentId(event.getCreditNoteId());
        row.setServiceDate(event.getTaxPoint());
        row.setAccountingDate(event.getIssueDate());
        row.setGrossAmount(
                Payable.of(event.getGross(), event.getPayableRounding()).negate());
        row.setNetAmount(event.getNet().negate());
        row.setCurrency(event.getCurrency());
        movements.add(row);
    }

    private static ReceivableMovementRecord movement(EventMetadata facts, String kind) {
        var row = new ReceivableMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg(kind);
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setKind(kind);
        row.setRuleVersion(RULE_VERSION);
        return row;
    }
}
