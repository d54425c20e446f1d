package io.fairlead.funding.view;

import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.db.tables.records.FundingMovementRecord;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** How rows of funds that move begin: nothing has moved yet. */
final class FundingMovements {

    static final BigDecimal NONE = BigDecimal.ZERO.setScale(4);

    private static final int RULE_VERSION = 1;

    /** Whose funds. */
    record Of(String entity, String contract, String currency) {}

    static FundingMovementRecord row(
            EventMetadata facts, Of of, String leg, String kind, int lineNo, Consumer<FundingMovementRecord> fill) {
        var row = new FundingMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg(leg);
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setLegalEntityId(of.entity());
        row.setContractId(of.contract());
        row.setLineNo(lineNo);
        row.setKind(kind);
        row.setReservedAmount(NONE);
        row.setDraftedAmount(NONE);
        row.setBilledAmount(NONE);
        row.setOverLimitAmount(NONE);
        row.setCurrency(of.currency());
        row.setRuleVersion(RULE_VERSION);
        fill.accept(row);
        return row;
    }

    private FundingMovements() {}
}
