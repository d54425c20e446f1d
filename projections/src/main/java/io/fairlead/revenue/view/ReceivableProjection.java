package io.fairlead.revenue.view;

import static io.fairlead.projection.db.Tables.RECEIVABLE_MOVEMENT;

import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.CustomerCreditPaidOut;
import io.fairlead.billing.event.CustomerCreditTaken;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.document.PayableAmounts;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.db.tables.records.ReceivableMovementRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** What customers owe, tax included, as signed movements; read by days sales outstanding (R11). */
public final class ReceivableProjection implements Projection {

    private static final int RULE_VERSION = 1;

    private final AppendOnlyTable<ReceivableMovementRecord> movements = AppendOnlyTable.of(RECEIVABLE_MOVEMENT);
    private final ReceivableMoney money = new ReceivableMoney(movements);
    private final ReceivableClaims claims = new ReceivableClaims(movements);

    @Override
    public String name() {
        return "receivable";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(movements);
    }

    @Override
    public List<Object> handlers() {
        return List.of(this, money, claims);
    }

    @EventHandler
    void on(InvoiceIssued event, EventMetadata facts) {
        var of = new Whose(event.getLegalEntityId(), event.getCustomerId(), event.getContractId());
        var row = money(facts, "issued", of, event.getInvoiceId(), event.getIssueDate());
        row.setServiceDate(event.getTaxPoint());
        row.setGrossAmount(PayableAmounts.of(event.getGross(), event.getPayableRounding()));
        row.setNetAmount(event.getNet());
        row.setCurrency(event.getCurrency());
        movements.add(row);
    }

    /** Less is owed, and less was billed: days sales outstanding reckon with what stands. */
    @EventHandler
    void on(CreditNoteIssued event, EventMetadata facts) {
        var of = new Whose(event.getLegalEntityId(), event.getCustomerId(), event.getContractId());
        var row = money(facts, "credited", of, event.getCreditNoteId(), event.getIssueDate());
        row.setServiceDate(event.getTaxPoint());
        row.setGrossAmount(
                PayableAmounts.of(event.getGross(), event.getPayableRounding()).negate());
        row.setNetAmount(event.getNet().negate());
        row.setCurrency(event.getCurrency());
        movements.add(row);
    }

    /** One document owes less to the customer and the other is owed less by it: nothing in all. */
    @EventHandler
    void on(CustomerCreditTaken event, EventMetadata facts) {
        var of = new Whose(event.getLegalEntityId(), event.getCustomerId(), event.getContractId());
        var against = money(facts, "set against", of, event.getInvoiceId(), event.getValueDate());
        movements.add(amount(against, event.getAmount().negate(), event.getCurrency()));
        var off = money(facts, "set off", of, event.getDocumentId(), event.getValueDate());
        movements.add(amount(off, event.getAmount(), event.getCurrency()));
    }

    @EventHandler
    void on(CustomerCreditPaidOut event, EventMetadata facts) {
        var of = new Whose(event.getLegalEntityId(), event.getCustomerId(), event.getContractId());
        var row = money(facts, "paid out", of, event.getDocumentId(), event.getValueDate());
        movements.add(amount(row, event.getAmount(), event.getCurrency()));
    }

    /** Whose it is; money on account is of no contract. */
    record Whose(
            String legalEntityId,
            String customerId,
            @Nullable String contractId) {}

    static ReceivableMovementRecord money(EventMetadata facts, String kind, Whose of, String document, LocalDate day) {
        var row = movement(facts, kind);
        row.setLegalEntityId(of.legalEntityId());
        row.setCustomerId(of.customerId());
        row.setContractId(of.contractId());
        row.setDocumentId(document);
        row.setServiceDate(day);
        row.setAccountingDate(day);
        return row;
    }

    static ReceivableMovementRecord amount(ReceivableMovementRecord row, BigDecimal gross, String currency) {
        row.setGrossAmount(gross);
        row.setNetAmount(BigDecimal.ZERO);
        row.setCurrency(currency);
        return row;
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
