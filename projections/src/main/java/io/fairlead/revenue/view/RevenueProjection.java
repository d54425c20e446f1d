package io.fairlead.revenue.view;

import static io.fairlead.projection.db.Tables.REVENUE_MOVEMENT;

import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Fold;
import io.fairlead.projection.Rows;
import io.fairlead.projection.db.tables.records.RevenueMovementRecord;
import io.fairlead.time.event.TimePriced;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;

/** Value earned day by day, as signed movements: priced time and ready items; which of it is revenue says the line's method. */
public final class RevenueProjection implements Fold {

    private static final Set<String> EARNED_WHEN_READY = Set.of("MILESTONE", "UNIT_DELIVERY");

    private final Rows<RevenueMovementRecord> movements = Rows.of(REVENUE_MOVEMENT);

    @Override
    public String name() {
        return "revenue";
    }

    @Override
    public List<Collector<?>> tables() {
        return List.of(movements);
    }

    @EventHandler
    void on(TimePriced event, Facts facts) {
        var row = movement(facts, "time", event.getTimeEntryId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        row.setServiceDate(event.getServiceDate());
        row.setAccountingDate(event.getAccountingDate());
        row.setSeconds(event.getBilledSeconds());
        row.setRevenueAmount(event.getAmount());
        row.setCurrency(event.getCurrency());
        row.setRuleVersion(event.getRuleVersion());
        movements.add(row);
    }

    /** Instalments, retainers and bills of progress are billed, not earned, when they are ready. */
    @EventHandler
    void on(BillingItemReady event, Facts facts) {
        if (!EARNED_WHEN_READY.contains(event.getKind())) {
            return;
        }
        var row = movement(facts, event.getKind().toLowerCase(Locale.ROOT), event.getBillingItemId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setProjectId(event.getProjectId());
        row.setLineNo(event.getLineNo());
        row.setServiceDate(event.getServiceDate());
        row.setAccountingDate(event.getAccountingDate());
        row.setSeconds(0);
        row.setRevenueAmount(event.getAmount());
        row.setCurrency(event.getCurrency());
        row.setRuleVersion(event.getRuleVersion());
        movements.add(row);
    }

    private static RevenueMovementRecord movement(Facts facts, String kind, String sourceId) {
        var row = new RevenueMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg(kind);
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setSourceId(sourceId);
        row.setKind(kind);
        return row;
    }
}
