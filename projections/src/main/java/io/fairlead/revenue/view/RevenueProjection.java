package io.fairlead.revenue.view;

import static io.fairlead.projection.db.Tables.REVENUE_MOVEMENT;

import io.fairlead.billing.event.RetainerExpired;
import io.fairlead.project.event.ProgressReported;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.SourceProjection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.db.tables.records.RevenueMovementRecord;
import io.fairlead.source.Attribution;
import io.fairlead.source.SourceEvent;
import io.fairlead.source.SourceEvent.Billed;
import io.fairlead.source.SourceEvent.Changed;
import io.fairlead.source.SourceEvent.Confirmed;
import io.fairlead.source.SourceEvent.Deferred;
import io.fairlead.source.SourceEvent.Doubted;
import io.fairlead.source.SourceEvent.Lowered;
import io.fairlead.source.SourceEvent.Priced;
import io.fairlead.source.SourceEvent.PutOnDraft;
import io.fairlead.source.SourceEvent.Reopened;
import io.fairlead.source.SourceEvent.TakenOffDraft;
import io.fairlead.source.SourceEvent.WrittenOff;
import io.fairlead.source.SourcePart;
import io.fairlead.source.Work;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;

/**
 * Revenue as incurred, as signed movements: priced time and expenses, billing items, reported progress, expired retainers, less
 * what was written off or corrected; read by backlog and margin.
 */
public final class RevenueProjection implements SourceProjection {

    private static final int RULE_VERSION = 1;
    private static final String RETAINER = "retainer";
    private static final String PROGRESS = "progress";

    private final AppendOnlyTable<RevenueMovementRecord> movements = AppendOnlyTable.of(REVENUE_MOVEMENT);

    @Override
    public String name() {
        return "revenue";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(movements);
    }

    @Override
    public Set<Class<? extends SourceEvent>> takes() {
        return Set.of(Priced.class, Changed.class, WrittenOff.class, Lowered.class);
    }

    @Override
    public void on(SourceEvent event, EventMetadata facts) {
        switch (event) {
            case Priced priced -> {
                var of = priced.attribution();
                // A retainer is earned as it is drawn, progress as it is reported.
                if (!of.kind().equals(RETAINER) && !of.kind().equals(PROGRESS)) {
                    add(facts, of.kind(), priced.sourceId(), of, priced.seconds(), priced.amount());
                }
            }
            case Changed changed -> {
                var leg = changed.because().name().toLowerCase(Locale.ROOT);
                var of = changed.attribution();
                add(facts, leg, changed.sourceId(), of, changed.seconds(), changed.amount());
            }
            case WrittenOff lost -> lose(facts, "written_off", lost.sourceId(), lost.part(), lost.attribution());
            case Lowered lowered -> lose(facts, "corrected", lowered.sourceId(), lowered.part(), lowered.attribution());
            case PutOnDraft _, TakenOffDraft _, Billed _, Reopened _, Doubted _, Confirmed _, Deferred _ -> {
                // Billing moves no revenue: it was incurred before.
            }
        }
    }

    @EventHandler
    void on(ProgressReported event, EventMetadata facts) {
        if (event.getValueChange().signum() != 0) {
            var day = event.getReportedOn();
            var of = new Attribution(PROGRESS, Work.of(event), day, day, event.getCurrency(), RULE_VERSION);
            add(facts, PROGRESS, event.getProjectId(), of, 0, event.getValueChange());
        }
    }

    @EventHandler
    void on(RetainerExpired event, EventMetadata facts) {
        var day = event.getExpiredOn();
        var of = new Attribution(RETAINER, Work.of(event), day, day, event.getCurrency(), RULE_VERSION);
        add(facts, "retainer_expired", event.getRetainerId(), of, 0, event.getAmount());
    }

    private void lose(EventMetadata facts, String leg, String source, SourcePart part, Attribution of) {
        if (!of.kind().equals(RETAINER)) { // It was never revenue.
            add(facts, leg, source, of, -part.seconds(), part.amount().negate());
        }
    }

    private void add(EventMetadata facts, String leg, String source, Attribution of, int seconds, BigDecimal amount) {
        var row = new RevenueMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg(leg);
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setSourceId(source);
        row.setKind(leg);
        row.setLegalEntityId(of.work().legalEntityId());
        row.setCustomerId(of.work().customerId());
        row.setContractId(of.work().contractId());
        row.setProjectId(of.work().projectId());
        row.setLineNo(of.work().lineNo());
        row.setServiceDate(of.serviceDate());
        row.setAccountingDate(of.accountingDate());
        row.setSeconds(seconds);
        row.setRevenueAmount(amount);
        row.setCurrency(of.currency());
        row.setRuleVersion(of.ruleVersion());
        movements.add(row);
    }
}
