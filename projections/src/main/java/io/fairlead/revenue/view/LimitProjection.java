package io.fairlead.revenue.view;

import static io.fairlead.projection.db.Tables.LIMIT_CHANGE;

import io.fairlead.contract.event.ContractAmended;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Fold;
import io.fairlead.projection.Rows;
import io.fairlead.projection.db.tables.records.LimitChangeRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Limits of contracts and lines over time, so that revenue can be told as it was known; read by the revenue figures. */
public final class LimitProjection implements Fold {

    private static final int WHOLE_CONTRACT = 0;

    private final Rows<LimitChangeRecord> limits = Rows.of(LIMIT_CHANGE);

    @Override
    public String name() {
        return "limit";
    }

    @Override
    public List<Collector<?>> tables() {
        return List.of(limits);
    }

    @EventHandler
    void on(ContractSigned event, Facts facts) {
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
    void on(ContractAmended event, Facts facts) {
        if (!Objects.equals(event.getLimit(), event.getLimitBefore())) {
            limits.add(row(event, facts, WHOLE_CONTRACT, event.getLimit()));
        }
        for (var line : event.getLines()) {
            if (!Objects.equals(line.getLimit(), line.getLimitBefore())) {
                limits.add(row(event, facts, line.getLineNo(), line.getLimit()));
            }
        }
    }

    private static LimitChangeRecord row(ContractAmended event, Facts facts, int lineNo, @Nullable BigDecimal limit) {
        var row = row(facts, lineNo, limit);
        row.setLegalEntityId(event.getLegalEntityId());
        row.setContractId(event.getContractId());
        row.setAccountingDate(event.getEffectiveOn());
        row.setCurrency(event.getCurrency());
        return row;
    }

    private static LimitChangeRecord row(ContractSigned event, Facts facts, int lineNo, @Nullable BigDecimal limit) {
        var row = row(facts, lineNo, limit);
        row.setLegalEntityId(event.getLegalEntityId());
        row.setContractId(event.getContractId());
        // The limit binds whatever was earned, also before the day of signature.
        row.setAccountingDate(
                event.getTermFrom().isBefore(event.getSignedOn()) ? event.getTermFrom() : event.getSignedOn());
        row.setCurrency(event.getCurrency());
        return row;
    }

    private static LimitChangeRecord row(Facts facts, int lineNo, @Nullable BigDecimal limit) {
        var row = new LimitChangeRecord();
        row.setEventId(facts.eventId());
        row.setLeg(String.valueOf(lineNo));
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setLineNo(lineNo);
        row.setLimitAmount(limit);
        return row;
    }
}
