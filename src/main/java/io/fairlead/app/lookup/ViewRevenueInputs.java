package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.OBLIGATION;
import static io.fairlead.projection.db.Tables.OBLIGATION_TERMS;
import static org.jooq.impl.DSL.select;

import io.fairlead.projection.db.tables.records.ObligationRecord;
import io.fairlead.projection.db.tables.records.ObligationTermsRecord;
import io.fairlead.revenue.ObligationId;
import io.fairlead.revenue.RevenueInputs;
import io.fairlead.revenue.RevenueInputsLookup;
import io.fairlead.revenue.RevenueMethod;
import io.fairlead.revenue.RevenueTerms;
import io.fairlead.revenue.RevenueTerms.Agreed;
import io.fairlead.revenue.RevenueTerms.Change;
import io.fairlead.revenue.view.LineNumbers;
import io.fairlead.revenue.view.RevenueValues;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        var terms = terms(which);
        return views.selectFrom(OBLIGATION)
                .where(which)
                .orderBy(OBLIGATION.CONTRACT_ID, OBLIGATION.LINE_NO, OBLIGATION.OBLIGATION_ID)
                .fetch(row -> {
                    var agreed = terms(row, terms.getOrDefault(row.getObligationId(), List.of()));
                    var known = agreed.keeping().stream()
                            .filter(day -> agreed.method() == RevenueMethod.PERCENT_COMPLETE && day.isBefore(until))
                            .map(day -> inputs(row, RevenueValues.before(views, only(row), day), day, List.of()))
                            .toList();
                    return new Inputs(
                            new ObligationId(row.getObligationId()),
                            row.getContractId(),
                            LineNumbers.of(row.getLineNos()),
                            row.getName(),
                            agreed,
                            row.getBookedAmount(),
                            inputs(row, values, until, known));
                });
    }

    private static Condition only(ObligationRecord row) {
        return OBLIGATION.OBLIGATION_ID.eq(row.getObligationId());
    }

    /** Rows of each obligation, as they were agreed in turn. */
    private Map<String, List<ObligationTermsRecord>> terms(Condition which) {
        return views
                .selectFrom(OBLIGATION_TERMS)
                .where(OBLIGATION_TERMS.OBLIGATION_ID.in(
                        select(OBLIGATION.OBLIGATION_ID).from(OBLIGATION).where(which)))
                .orderBy(OBLIGATION_TERMS.POSITION)
                .stream()
                .collect(Collectors.groupingBy(ObligationTermsRecord::getObligationId));
    }

    private static RevenueTerms terms(ObligationRecord row, List<ObligationTermsRecord> agreed) {
        var first = agreed.getFirst();
        var terms = new RevenueTerms(
                RevenueMethod.valueOf(row.getMethod()),
                row.getProgressBasis().equals("REPORTED"),
                row.getWithinLimit(),
                first.getFromDate(),
                new Agreed(first.getPriceAmount(), first.getTermTo()),
                List.of(),
                CurrencyUnit.of(row.getCurrency()));
        for (var change : agreed.subList(1, agreed.size())) {
            terms = terms.with(new Change(
                    change.getFromDate(),
                    change.getKind().equals("PROSPECTIVE"),
                    new Agreed(change.getPriceAmount(), change.getTermTo())));
        }
        return terms;
    }

    private static RevenueInputs inputs(
            ObligationRecord row, RevenueValues values, LocalDate until, List<RevenueInputs> earlier) {
        var lines = LineNumbers.of(row.getLineNos());
        var method = RevenueMethod.valueOf(row.getMethod());
        var byCost = method == RevenueMethod.PERCENT_COMPLETE;
        var byDays = method == RevenueMethod.STRAIGHT_LINE;
        var estimate = byCost ? values.estimate(row.getContractId(), lines) : null;
        return new RevenueInputs(
                byCost ? values.cost(row.getContractId(), lines) : null,
                estimate,
                method == RevenueMethod.AS_INCURRED ? values.limit(row.getContractId(), lines) : null,
                byDays || estimate != null ? null : values.value(row.getContractId(), lines),
                until,
                earlier);
    }
}
