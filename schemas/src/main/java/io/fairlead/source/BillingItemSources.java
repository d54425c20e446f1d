package io.fairlead.source;

import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemCorrected;
import io.fairlead.billing.event.BillingItemDeferred;
import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemReopened;
import io.fairlead.billing.event.BillingItemTakenOffDraft;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.source.SourceEvent.Billed;
import io.fairlead.source.SourceEvent.Deferred;
import io.fairlead.source.SourceEvent.Lowered;
import io.fairlead.source.SourceEvent.Priced;
import io.fairlead.source.SourceEvent.PutOnDraft;
import io.fairlead.source.SourceEvent.Reopened;
import io.fairlead.source.SourceEvent.TakenOffDraft;
import io.fairlead.source.SourceEvent.WrittenOff;
import java.util.Locale;

/** What the events of a billing item say of it as a billable source: ready is its price. */
final class BillingItemSources {

    static void addTo(SourceCases cases) {
        cases.add(BillingItemReady.class, Priced.class, BillingItemSources::priced);
        cases.add(BillingItemPutOnDraft.class, PutOnDraft.class, BillingItemSources::putOnDraft);
        cases.add(BillingItemTakenOffDraft.class, TakenOffDraft.class, BillingItemSources::takenOffDraft);
        cases.add(BillingItemBilled.class, Billed.class, BillingItemSources::billed);
        cases.add(BillingItemReopened.class, Reopened.class, BillingItemSources::reopened);
        cases.add(BillingItemWrittenOff.class, WrittenOff.class, BillingItemSources::writtenOff);
        cases.add(BillingItemCorrected.class, Lowered.class, BillingItemSources::lowered);
        cases.add(BillingItemDeferred.class, Deferred.class, BillingItemSources::deferred);
    }

    private static Priced priced(BillingItemReady event) {
        var attribution = new Attribution(
                kind(event.getKind()),
                Work.of(event),
                event.getServiceDate(),
                event.getAccountingDate(),
                event.getCurrency(),
                event.getRuleVersion());
        return new Priced(event.getBillingItemId(), attribution, 0, event.getAmount());
    }

    private static PutOnDraft putOnDraft(BillingItemPutOnDraft event) {
        var part = new SourcePart(event.getPortionNo(), 0, event.getAmount());
        return new PutOnDraft(event.getBillingItemId(), event.getInvoiceId(), part);
    }

    private static TakenOffDraft takenOffDraft(BillingItemTakenOffDraft event) {
        var part = new SourcePart(event.getPortionNo(), 0, event.getAmount());
        return new TakenOffDraft(event.getBillingItemId(), event.getInvoiceId(), part);
    }

    private static Billed billed(BillingItemBilled event) {
        return new Billed(
                event.getBillingItemId(),
                event.getInvoiceId(),
                event.getInvoiceLineNo(),
                new SourcePart(event.getPortionNo(), 0, event.getAmount()),
                event.getAccountingDate());
    }

    private static Reopened reopened(BillingItemReopened event) {
        return new Reopened(
                event.getBillingItemId(),
                event.getCreditNoteId(),
                event.getInvoiceId(),
                new SourcePart(event.getPortionNo(), 0, event.getAmount()),
                event.getAccountingDate());
    }

    private static WrittenOff writtenOff(BillingItemWrittenOff event) {
        var attribution = new Attribution(
                kind(event.getKind()),
                Work.of(event),
                event.getServiceDate(),
                event.getAccountingDate(),
                event.getCurrency(),
                Attribution.FIRST_RULES);
        var part = new SourcePart(event.getPortionNo(), 0, event.getAmount());
        return new WrittenOff(event.getBillingItemId(), event.getCreditNoteId(), part, attribution);
    }

    private static Lowered lowered(BillingItemCorrected event) {
        var attribution = new Attribution(
                kind(event.getKind()),
                Work.of(event),
                event.getServiceDate(),
                event.getAccountingDate(),
                event.getCurrency(),
                Attribution.FIRST_RULES);
        var part = new SourcePart(event.getPortionNo(), 0, event.getAmount());
        return new Lowered(event.getBillingItemId(), event.getCreditNoteId(), part, attribution);
    }

    private static Deferred deferred(BillingItemDeferred event) {
        return new Deferred(event.getBillingItemId(), event.getUntil(), event.getReason());
    }

    private static String kind(String kind) {
        return kind.toLowerCase(Locale.ROOT);
    }

    private BillingItemSources() {}
}
