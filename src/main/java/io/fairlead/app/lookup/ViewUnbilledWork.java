package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.BILLING_ITEM;
import static io.fairlead.projection.db.Tables.CONTRACT_LINE;
import static io.fairlead.projection.db.Tables.EXPENSE;
import static io.fairlead.projection.db.Tables.PROJECT;
import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static io.fairlead.projection.db.Tables.UNBILLED_WORK;

import io.fairlead.billing.DraftLine;
import io.fairlead.billing.RetainerId;
import io.fairlead.billing.UnbilledWorkLookup;
import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.view.BillableWork;
import io.fairlead.billing.view.BillableWork.Billable;
import io.fairlead.billing.view.BillingItemQuery;
import io.fairlead.billing.view.RetainerQuery;
import io.fairlead.projection.db.tables.records.WorkPortionRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What a billing run may propose, from the view of unbilled work. */
public final class ViewUnbilledWork implements UnbilledWorkLookup {

    /** UNCL5305: services outside scope of tax. */
    private static final String OUTSIDE_TAX = "O";

    private final DSLContext views;
    private final Runnable viewsReachHead;

    /**
     * @param viewsReachHead returns when the views have seen everything stored by now
     */
    public ViewUnbilledWork(DSLContext views, Runnable viewsReachHead) {
        this.views = views;
        this.viewsReachHead = viewsReachHead;
    }

    /** What a contract line says about tax. */
    private record LineTax(String category, List<String> codes) {

        static final LineTax STANDARD = new LineTax("S", List.of());
    }

    @Override
    public List<Group> unbilled(BillingRunStarted run) {
        var groups = new ArrayList<Group>();
        var open = new ArrayList<Billable>();
        var taxes = taxes();
        new BillableWork(views).ready(run.getLegalEntityId(), run.getCutOff(), run.getContractId(), billable -> {
            if (!open.isEmpty() && !open.getFirst().contractId().equals(billable.contractId())) {
                groups.add(group(open, taxes));
                open.clear();
            }
            open.add(billable);
        });
        if (!open.isEmpty()) {
            groups.add(group(open, taxes));
        }
        return groups;
    }

    private static Group group(List<Billable> billables, Map<String, LineTax> taxes) {
        var first = billables.getFirst();
        return new Group(
                first.contractId(),
                first.payerId(),
                first.currency(),
                Boolean.TRUE.equals(first.poRequired()),
                first.poNumber(),
                billables.stream().map(Billable::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                billables.stream().map(billable -> source(billable, taxes)).toList());
    }

    private static Source source(Billable billable, Map<String, LineTax> taxes) {
        boolean byTime = billable.price() != null;
        var tax = taxes.getOrDefault(billable.contractId() + "#" + billable.lineNo(), LineTax.STANDARD);
        return new Source(
                new DraftLine(
                        billable.sourceId(),
                        billable.portionNo(),
                        billable.lineNo(),
                        billable.projectId(),
                        described(billable),
                        billable.serviceDate(),
                        byTime ? billable.seconds() : null,
                        billable.price(),
                        billable.secondsPerUnit(),
                        billable.amount(),
                        billable.disbursement() ? OUTSIDE_TAX : tax.category(),
                        billable.disbursement() ? List.of() : tax.codes()),
                billable.author() == null ? "" : billable.author());
    }

    private static String described(Billable billable) {
        var what = billable.description() == null ? billable.projectId() : billable.description();
        return billable.personId() == null ? what : billable.personId() + ": " + what;
    }

    private Map<String, LineTax> taxes() {
        var taxes = new HashMap<String, LineTax>();
        var l = CONTRACT_LINE;
        views.select(l.CONTRACT_ID, l.LINE_NO, l.TAX_CATEGORY, l.TAX_CODES)
                .from(l)
                .forEach(row -> taxes.put(
                        row.value1() + "#" + row.value2(),
                        new LineTax(
                                row.value3(),
                                row.value4().isEmpty()
                                        ? List.of()
                                        : List.of(row.value4().split(",", -1)))));
        return taxes;
    }

    @Override
    public Map<String, List<Source>> claimedBy(Collection<String> invoiceIds) {
        viewsReachHead.run();
        var claimed = new BillableWork(views).claimedBy(invoiceIds);
        if (claimed.isEmpty()) {
            return Map.of();
        }
        var taxes = taxes();
        var rows = rows(claimed.values().stream()
                .flatMap(List::stream)
                .map(WorkPortionRecord::getSourceId)
                .distinct()
                .toArray(String[]::new));
        var byInvoice = new HashMap<String, List<Source>>();
        claimed.forEach((invoice, portions) -> byInvoice.put(
                invoice,
                portions.stream()
                        .map(portion -> source(billable(rows.get(portion.getSourceId()), portion), taxes))
                        .toList()));
        return byInvoice;
    }

    private Map<String, ? extends Record> rows(String[] ids) {
        var w = UNBILLED_WORK;
        return views.select()
                .from(w)
                .leftJoin(TIME_ENTRY)
                .on(TIME_ENTRY.TIME_ENTRY_ID.eq(w.SOURCE_ID))
                .leftJoin(BILLING_ITEM)
                .on(BILLING_ITEM.BILLING_ITEM_ID.eq(w.SOURCE_ID))
                .leftJoin(EXPENSE)
                .on(EXPENSE.EXPENSE_ID.eq(w.SOURCE_ID))
                .join(PROJECT)
                .on(PROJECT.PROJECT_ID.eq(w.PROJECT_ID))
                .where(w.SOURCE_ID.eq(DSL.any(ids)))
                .fetchMap(w.SOURCE_ID);
    }

    private static Billable billable(Record row, WorkPortionRecord portion) {
        var w = UNBILLED_WORK;
        return new Billable(
                row.get(w.SOURCE_ID),
                row.get(w.CONTRACT_ID),
                row.get(w.CUSTOMER_ID),
                row.get(w.LEGAL_ENTITY_ID),
                null,
                null,
                row.get(w.CURRENCY),
                row.get(w.PROJECT_ID),
                row.get(w.LINE_NO),
                row.get(w.PERSON_ID),
                first(row, TIME_ENTRY.AUTHOR, BILLING_ITEM.AUTHOR, EXPENSE.AUTHOR),
                first(row, TIME_ENTRY.NOTE, BILLING_ITEM.DESCRIPTION, EXPENSE.CATEGORY),
                row.get(w.SERVICE_DATE),
                portion.getSeconds(),
                row.get(TIME_ENTRY.RATE),
                row.get(TIME_ENTRY.SECONDS_PER_UNIT),
                portion.getAmount(),
                portion.getPortionNo(),
                Boolean.TRUE.equals(row.get(EXPENSE.DISBURSEMENT)));
    }

    @SafeVarargs
    private static @Nullable String first(Record row, Field<String>... columns) {
        for (var column : columns) {
            var value = row.get(column);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Override
    public List<String> due(BillingRunStarted run) {
        return new BillingItemQuery(views).due(run.getLegalEntityId(), run.getCutOff(), run.getContractId());
    }

    @Override
    public void awaitAll() {
        viewsReachHead.run();
    }

    @Override
    public Map<String, Map<Integer, RetainerId>> retainers(Collection<String> contractIds) {
        var found = new HashMap<String, Map<Integer, RetainerId>>();
        new RetainerQuery(views).byLine(contractIds).forEach((contract, lines) -> {
            var ids = new HashMap<Integer, RetainerId>();
            lines.forEach((lineNo, id) -> ids.put(lineNo, new RetainerId(id)));
            found.put(contract, ids);
        });
        return found;
    }
}
