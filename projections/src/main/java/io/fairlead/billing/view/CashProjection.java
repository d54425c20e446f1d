package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.CASH_MOVEMENT;

import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentTakenBack;
import io.fairlead.billing.event.Settlement;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.db.tables.records.CashMovementRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Money applied to invoices as signed movements; read by {@code bi.fact_cash_movement}. */
public final class CashProjection implements Projection {

    private static final int RULE_VERSION = 1;

    private final AppendOnlyTable<CashMovementRecord> movements = AppendOnlyTable.of(CASH_MOVEMENT);

    @Override
    public String name() {
        return "cash";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(movements);
    }

    @EventHandler
    void on(PaymentApplied event, EventMetadata facts) {
        var row = movement(facts, "applied", event.getInvoiceId(), event.getReceiptId(), event.getValueDate());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setCashAmount(event.getAmount());
        row.setCurrency(event.getCurrency());
        settle(row, event.getSettlement(), UnaryOperator.identity());
        movements.add(row);
    }

    @EventHandler
    void on(PaymentTakenBack event, EventMetadata facts) {
        var row = movement(facts, "taken back", event.getInvoiceId(), event.getReceiptId(), event.getValueDate());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setCashAmount(event.getAmount().negate());
        row.setCurrency(event.getCurrency());
        settle(row, event.getSettlement(), BigDecimal::negate);
        movements.add(row);
    }

    private static CashMovementRecord movement(
            EventMetadata facts, String kind, String invoiceId, String receiptId, LocalDate day) {
        var row = new CashMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg(kind);
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setInvoiceId(invoiceId);
        row.setReceiptId(receiptId);
        row.setKind(kind);
        row.setServiceDate(day);
        row.setAccountingDate(day);
        row.setRuleVersion(RULE_VERSION);
        return row;
    }

    private static void settle(
            CashMovementRecord row, @Nullable Settlement settlement, UnaryOperator<BigDecimal> signed) {
        if (settlement != null) {
            row.setEntityCurrency(settlement.getCurrency());
            row.setEntitySettledAmount(signed.apply(settlement.getSettled()));
            row.setEntityBookedAmount(signed.apply(settlement.getBooked()));
            row.setRealisedAmount(signed.apply(settlement.getRealised()));
        }
    }
}
