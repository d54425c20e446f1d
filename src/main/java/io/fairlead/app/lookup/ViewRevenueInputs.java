package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.OBLIGATION;

import io.fairlead.projection.db.tables.records.ObligationRecord;
import io.fairlead.revenue.ObligationId;
import io.fairlead.revenue.RevenueInputs;
import io.fairlead.revenue.RevenueInputsLookup;
import io.fairlead.revenue.RevenueMethod;
import io.fairlead.revenue.RevenueTerms;
import io.fairlead.revenue.view.LineNumbers;
import io.fairlead.revenue.view.RevenueValues;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What revenue is worked out from, from the views. */
public final class ViewRevenueInputs implements RevenueInputsLookup {

    private final DSLContext views;
    private final Runnable awaitViewsAtHead;

    /**
     * @param awaitViewsAtHead returns when the views have seen everything stored by now
     */
    public ViewRevenueInputs(DSLContext views, Runnable awaitViewsAtHead) {
        this.views = views;
        this.awaitViewsAtHead = awaitViewsAtHead;
    }

    @Override
    public List<Inputs> before(String legalEntityId, LocalDate until) {
        awaitViewsAtHead.run();
        return inputs(OBLIGATION.LEGAL_ENTITY_ID.eq(legalEntityId), until);
    }

    @Override
    public List<Inputs> of(String contractId, @Nullable Integer lineNo, LocalDate until) {
        awaitViewsAtHead.run();
        return inputs(OBLIGATION.CONTRACT_ID.eq(contractId), until).stream()
                .filter(found -> lineNo == null || found.lineNos().contains(lineNo))
                .toList();
    }

    private List<Inputs> inputs(Condition which, LocalDate until) {
        var values = RevenueValues.before(views, which, until);
        return views.selectFrom(OBLIGATION)
                .where(which)
                .orderBy(OBLIGATION.CONTRACT_ID, OBLIGATION.LINE_NO, OBLIGATION.OBLIGATION_ID)
                .fetch(row -> inputs(row, values, until));
    }

    private static Inputs inputs(ObligationRecord row, RevenueValues values, LocalDate until) {
        var lines = LineNumbers.of(row.getLineNos());
        var method = RevenueMethod.valueOf(row.getMethod());
        var byCost = method == RevenueMethod.PERCENT_COMPLETE;
        var byDays = method == RevenueMethod.STRAIGHT_LINE;
        var estimate = byCost ? values.estimate(row.getContractId(), lines) : null;
        return new Inputs(
                new ObligationId(row.getObligationId()),
                row.getContractId(),
                lines,
                row.getName(),
                new RevenueTerms(
                        method,
                        row.getProgressBasis().equals("REPORTED"),
                        row.getWithinLimit(),
                        row.getPriceAmount(),
                        row.getTermFrom(),
                        row.getTermTo(),
                        row.getKeptAmount(),
                        row.getKeptCost(),
                        CurrencyUnit.of(row.getCurrency())),
                row.getBookedAmount(),
                new RevenueInputs(
                        byCost ? values.cost(row.getContractId(), lines) : null,
                        estimate,
                        method == RevenueMethod.AS_INCURRED ? values.limit(row.getContractId(), lines) : null,
                        byDays || estimate != null ? null : values.value(row.getContractId(), lines),
                        until));
    }
}
