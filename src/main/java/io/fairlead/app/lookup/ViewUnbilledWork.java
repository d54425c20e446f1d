package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.BILLING_ITEM;
import static io.fairlead.projection.db.Tables.CONTRACT_LINE;
import static io.fairlead.projection.db.Tables.CONTRACT_PAYER;
import static io.fairlead.projection.db.Tables.EXPENSE;
import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static io.fairlead.projection.db.Tables.UNBILLED_WORK;

import io.fairlead.billing.DraftLine;
import io.fairlead.billing.PayerShares;
import io.fairlead.billing.RetainerId;
import io.fairlead.billing.UnbilledWorkLookup;
import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.view.BillableWork;
import io.fairlead.billing.view.BillableWork.Billable;
import io.fairlead.billing.view.BillingItemQuery;
import io.fairlead.billing.view.RetainerQuery;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
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
    record LineTax(String category, List<String> codes) {

        static final LineTax STANDARD = new LineTax("S", List.of());
    }

    @Override
    public List<Group> unbilled(BillingRunStarted run) {
        var groups = new ArrayList<Group>();
        var open = new ArrayList<Billable>();
        var terms = new Terms(taxes(), payers());
        new BillableWork(views).ready(run.getLegalEntityId(), run.getCutOff(), run.getContractId(), billable -> {
            if (!open.isEmpty() && !open.getFirst().contractId().equals(billable.contractId())) {
                groups.addAll(InvoiceGroups.of(open, terms));
                open.clear();
            }
            open.add(billable);
        });
        if (!open.isEmpty()) {
            groups.addAll(InvoiceGroups.of(open, terms));
        }
        return groups;
    }

    /**
     * What contracts say about tax and payers.
     *
     * @param taxes by contract#line
     * @param payers by contract; those with the customer alone are missing
     */
    record Terms(Map<String, LineTax> taxes, Map<String, List<PayerShares.Payer>> payers) {}

    static Source source(Billable billable, Map<String, LineTax> taxes, int portionNo, int seconds, BigDecimal amount) {
        boolean byTime = billable.price() != null;
        var tax = taxes.getOrDefault(billable.contractId() + "#" + billable.lineNo(), LineTax.STANDARD);
        return new Source(
                new DraftLine(
                        billable.sourceId(),
                        portionNo,
                        billable.lineNo(),
                        billable.projectId(),
                        described(billable),
                        billable.serviceDate(),
                        byTime ? seconds : null,
                        billable.price(),
                        billable.secondsPerUnit(),
                        amount,
                        billable.disbursement() ? OUTSIDE_TAX : tax.category(),
                        billable.disbursement() ? List.of() : tax.codes()),
                billable.author() == null ? "" : billable.author(),
                billable.limited(),
                amount.compareTo(billable.ready()) != 0);
    }

    private Map<String, List<PayerShares.Payer>> payers() {
        var payers = new HashMap<String, List<PayerShares.Payer>>();
        views.selectFrom(CONTRACT_PAYER)
                .orderBy(CONTRACT_PAYER.CONTRACT_ID, CONTRACT_PAYER.TAKES_RESIDUE, CONTRACT_PAYER.CUSTOMER_ID)
                .forEach(row -> payers.computeIfAbsent(row.getContractId(), _ -> new ArrayList<>())
                        .add(new PayerShares.Payer(row.getCustomerId(), row.getShare(), row.getTakesResidue())));
        return payers;
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
        return sources(new BillableWork(views).claimedBy(invoiceIds));
    }

    @Override
    public Map<String, List<Source>> fundedBy(Collection<String> invoiceIds) {
        var work = new BillableWork(views);
        var funded = new ArrayList<>(work.fundedBy(invoiceIds));
        if (funded.isEmpty()) {
            return Map.of();
        }
        var claimed = new HashSet<List<String>>();
        work.claimedBy(invoiceIds).forEach(claim -> claimed.add(List.of(claim.invoiceId(), claim.sourceId())));
        funded.removeIf(claim -> claimed.contains(List.of(claim.invoiceId(), claim.sourceId())));
        return sources(funded);
    }

    private Map<String, List<Source>> sources(List<BillableWork.Claim> claims) {
        if (claims.isEmpty()) {
            return Map.of();
        }
        var taxes = taxes();
        var known = new HashMap<String, Billable>();
        for (var row : rows(
                claims.stream().map(BillableWork.Claim::sourceId).distinct().toArray(String[]::new))) {
            known.put(row.get(UNBILLED_WORK.SOURCE_ID), billable(row));
        }
        var byInvoice = new HashMap<String, List<Source>>();
        for (var claim : claims) {
            var billable = Objects.requireNonNull(known.get(claim.sourceId()));
            boolean unclaimed = claim.portionNo() == 0;
            byInvoice
                    .computeIfAbsent(claim.invoiceId(), _ -> new ArrayList<>())
                    .add(source(
                            billable,
                            taxes,
                            unclaimed ? billable.portionNo() : claim.portionNo(),
                            unclaimed ? InvoiceGroups.seconds(billable, claim.amount()) : claim.seconds(),
                            claim.amount()));
        }
        return byInvoice;
    }

    private Result<? extends Record> rows(String[] ids) {
        var w = UNBILLED_WORK;
        return views.select()
                .from(w)
                .leftJoin(TIME_ENTRY)
                .on(TIME_ENTRY.TIME_ENTRY_ID.eq(w.SOURCE_ID))
                .leftJoin(BILLING_ITEM)
                .on(BILLING_ITEM.BILLING_ITEM_ID.eq(w.SOURCE_ID))
                .leftJoin(EXPENSE)
                .on(EXPENSE.EXPENSE_ID.eq(w.SOURCE_ID))
                .where(w.SOURCE_ID.eq(DSL.any(ids)))
                .fetch();
    }

    private static Billable billable(Record row) {
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
                row.get(w.READY_SECONDS),
                row.get(TIME_ENTRY.PRICE) == null ? row.get(TIME_ENTRY.RATE) : row.get(TIME_ENTRY.PRICE),
                row.get(TIME_ENTRY.SECONDS_PER_UNIT),
                row.get(w.READY_AMOUNT),
                row.get(w.READY_AMOUNT),
                true,
                row.get(w.LAST_PORTION_NO) + 1,
                null,
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
