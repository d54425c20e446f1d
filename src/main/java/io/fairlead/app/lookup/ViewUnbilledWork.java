package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.BILLING_ITEM;
import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.CONTRACT_LINE;
import static io.fairlead.projection.db.Tables.CONTRACT_PAYER;
import static io.fairlead.projection.db.Tables.CUSTOMER_TAX_PROFILE;
import static io.fairlead.projection.db.Tables.EXPENSE;
import static io.fairlead.projection.db.Tables.PERSON;
import static io.fairlead.projection.db.Tables.PROJECT;
import static io.fairlead.projection.db.Tables.TASK;
import static io.fairlead.projection.db.Tables.TIME_ENTRY;
import static io.fairlead.projection.db.Tables.UNBILLED_WORK;

import io.fairlead.billing.einvoice.EInvoicePolicy;
import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.invoice.WorkNames;
import io.fairlead.billing.retainer.RetainerId;
import io.fairlead.billing.run.BillableSource;
import io.fairlead.billing.run.BillableSource.Held;
import io.fairlead.billing.run.BillingTerms;
import io.fairlead.billing.run.BillingTerms.LineKey;
import io.fairlead.billing.run.BillingTerms.LineTax;
import io.fairlead.billing.run.PayerShares;
import io.fairlead.billing.run.UnbilledWorkLookup;
import io.fairlead.billing.view.Billable;
import io.fairlead.billing.view.BillableWork;
import io.fairlead.billing.view.BillingItemQuery;
import io.fairlead.billing.view.RetainerQuery;
import io.fairlead.funding.FundLimit;
import io.fairlead.party.MergedCustomers;
import io.fairlead.view.CustomerMerges;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What a billing run may propose, from the view of unbilled work. */
public final class ViewUnbilledWork implements UnbilledWorkLookup {

    private final DSLContext views;
    private final Runnable awaitViewsAtHead;

    /**
     * @param awaitViewsAtHead returns when the views have seen everything stored by now
     */
    public ViewUnbilledWork(DSLContext views, Runnable awaitViewsAtHead) {
        this.views = views;
        this.awaitViewsAtHead = awaitViewsAtHead;
    }

    @Override
    public BillingTerms terms() {
        var merged = new MergedCustomers(CustomerMerges.of(views).into());
        return new BillingTerms(taxes(), payers(), profiles(), electronic(), merged);
    }

    @Override
    public void ready(BillingRunStarted run, Consumer<BillableSource> reader) {
        new BillableWork(views)
                .ready(
                        run.getLegalEntityId(),
                        run.getCutOff(),
                        run.getContractId(),
                        billable -> reader.accept(source(billable)));
    }

    private static BillableSource source(Billable billable) {
        return new BillableSource(
                billable.sourceId(),
                billable.contractId(),
                billable.payerId(),
                Boolean.TRUE.equals(billable.poRequired()),
                billable.poNumber(),
                billable.currency(),
                billable.projectId(),
                billable.lineNo(),
                billable.personId(),
                billable.author(),
                billable.description(),
                billable.serviceDate(),
                billable.seconds(),
                billable.price(),
                billable.secondsPerUnit(),
                billable.ready(),
                billable.granted(),
                limits(billable),
                billable.portionNo(),
                "PROJECT".equals(billable.invoicePer()),
                billable.disbursement(),
                billable.held().stream()
                        .map(part -> new Held(
                                part.invoiceId(), part.payerId(), part.seconds(), part.amount(), part.claimed()))
                        .toList());
    }

    private static List<FundLimit> limits(Billable billable) {
        var limits = new ArrayList<FundLimit>(0);
        if (billable.contractLimit() != null) {
            limits.add(FundLimit.contract(billable.contractLimit()));
        }
        if (billable.lineLimit() != null) {
            limits.add(FundLimit.line(billable.lineNo(), billable.lineLimit()));
        }
        if (billable.orderLimit() != null) {
            limits.add(FundLimit.order("any", billable.orderLimit()));
        }
        return limits;
    }

    private Map<String, List<PayerShares.Payer>> payers() {
        var payers = new HashMap<String, List<PayerShares.Payer>>();
        views.selectFrom(CONTRACT_PAYER)
                .orderBy(CONTRACT_PAYER.CONTRACT_ID, CONTRACT_PAYER.TAKES_RESIDUE, CONTRACT_PAYER.CUSTOMER_ID)
                .forEach(row -> payers.computeIfAbsent(row.getContractId(), _ -> new ArrayList<>())
                        .add(new PayerShares.Payer(row.getCustomerId(), row.getShare(), row.getTakesResidue())));
        return payers;
    }

    private Map<LineKey, LineTax> taxes() {
        var taxes = new HashMap<LineKey, LineTax>();
        var l = CONTRACT_LINE;
        views.select(l.CONTRACT_ID, l.LINE_NO, l.TAX_CATEGORY, l.TAX_CODES)
                .from(l)
                .forEach(row -> taxes.put(
                        new LineKey(row.value1(), row.value2()),
                        new LineTax(
                                row.value3(),
                                row.value4().isEmpty()
                                        ? List.of()
                                        : List.of(row.value4().split(",", -1)))));
        return taxes;
    }

    private Set<String> electronic() {
        return views.select(CONTRACT.CONTRACT_ID)
                .from(CONTRACT)
                .where(CONTRACT.E_INVOICE.eq(EInvoicePolicy.REQUIRED.name()))
                .fetchSet(CONTRACT.CONTRACT_ID);
    }

    private Map<String, NavigableMap<LocalDate, String>> profiles() {
        var profiles = new HashMap<String, NavigableMap<LocalDate, String>>();
        var p = CUSTOMER_TAX_PROFILE;
        views.selectFrom(p).where(p.TAX_CATEGORY.isNotNull()).forEach(row -> profiles.computeIfAbsent(
                        row.getCustomerId(), _ -> new TreeMap<>())
                .put(row.getFromDate(), row.getTaxCategory()));
        return profiles;
    }

    @Override
    public List<ClaimedPart> claimedBy(Collection<String> invoiceIds) {
        awaitViewsAtHead.run();
        var claims = new BillableWork(views).claimedBy(invoiceIds);
        var known = sources(claims);
        return claims.stream()
                .map(claim -> new ClaimedPart(
                        claim.invoiceId(),
                        Objects.requireNonNull(known.get(claim.sourceId())),
                        claim.portionNo(),
                        claim.seconds(),
                        claim.amount()))
                .toList();
    }

    @Override
    public List<FundedPart> fundedBy(Collection<String> invoiceIds) {
        var claims = new BillableWork(views).fundedBy(invoiceIds);
        var known = sources(claims);
        return claims.stream()
                .map(claim -> new FundedPart(
                        claim.invoiceId(), Objects.requireNonNull(known.get(claim.sourceId())), claim.amount()))
                .toList();
    }

    private Map<String, BillableSource> sources(List<BillableWork.Claim> claims) {
        var known = new HashMap<String, BillableSource>();
        if (!claims.isEmpty()) {
            var ids = claims.stream().map(BillableWork.Claim::sourceId).distinct();
            for (var row : rows(ids.toArray(String[]::new))) {
                known.put(row.get(UNBILLED_WORK.SOURCE_ID), source(row));
            }
        }
        return known;
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

    /** Of a source that a draft holds already: its order and its limits are the draft's. */
    private static BillableSource source(Record row) {
        var w = UNBILLED_WORK;
        return new BillableSource(
                row.get(w.SOURCE_ID),
                row.get(w.CONTRACT_ID),
                row.get(w.CUSTOMER_ID),
                false,
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
                BigDecimal.ZERO,
                List.of(),
                row.get(w.LAST_PORTION_NO) + 1,
                false,
                Boolean.TRUE.equals(row.get(EXPENSE.DISBURSEMENT)),
                List.of());
    }

    @Override
    public Map<String, WorkNames> named(Collection<String> sourceIds) {
        var w = UNBILLED_WORK;
        return views.select(w.SOURCE_ID, w.PERSON_ID, PERSON.NAME, w.PROJECT_ID, PROJECT.NAME, TASK.TASK_ID, TASK.NAME)
                .from(w)
                .leftJoin(PERSON)
                .on(PERSON.PERSON_ID.eq(w.PERSON_ID))
                .leftJoin(PROJECT)
                .on(PROJECT.PROJECT_ID.eq(w.PROJECT_ID))
                .leftJoin(TIME_ENTRY)
                .on(TIME_ENTRY.TIME_ENTRY_ID.eq(w.SOURCE_ID))
                .leftJoin(TASK)
                .on(TASK.PROJECT_ID.eq(w.PROJECT_ID))
                .and(TASK.TASK_ID.eq(TIME_ENTRY.TASK_ID))
                .where(w.SOURCE_ID.eq(DSL.any(sourceIds.toArray(String[]::new))))
                .fetchMap(
                        w.SOURCE_ID,
                        row -> new WorkNames(
                                row.value2(), row.value3(), row.value4(), row.value5(), row.value6(), row.value7()));
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
        awaitViewsAtHead.run();
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
