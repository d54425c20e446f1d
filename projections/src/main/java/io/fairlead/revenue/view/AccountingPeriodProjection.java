package io.fairlead.revenue.view;

import static io.fairlead.projection.db.Tables.ACCOUNTING_PERIOD;

import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.AccountingPeriodRecord;
import io.fairlead.revenue.event.PeriodClosed;
import io.fairlead.revenue.event.PeriodOpened;
import io.fairlead.revenue.event.PeriodReopened;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** The periods of each company's books as they stand; read by {@link AccountingPeriodQuery} and by whoever dates facts. */
public final class AccountingPeriodProjection implements Projection {

    private final UpsertTable<AccountingPeriodRecord> periods = UpsertTable.of(ACCOUNTING_PERIOD, "accounting-period");

    @Override
    public String name() {
        return "accounting-period";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(periods);
    }

    @EventHandler
    void on(PeriodOpened event, EventMetadata facts) {
        periods.put(
                facts,
                row -> {
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setFromDate(event.getFrom());
                    row.setToDate(event.getTo());
                    row.setStatus("open");
                    row.setCloseCount(0);
                    row.setReviewsCounted(false);
                },
                event.getAccountingPeriodId(),
                event.getPeriod());
    }

    @EventHandler
    void on(PeriodClosed event, EventMetadata facts) {
        periods.change(
                facts,
                row -> {
                    row.setStatus("closed");
                    row.setCloseCount(row.getCloseCount() + 1);
                    row.setCloseId(event.getCloseId());
                    row.setReviewsCounted(event.getReviewsCounted());
                    row.setClosedBy(event.getClosedBy());
                    row.setClosedAt(event.getClosedAt().atOffset(ZoneOffset.UTC));
                },
                event.getAccountingPeriodId(),
                event.getPeriod());
    }

    @EventHandler
    void on(PeriodReopened event, EventMetadata facts) {
        periods.change(facts, row -> row.setStatus("open"), event.getAccountingPeriodId(), event.getPeriod());
    }
}
