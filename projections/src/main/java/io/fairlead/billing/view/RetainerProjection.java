package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.RETAINER_BALANCE;
import static io.fairlead.projection.db.Tables.RETAINER_MOVEMENT;

import io.fairlead.billing.event.RetainerDrawn;
import io.fairlead.billing.event.RetainerExpired;
import io.fairlead.billing.event.RetainerInvoiced;
import io.fairlead.billing.event.RetainerRestored;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.RetainerBalanceRecord;
import io.fairlead.projection.db.tables.records.RetainerMovementRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** What customers paid ahead: balances, and signed movements that add up to the liability; read by {@link RetainerQuery}. */
public final class RetainerProjection implements Projection {

    private static final int RULE_VERSION = 1;
    private static final BigDecimal NONE = BigDecimal.ZERO.setScale(4);

    private final UpsertTable<RetainerBalanceRecord> balances = UpsertTable.of(RETAINER_BALANCE, "retainer");
    private final AppendOnlyTable<RetainerMovementRecord> movements = AppendOnlyTable.of(RETAINER_MOVEMENT);

    @Override
    public String name() {
        return "retainer";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(balances, movements);
    }

    @EventHandler
    void on(RetainerInvoiced event, EventMetadata facts) {
        balances.put(
                facts,
                row -> {
                    if (row.getBalanceAmount() == null) {
                        row.setContractId(event.getContractId());
                        row.setProjectId(event.getProjectId());
                        row.setCustomerId(event.getCustomerId());
                        row.setLegalEntityId(event.getLegalEntityId());
                        row.setLineNo(event.getLineNo());
                        row.setCurrency(event.getCurrency());
                        row.setInvoicedAmount(NONE);
                        row.setDrawnAmount(NONE);
                        row.setExpiredAmount(NONE);
                    }
                    row.setInvoicedAmount(row.getInvoicedAmount().add(event.getAmount()));
                    row.setBalanceAmount(event.getBalance());
                },
                event.getRetainerId());
        move(
                facts,
                event.getRetainerId(),
                "invoiced",
                event.getDocumentId(),
                event.getAccountingDate(),
                event.getAmount());
    }

    @EventHandler
    void on(RetainerDrawn event, EventMetadata facts) {
        balances.change(
                facts,
                row -> {
                    row.setDrawnAmount(row.getDrawnAmount().add(event.getAmount()));
                    row.setBalanceAmount(event.getBalance());
                },
                event.getRetainerId());
        var less = event.getAmount().negate();
        move(facts, event.getRetainerId(), "drawn", event.getInvoiceId(), event.getAccountingDate(), less);
    }

    @EventHandler
    void on(RetainerRestored event, EventMetadata facts) {
        balances.change(
                facts,
                row -> {
                    row.setDrawnAmount(row.getDrawnAmount().subtract(event.getAmount()));
                    row.setBalanceAmount(event.getBalance());
                },
                event.getRetainerId());
        move(
                facts,
                event.getRetainerId(),
                "restored",
                event.getDocumentId(),
                event.getAccountingDate(),
                event.getAmount());
    }

    @EventHandler
    void on(RetainerExpired event, EventMetadata facts) {
        balances.change(
                facts,
                row -> {
                    row.setExpiredAmount(row.getExpiredAmount().add(event.getAmount()));
                    row.setBalanceAmount(row.getBalanceAmount().subtract(event.getAmount()));
                },
                event.getRetainerId());
        move(
                facts,
                event.getRetainerId(),
                "expired",
                null,
                event.getExpiredOn(),
                event.getAmount().negate());
    }

    private void move(
            EventMetadata facts,
            String retainerId,
            String kind,
            @Nullable String documentId,
            LocalDate date,
            BigDecimal amount) {
        var of = balances.get(retainerId);
        var row = new RetainerMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg(kind);
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setRetainerId(retainerId);
        row.setLegalEntityId(of.getLegalEntityId());
        row.setCustomerId(of.getCustomerId());
        row.setContractId(of.getContractId());
        row.setProjectId(of.getProjectId());
        row.setLineNo(of.getLineNo());
        row.setDocumentId(documentId);
        row.setKind(kind);
        row.setServiceDate(date);
        row.setAccountingDate(date);
        row.setBalanceAmount(amount);
        row.setCurrency(of.getCurrency());
        row.setRuleVersion(RULE_VERSION);
        movements.add(row);
    }
}
