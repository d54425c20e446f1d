package io.fairlead.contract.view;

import io.fairlead.contract.event.AmendedLine;
import io.fairlead.contract.event.ContractAmended;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.db.tables.records.ContractAmendmentRecord;
import io.fairlead.projection.db.tables.records.PriceMovementRecord;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Prices of contract lines as signed movements, and rows of amendments; used by {@link ContractProjection}. */
final class ContractPrices {

    private static final int RULE_VERSION = 1;

    static PriceMovementRecord signed(ContractSigned event, ContractLine line, EventMetadata facts) {
        var row = new PriceMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg(String.valueOf(line.getLineNo()));
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setLineNo(line.getLineNo());
        row.setKind("signed");
        row.setServiceDate(event.getTermFrom());
        row.setAccountingDate(event.getSignedOn());
        // R8: the agreed price, for not-to-exceed the limit, else unquantified and never 0.
        row.setPriceAmount(line.getAmount() != null ? line.getAmount() : line.getLimit());
        row.setCurrency(event.getCurrency());
        row.setRuleVersion(RULE_VERSION);
        return row;
    }

    static PriceMovementRecord amended(ContractAmended event, AmendedLine line, EventMetadata facts) {
        var row = new PriceMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg(String.valueOf(line.getLineNo()));
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setLineNo(line.getLineNo());
        row.setKind("amended");
        row.setServiceDate(event.getEffectiveOn());
        row.setAccountingDate(event.getEffectiveOn());
        row.setPriceAmount(
                change(price(line.getAmountBefore(), line.getLimitBefore()), price(line.getAmount(), line.getLimit())));
        row.setCurrency(event.getCurrency());
        row.setRuleVersion(RULE_VERSION);
        return row;
    }

    static ContractAmendmentRecord row(ContractAmended event, @Nullable AmendedLine line, EventMetadata facts) {
        var row = new ContractAmendmentRecord();
        row.setContractId(event.getContractId());
        row.setAmendmentNo(event.getAmendmentNo());
        row.setAmendmentId(event.getAmendmentId());
        row.setEffectiveOn(event.getEffectiveOn());
        row.setTreatment(event.getTreatment());
        row.setDecidedBy(event.getDecidedBy());
        row.setReason(event.getReason());
        row.setTermTo(event.getTermTo());
        row.setLimitBefore(event.getLimitBefore());
        row.setLimitAmount(event.getLimit());
        row.setLineNo(line == null ? 0 : line.getLineNo());
        row.setAdded(line != null && line.getAdded());
        row.setPriceBefore(line == null ? null : line.getAmountBefore());
        row.setPriceAmount(line == null ? null : line.getAmount());
        row.setLineLimitBefore(line == null ? null : line.getLimitBefore());
        row.setLineLimitAmount(line == null ? null : line.getLimit());
        row.setAmendedAt(event.getAmendedAt().atOffset(ZoneOffset.UTC));
        row.setPosition(facts.position());
        return row;
    }

    private static @Nullable BigDecimal price(@Nullable BigDecimal amount, @Nullable BigDecimal limit) {
        return amount != null ? amount : limit;
    }

    private static @Nullable BigDecimal change(@Nullable BigDecimal before, @Nullable BigDecimal after) {
        if (before == null || after == null) {
            return after == null && before != null ? before.negate() : after;
        }
        return after.subtract(before);
    }

    private ContractPrices() {}
}
