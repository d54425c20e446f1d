package io.fairlead.revenue.view;

import static io.fairlead.projection.db.Tables.LIMIT_CHANGE;

import io.fairlead.contract.event.ContractAmended;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.db.tables.records.LimitChangeRecord;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Limits of contracts and lines over time, so that revenue can be told as it was known; read by the revenue figures. */
public final class LimitProjection implements Projection {

    private static final int WHOLE_CONTRACT = 0;

    private final AppendOnlyTable<LimitChangeRecord> limits = AppendOnlyTable.of(LIMIT_CHANGE);

    @Override
    public String name() {
        return "limit";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(limits);
    }

    @EventHandler
    void on(ContractSigned event, EventMetadata facts) {
        if (event.getLimit() != null) {
            limits.add(row(event, facts, WHOLE_CONTRACT, event.getLimit()));
        }
        for (var line : event.getLines()) {
            if (line.getLimit() != null) {
                limits.add(row(event, facts, line.getLineNo(), line.getLimit()));
            }
        }
    }

    @EventHandler
    void on(ContractAmended event, EventMetadata facts) {
        if (changed(event.getLimitBefore(), event.getLimit())) {
            limits.add(row(event, facts, WHOLE_CONTRACT, event.getLimit()));
        }
        for (var line : event.getLines()) {
            if (changed(line.getLimitBefore(), line.getLimit())) {
                limits.add(row(event, facts, line.getLineNo(), line.getLimit()));
            }
        }
    }

    private static LimitChangeRecord row(
            ContractAmended event, EventMetadata facts, int lineNo, @Nullable BigDecimal limit) {
        var row = row(facts, lineNo, limit);
        row.setLegalEntityId(event.getLegalEntityId());
        row.setContractId(event.getContractId());
        row.setAccountingDate(event.getEffectiveOn());
        row.setCurrency(event.getCurrency());
        return row;
    }

    private static LimitChangeRecord row(
            ContractSigned event, EventMetadata facts, int lineNo, @Nullable BigDecimal limit) {
        var row = row(facts, lineNo, limit);
        row.setLegalEntityId(event.getLegalEntityId());
        row.setContractId(event.getContractId());
        // The limit binds whatever was earned, also before the day of signature.
        row.setAccountingDate(
                event.getTermFrom().isBefore(event.getSignedOn()) ? event.getTermFrom() : event.getSignedOn());
        row.setCurrency(event.getCurrency());
        return row;
    }

    private static LimitChangeRecord row(EventMetadata facts, int lineNo, @Nullable BigDecimal limit) {
        var row = new LimitChangeRecord();
        row.setEventId(facts.eventId());
        row.setLeg(String.valueOf(lineNo));
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setLineNo(lineNo);
        row.setLimitAmount(limit);
        return row;
    }

    private static boolean changed(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        return before == null || after == null ? (before == null) != (after == null) : before.compareTo(after) != 0;
    }
}
