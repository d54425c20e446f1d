package io.fairlead.funding.view;

import static io.fairlead.projection.db.Tables.FUNDING_PERIOD;

import io.fairlead.funding.event.FundsOfPeriodMoved;
import io.fairlead.funding.event.FundsRanShort;
import io.fairlead.funding.event.FundsSufficed;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.FundingPeriodRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Periods of caps and what of them is used, in money or hours; read by {@link FundingQuery}. */
public final class FundingPeriodProjection implements Projection {

    private final UpsertTable<FundingPeriodRecord> periods = UpsertTable.of(FUNDING_PERIOD, "funding");

    @Override
    public String name() {
        return "funding-period";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(periods);
    }

    /** The event states the whole. */
    @EventHandler
    void on(FundsOfPeriodMoved event, EventMetadata facts) {
        var known = periods.find(event.getFundingId(), event.getLimitId());
        boolean isShort = known != null && known.getShort();
        periods.put(
                facts,
                row -> {
                    row.setContractId(event.getContractId());
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setLineNo(event.getLineNo());
                    row.setUnit(event.getUnit());
                    row.setFromDate(event.getFrom());
                    row.setToDate(event.getTo());
                    row.setLimitAmount(event.getLimit());
                    row.setBilledAmount(event.getBilled());
                    row.setDraftedAmount(event.getDrafted());
                    row.setReservedAmount(event.getReserved());
                    row.setCurrency(event.getCurrency());
                    row.setShort(isShort);
                },
                event.getFundingId(),
                event.getLimitId());
    }

    @EventHandler
    void on(FundsRanShort event, EventMetadata facts) {
        ranShort(facts, event.getFundingId(), event.getLimitId(), true);
    }

    @EventHandler
    void on(FundsSufficed event, EventMetadata facts) {
        ranShort(facts, event.getFundingId(), event.getLimitId(), false);
    }

    private void ranShort(EventMetadata facts, String fundingId, String limitId, boolean isShort) {
        if (periods.find(fundingId, limitId) != null) { // Else it is a limit over the whole term.
            periods.change(facts, row -> row.setShort(isShort), fundingId, limitId);
        }
    }
}
