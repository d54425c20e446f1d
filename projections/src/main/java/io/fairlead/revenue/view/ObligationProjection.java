package io.fairlead.revenue.view;

import static io.fairlead.projection.db.Tables.OBLIGATION;
import static io.fairlead.projection.db.Tables.OBLIGATION_CHANGE;
import static io.fairlead.projection.db.Tables.RECOGNITION;

import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.ObligationChangeRecord;
import io.fairlead.projection.db.tables.records.ObligationRecord;
import io.fairlead.projection.db.tables.records.RecognitionRecord;
import io.fairlead.revenue.event.CumulativeCatchUpRecognised;
import io.fairlead.revenue.event.ObligationModified;
import io.fairlead.revenue.event.ObligationOpened;
import io.fairlead.revenue.event.RevenueBasis;
import io.fairlead.revenue.event.RevenueRecognised;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Obligations, their changes and what was booked for them, as signed movements; read by closes and {@link ObligationQuery}. */
public final class ObligationProjection implements Projection {

    private final UpsertTable<ObligationRecord> obligations = UpsertTable.of(OBLIGATION, "obligation");
    private final AppendOnlyTable<ObligationChangeRecord> changes = AppendOnlyTable.of(OBLIGATION_CHANGE);
    private final AppendOnlyTable<RecognitionRecord> recognitions = AppendOnlyTable.of(RECOGNITION);

    @Override
    public String name() {
        return "obligation";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(obligations, changes, recognitions);
    }

    @EventHandler
    void on(ObligationOpened event, EventMetadata facts) {
        obligations.put(
                facts,
                row -> {
                    row.setContractId(event.getContractId());
                    row.setCustomerId(event.getCustomerId());
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setName(event.getName());
                    row.setLineNo(event.getLineNos().getFirst());
                    row.setLineNos(LineNumbers.text(event.getLineNos()));
                    row.setMethod(event.getMethod());
                    row.setProgressBasis(event.getProgressBasis());
                    row.setWithinLimit(event.getWithinLimit());
                    row.setPriceAmount(event.getPrice());
                    row.setTermFrom(event.getTermFrom());
                    row.setTermTo(event.getTermTo());
                    row.setBookedAmount(BigDecimal.ZERO);
                    row.setCurrency(event.getCurrency());
                },
                event.getObligationId());
    }

    @EventHandler
    void on(ObligationModified event, EventMetadata facts) {
        obligations.change(
                facts,
                row -> {
                    row.setPriceAmount(event.getPrice());
                    row.setTermTo(event.getTermTo());
                    if (event.getTreatment().equals("PROSPECTIVE")) {
                        row.setTermFrom(event.getEffectiveOn());
                    }
                },
                event.getObligationId());
        var row = new ObligationChangeRecord();
        row.setEventId(facts.eventId());
        row.setLeg("changed");
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setObligationId(event.getObligationId());
        row.setContractId(event.getContractId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setModificationId(event.getModificationId());
        row.setTreatment(event.getTreatment());
        row.setDecidedBy(event.getDecidedBy());
        row.setReason(event.getReason());
        row.setPriceAmount(event.getPrice());
        row.setTermTo(event.getTermTo());
        row.setEffectiveOn(event.getEffectiveOn());
        row.setKeptAmount(event.getKeptAmount());
        row.setCurrency(event.getCurrency());
        changes.add(row);
    }

    @EventHandler
    void on(RevenueRecognised event, EventMetadata facts) {
        obligations.change(facts, row -> row.setBookedAmount(event.getToDate()), event.getObligationId());
        var row = movement(facts, "recognised", event.getBasis());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setObligationId(event.getObligationId());
        row.setLineNo(event.getLineNo());
        row.setMethod(event.getMethod());
        row.setPeriod(event.getPeriod());
        row.setCauseId(event.getCloseId());
        row.setToDateAmount(event.getToDate());
        row.setBookedBeforeAmount(event.getBookedBefore());
        row.setRevenueAmount(event.getDelta());
        row.setServiceDate(event.getServiceDate());
        row.setAccountingDate(event.getAccountingDate());
        row.setCurrency(event.getCurrency());
        row.setRuleVersion(event.getRuleVersion());
        recognitions.add(row);
    }

    @EventHandler
    void on(CumulativeCatchUpRecognised event, EventMetadata facts) {
        obligations.change(facts, row -> row.setBookedAmount(event.getToDate()), event.getObligationId());
        var row = movement(facts, "catch-up", event.getBasis());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setObligationId(event.getObligationId());
        row.setLineNo(event.getLineNo());
        row.setMethod(event.getMethod());
        row.setCauseId(event.getModificationId());
        row.setToDateAmount(event.getToDate());
        row.setBookedBeforeAmount(event.getBookedBefore());
        row.setRevenueAmount(event.getDelta());
        row.setServiceDate(event.getServiceDate());
        row.setAccountingDate(event.getAccountingDate());
        row.setCurrency(event.getCurrency());
        row.setRuleVersion(event.getRuleVersion());
        recognitions.add(row);
    }

    private static RecognitionRecord movement(EventMetadata facts, String kind, RevenueBasis basis) {
        var row = new RecognitionRecord();
        row.setEventId(facts.eventId());
        row.setLeg(kind);
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setKind(kind);
        row.setCostAmount(basis.getCost());
        row.setEstimateAmount(basis.getEstimate());
        row.setPriceAmount(basis.getPrice());
        row.setLimitAmount(basis.getLimit());
        row.setValueAmount(basis.getValue());
        return row;
    }
}
