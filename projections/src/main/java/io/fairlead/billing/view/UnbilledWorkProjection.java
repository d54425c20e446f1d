package io.fairlead.billing.view;

import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.SourceProjection;
import io.fairlead.projection.TableBuffer;
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
import java.util.List;
import java.util.Set;

/**
 * Unbilled work, three times: signed movements whose sums are the balances, per source what is ready, drafted, billed and
 * written off, and its portions. Read by {@link UnbilledQuery} and {@link BillableWork}.
 */
public final class UnbilledWorkProjection implements SourceProjection {

    private static final Set<String> PRICED = Set.of("time", "expense");

    private final WorkLedger ledger = new WorkLedger();

    @Override
    public String name() {
        return "unbilled-work";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return ledger.tables();
    }

    @Override
    public Set<Class<? extends SourceEvent>> takes() {
        return Set.of(
                Priced.class,
                Changed.class,
                PutOnDraft.class,
                TakenOffDraft.class,
                Billed.class,
                Reopened.class,
                WrittenOff.class,
                Lowered.class,
                Doubted.class,
                Confirmed.class,
                Deferred.class);
    }

    @Override
    public void on(SourceEvent event, EventMetadata facts) {
        var source = event.sourceId();
        switch (event) {
            case Priced priced ->
                ledger.priced(facts, PRICED.contains(priced.attribution().kind()) ? "priced" : "ready", priced);
            case Changed changed -> ledger.changed(facts, changed);
            case PutOnDraft drafted -> ledger.drafted(facts, source, drafted.invoiceId(), drafted.part());
            case TakenOffDraft released -> ledger.undrafted(facts, source, released.part());
            case Billed billed -> ledger.billed(facts, billed);
            case Reopened reopened ->
                ledger.credited(facts, source, CreditedPart.REOPENED, reopened.part(), reopened.accountingDate());
            case WrittenOff lost ->
                ledger.writtenOff(facts, source, lost.part(), lost.attribution().accountingDate());
            case Lowered lowered ->
                ledger.credited(
                        facts,
                        source,
                        CreditedPart.GONE,
                        lowered.part(),
                        lowered.attribution().accountingDate());
            case Doubted _ -> ledger.noted(facts, source, row -> row.setInDoubt(true));
            case Confirmed _ -> ledger.noted(facts, source, row -> row.setInDoubt(false));
            case Deferred deferred ->
                ledger.noted(facts, source, row -> {
                    row.setDeferredUntil(deferred.until());
                    row.setDeferredBecause(deferred.reason());
                });
        }
    }
}
