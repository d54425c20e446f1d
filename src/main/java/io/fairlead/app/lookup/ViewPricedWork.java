package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static io.fairlead.projection.db.Tables.UNBILLED_WORK;
import static org.jooq.impl.DSL.noCondition;

import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.pricing.PricedWorkLookup;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.Rate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Unbilled time of contracts that round per line or price at the invoice date. */
public final class ViewPricedWork implements PricedWorkLookup {

    private final DSLContext views;
    private final Runnable awaitViewsAtHead;

    /**
     * @param awaitViewsAtHead returns when the views have seen everything stored by now
     */
    public ViewPricedWork(DSLContext views, Runnable awaitViewsAtHead) {
        this.views = views;
        this.awaitViewsAtHead = awaitViewsAtHead;
    }

    @Override
    public void catchUp() {
        awaitViewsAtHead.run();
    }

    @Override
    public List<PricedWork> toFix(BillingRunStarted run) {
        var w = UNBILLED_WORK;
        var t = TIME_ENTRY;
        var c = CONTRACT;
        return views.select()
                .from(w)
                .join(c)
                .on(c.CONTRACT_ID.eq(w.CONTRACT_ID))
                .join(t)
                .on(t.TIME_ENTRY_ID.eq(w.SOURCE_ID))
                .where(w.LEGAL_ENTITY_ID.eq(run.getLegalEntityId()))
                .and(w.SERVICE_DATE.le(run.getCutOff()))
                .and(run.getContractId() == null ? noCondition() : w.CONTRACT_ID.eq(run.getContractId()))
                .and(w.READY_SECONDS.gt(0)) // Some seconds are worth nothing alone, and a cent together.
                .and(w.READY_AMOUNT.eq(w.PRICED_AMOUNT))
                .and(c.ROUNDING.eq("PER_LINE").or(c.FX_DATE.eq("INVOICE_DATE").and(t.FX_RATE.isNotNull())))
                .orderBy(w.CONTRACT_ID, w.SERVICE_DATE, w.SOURCE_ID)
                .fetch(ViewPricedWork::work);
    }

    private static PricedWork work(Record row) {
        var w = UNBILLED_WORK;
        var t = TIME_ENTRY;
        return new PricedWork(
                row.get(w.SOURCE_ID),
                row.get(t.VERSION),
                row.get(w.CONTRACT_ID),
                row.get(w.LINE_NO),
                row.get(w.PROJECT_ID),
                row.get(w.PERSON_ID),
                row.get(CONTRACT.ROUNDING).equals("PER_LINE"),
                row.get(CONTRACT.FX_DATE).equals("INVOICE_DATE"),
                row.get(w.PRICED_SECONDS),
                rate(row),
                row.get(w.READY_AMOUNT));
    }

    private static Rate rate(Record row) {
        var t = TIME_ENTRY;
        var own = row.get(t.RATE_CURRENCY) == null ? row.get(t.CURRENCY) : row.get(t.RATE_CURRENCY);
        var rate = new Rate(row.get(t.RATE), CurrencyUnit.of(own), row.get(t.SECONDS_PER_UNIT));
        return row.get(t.FX_RATE) == null
                ? rate
                : rate.with(new ExchangeRate(
                        row.get(t.FX_BASE),
                        row.get(t.FX_QUOTE),
                        row.get(t.FX_RATE),
                        row.get(t.FX_FROM_DATE),
                        row.get(t.FX_SOURCE)));
    }
}
