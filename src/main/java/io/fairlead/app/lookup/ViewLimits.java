package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.BILLING_MOVEMENT;
import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.CONTRACT_LINE;
import static io.fairlead.projection.db.Tables.CONTRACT_ORDER;
import static io.fairlead.projection.db.Tables.EXPENSE;
import static io.fairlead.projection.db.Tables.FUNDING_MOVEMENT;
import static io.fairlead.projection.db.Tables.INVOICE;
import static io.fairlead.projection.db.Tables.UNBILLED_WORK;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import io.fairlead.billing.retainer.RetainerId;
import io.fairlead.funding.FundCap;
import io.fairlead.funding.FundLimit;
import io.fairlead.funding.LimitedLines;
import io.fairlead.funding.LimitsLookup;
import io.fairlead.funding.OpenFunding;
import io.fairlead.projection.db.tables.records.ContractLineRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Which contracts and lines are limited, kept in memory while the views stand still on contracts; and what is agreed on them. */
public final class ViewLimits implements LimitsLookup {

    private final DSLContext views;
    private final LongSupplier version;
    private final Runnable awaitViewsAtHead;
    private volatile Limited known = new Limited(-1, Map.of());

    /**
     * @param version changes whenever a contract may have changed
     * @param awaitViewsAtHead returns when the views have seen everything stored by now
     */
    public ViewLimits(DSLContext views, LongSupplier version, Runnable awaitViewsAtHead) {
        this.views = views;
        this.version = version;
        this.awaitViewsAtHead = awaitViewsAtHead;
    }

    /** By contract; those without any limit are missing. */
    private record Limited(long version, Map<String, LimitedLines> lines) {}

    @Override
    public LimitedLines limited(String contractId) {
        var current = known;
        var now = current.version() == version.getAsLong() ? current : load();
        return now.lines().getOrDefault(contractId, LimitedLines.NONE);
    }

    private synchronized Limited load() {
        var wanted = version.getAsLong();
        if (known.version() != wanted) {
            var limits = new HashMap<String, List<FundLimit>>();
            views.select(CONTRACT.CONTRACT_ID, CONTRACT.LIMIT_AMOUNT)
                    .from(CONTRACT)
                    .where(CONTRACT.LIMIT_AMOUNT.isNotNull())
                    .forEach(row -> add(limits, row.value1(), FundLimit.contract(row.value2())));
            views.select(CONTRACT_ORDER.CONTRACT_ID, CONTRACT_ORDER.PO_NUMBER, CONTRACT_ORDER.LIMIT_AMOUNT)
                    .from(CONTRACT_ORDER)
                    .where(CONTRACT_ORDER.DRAWN)
                    .and(CONTRACT_ORDER.LIMIT_AMOUNT.isNotNull())
                    .forEach(row -> add(limits, row.value1(), FundLimit.order(row.value2(), row.value3())));
            views.select(CONTRACT_LINE.CONTRACT_ID, CONTRACT_LINE.LINE_NO, CONTRACT_LINE.LIMIT_AMOUNT)
                    .from(CONTRACT_LINE)
                    .where(CONTRACT_LINE.LIMIT_AMOUNT.isNotNull())
                    .forEach(row -> add(limits, row.value1(), FundLimit.line(row.value2(), row.value3())));
            views.selectFrom(CONTRACT_LINE)
                    .where(CONTRACT_LINE.CAPS.isNotNull())
                    .forEach(row -> caps(row, LocalDate.EPOCH).forEach(cap -> add(limits, row.getContractId(), cap)));
            var lines = new HashMap<String, LimitedLines>();
            limits.forEach((contract, agreed) -> lines.put(contract, LimitedLines.of(agreed)));
            known = new Limited(wanted, lines);
        }
        return known;
    }

    /** Caps of a line, which are counted from its first day on. */
    private static List<FundLimit> caps(ContractLineRecord line, LocalDate termFrom) {
        var from = Objects.requireNonNullElse(line.getTermFrom(), termFrom);
        return line.getCaps() == null
                ? List.of()
                : Arrays.stream(line.getCaps().split(",", -1))
                        .map(text -> text.split(":", -1))
                        .map(cap -> FundLimit.cap(
                                line.getLineNo(),
                                new BigDecimal(cap[1]),
                                new FundCap(
                                        FundCap.Unit.valueOf(cap[0]),
                                        FundCap.Per.valueOf(cap[2]),
                                        Boolean.parseBoolean(cap[3]),
                                        from)))
                        .toList();
    }

    private static void add(Map<String, List<FundLimit>> limits, String contractId, FundLimit limit) {
        limits.computeIfAbsent(contractId, _ -> new ArrayList<>()).add(limit);
    }

    @Override
    public Optional<Agreed> agreed(String contractId) {
        return views.selectFrom(CONTRACT)
                .where(CONTRACT.CONTRACT_ID.eq(contractId))
                .fetchOptional()
                .map(contract -> {
                    var limits = limits(contractId, contract.getLimitAmount());
                    return new Agreed(
                            contract.getLegalEntityId(),
                            contract.getCurrency(),
                            OpenFunding.Policy.valueOf(contract.getLimitPolicy()),
                            limits,
                            billed(contractId, limits));
                });
    }

    /** Lines, the contract, and its orders as they are drawn. */
    private List<FundLimit> limits(String contractId, @Nullable BigDecimal ofContract) {
        var limits = new ArrayList<FundLimit>();
        var termFrom = views.select(CONTRACT.TERM_FROM)
                .from(CONTRACT)
                .where(CONTRACT.CONTRACT_ID.eq(contractId))
                .fetchSingle(CONTRACT.TERM_FROM);
        views.selectFrom(CONTRACT_LINE)
                .where(CONTRACT_LINE.CONTRACT_ID.eq(contractId))
                .orderBy(CONTRACT_LINE.LINE_NO)
                .forEach(line -> {
                    limits.add(FundLimit.line(line.getLineNo(), line.getLimitAmount()));
                    limits.addAll(caps(line, termFrom));
                });
        limits.add(FundLimit.contract(ofContract));
        views.selectFrom(CONTRACT_ORDER)
                .where(CONTRACT_ORDER.CONTRACT_ID.eq(contractId))
                .and(CONTRACT_ORDER.DRAWN)
                .orderBy(CONTRACT_ORDER.ORDINAL)
                .forEach(order -> limits.add(FundLimit.order(order.getPoNumber(), order.getLimitAmount())));
        return LimitedLines.watched(limits);
    }

    private List<OpenFunding.Billed> billed(String contractId, List<FundLimit> limits) {
        var byLine = new HashMap<Integer, BigDecimal>();
        var byOrder = new HashMap<String, BigDecimal>();
        var net = coalesce(sum(BILLING_MOVEMENT.NET_AMOUNT), inline(BigDecimal.ZERO));
        views.select(BILLING_MOVEMENT.LINE_NO, coalesce(INVOICE.PO_NUMBER, inline("")), net)
                .from(BILLING_MOVEMENT)
                .join(INVOICE)
                .on(INVOICE.INVOICE_ID.eq(BILLING_MOVEMENT.INVOICE_ID))
                .leftJoin(EXPENSE)
                .on(EXPENSE.EXPENSE_ID.eq(BILLING_MOVEMENT.SOURCE_ID))
                .where(BILLING_MOVEMENT.CONTRACT_ID.eq(contractId))
                .and(EXPENSE.DISBURSEMENT.isNull().or(EXPENSE.DISBURSEMENT.isFalse())) // They stand outside (R15).
                // A draw from a retainer lowers what is due, not what is billed.
                .and(BILLING_MOVEMENT.SOURCE_ID.notLike(RetainerId.KIND + ":%"))
                .groupBy(BILLING_MOVEMENT.LINE_NO, coalesce(INVOICE.PO_NUMBER, inline("")))
                .forEach(row -> {
                    byLine.merge(row.value1(), row.value3(), BigDecimal::add);
                    byOrder.merge(row.value2(), row.value3(), BigDecimal::add);
                });
        var all = byLine.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return limits.stream()
                .map(limit -> new OpenFunding.Billed(
                        limit.id(), billed(limit, byLine, byOrder, all).setScale(4)))
                .toList();
    }

    private static BigDecimal billed(
            FundLimit limit, Map<Integer, BigDecimal> byLine, Map<String, BigDecimal> byOrder, BigDecimal all) {
        return switch (limit.kind()) {
            // Caps hold from the signature on, before anything is billed.
            case LINE ->
                limit.cap() != null
                        ? BigDecimal.ZERO
                        : byLine.getOrDefault(limit.lineNo() == null ? 0 : limit.lineNo(), BigDecimal.ZERO);
            case CONTRACT -> all;
            case PO -> byOrder.getOrDefault(limit.poNumber() == null ? "" : limit.poNumber(), BigDecimal.ZERO);
        };
    }

    @Override
    public Unbilled unbilled(String contractId) {
        awaitViewsAtHead.run();
        var ofContract = views.select(CONTRACT.LIMIT_AMOUNT)
                .from(CONTRACT)
                .where(CONTRACT.CONTRACT_ID.eq(contractId))
                .fetchOne(CONTRACT.LIMIT_AMOUNT);
        return new Unbilled(limits(contractId, ofContract), neverAsked(contractId));
    }

    private List<Work> neverAsked(String contractId) {
        var open = UNBILLED_WORK.READY_AMOUNT.plus(UNBILLED_WORK.DRAFTED_AMOUNT);
        return views.select(
                        UNBILLED_WORK.SOURCE_ID,
                        UNBILLED_WORK.LINE_NO,
                        UNBILLED_WORK.CUSTOMER_ID,
                        UNBILLED_WORK.PROJECT_ID,
                        UNBILLED_WORK.SERVICE_DATE,
                        open,
                        UNBILLED_WORK.CURRENCY)
                .from(UNBILLED_WORK)
                .where(UNBILLED_WORK.CONTRACT_ID.eq(contractId))
                .and(open.gt(BigDecimal.ZERO))
                .andNotExists(views.selectOne()
                        .from(FUNDING_MOVEMENT)
                        .where(FUNDING_MOVEMENT.CONTRACT_ID.eq(contractId))
                        .and(FUNDING_MOVEMENT.SOURCE_ID.eq(UNBILLED_WORK.SOURCE_ID)))
                .orderBy(UNBILLED_WORK.SERVICE_DATE, UNBILLED_WORK.SOURCE_ID)
                .fetch(row -> new Work(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
    }
}
