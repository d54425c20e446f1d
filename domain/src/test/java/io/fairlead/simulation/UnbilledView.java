package io.fairlead.simulation;

import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemScheduled;
import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.billing.event.RetainerInvoiced;
import io.fairlead.billing.invoice.WorkNames;
import io.fairlead.billing.item.BillingItemKind;
import io.fairlead.billing.retainer.RetainerId;
import io.fairlead.billing.run.BillableSource;
import io.fairlead.billing.run.BillableSource.Held;
import io.fairlead.billing.run.BillingTerms;
import io.fairlead.billing.run.BillingTerms.LineKey;
import io.fairlead.billing.run.BillingTerms.LineTax;
import io.fairlead.billing.run.PayerShares;
import io.fairlead.billing.run.UnbilledWorkLookup;
import io.fairlead.contract.event.ContractPayer;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.CustomerTaxProfileChanged;
import io.fairlead.simulation.rule.FundsView;
import io.fairlead.simulation.rule.LostParts;
import io.fairlead.simulation.rule.WorkView;
import io.fairlead.simulation.rule.WorkView.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a billing run asks for, made from the log: facts as the views would show them, at times behind what happened since. */
final class UnbilledView implements UnbilledWorkLookup {

    private static final Comparator<Row> BY_CONTRACT = Comparator.comparing((Row row) -> row.contract)
            .thenComparing(row -> row.day)
            .thenComparing(row -> row.source);

    private final HistoryLog log;
    private final Views views;
    private LostParts lost = new LostParts(List.of());

    UnbilledView(HistoryLog log, Views views) {
        this.log = log;
        this.views = views;
    }

    @Override
    public BillingTerms terms() {
        var taxes = new HashMap<LineKey, LineTax>();
        var payers = new HashMap<String, List<PayerShares.Payer>>();
        for (var contract : log.all(ContractSigned.class)) {
            contract.getLines()
                    .forEach(line -> taxes.put(
                            new LineKey(contract.getContractId(), line.getLineNo()),
                            new LineTax(line.getTaxCategory(), line.getTaxCodes())));
            if (!contract.getPayers().isEmpty()) {
                payers.put(
                        contract.getContractId(),
                        contract.getPayers().stream()
                                .sorted(Comparator.comparing(ContractPayer::getTakesResidue)
                                        .thenComparing(ContractPayer::getCustomerId))
                                .map(payer -> new PayerShares.Payer(
                                        payer.getCustomerId(), payer.getShare(), payer.getTakesResidue()))
                                .toList());
            }
        }
        return new BillingTerms(taxes, payers, profiles(), electronic(), MergeLife.merged(views.known()));
    }

    private Set<String> electronic() {
        return log.all(ContractSigned.class).stream()
                .filter(contract -> contract.getEInvoice().equals("REQUIRED"))
                .map(ContractSigned::getContractId)
                .collect(Collectors.toSet());
    }

    private Map<String, NavigableMap<LocalDate, String>> profiles() {
        var profiles = new HashMap<String, NavigableMap<LocalDate, String>>();
        log.all(CustomerRegistered.class)
                .forEach(each -> profiles.put(
                        each.getCustomerId(),
                        new TreeMap<>(Map.of(LocalDate.MIN, String.valueOf(each.getTaxCategory())))));
        log.all(CustomerTaxProfileChanged.class)
                .forEach(each -> profiles.computeIfAbsent(each.getCustomerId(), _ -> new TreeMap<>())
                        .put(each.getFrom() == null ? LocalDate.MIN : each.getFrom(), each.getTaxCategory()));
        return profiles;
    }

    @Override
    public void ready(BillingRunStarted run, Consumer<BillableSource> reader) {
        var known = views.known();
        var work = new WorkView(known);
        lost = new LostParts(known);
        var agreed = views.agreements(known);
        var funds = new FundsView(known);
        work.rows().values().stream()
                .filter(row -> row.isReady() && isAskedFor(run, row) && !agreed.isHeld(row.contract, row.lineNo))
                .sorted(BY_CONTRACT)
                .forEach(row -> parts(row, work, agreed, funds).forEach(reader));
    }

    /** Limited work stands there once for each order that it draws from, and also when it has no funds: the rule passes it over. */
    private List<BillableSource> parts(Row row, WorkView work, Agreements agreed, FundsView funds) {
        var parts = new ArrayList<BillableSource>();
        if (agreed.isLimited(row.contract, row.lineNo) && !row.disbursement) {
            funds.reserved(row.source, agreed.drawsOrders(row.contract)).forEach((order, granted) -> {
                if (granted.signum() > 0) {
                    var po = order.isEmpty() ? agreed.order(row.contract) : order;
                    parts.add(source(row, work, agreed, funds, po, granted));
                }
            });
        }
        return parts.isEmpty()
                ? List.of(source(row, work, agreed, funds, agreed.order(row.contract), BigDecimal.ZERO))
                : parts;
    }

    private @Nullable String payerOf(String invoice) {
        return log.all(InvoicePlanned.class).stream()
                .filter(plan -> plan.getInvoiceId().equals(invoice))
                .map(InvoicePlanned::getCustomerId)
                .findFirst()
                .orElse(null);
    }

    private BillableSource source(
            Row row, WorkView work, Agreements agreed, FundsView funds, @Nullable String poNumber, BigDecimal granted) {
        var contract = agreed.contract(row.contract);
        return new BillableSource(
                row.source,
                row.contract,
                row.customer,
                contract.getPoRequired(),
                poNumber,
                contract.getCurrency(),
                row.project,
                row.lineNo,
                row.person,
                work.author(row),
                row.description,
                row.day,
                row.seconds,
                row.price,
                row.secondsPerUnit,
                row.amount,
                granted,
                LimitsView.limits(agreed, row.contract),
                row.nextPortion(),
                contract.getInvoicePer().equals("PROJECT"),
                row.disbursement,
                held(row, funds));
    }

    /** What drafts and invoices have claimed, and what drafts hold the funds of alone. */
    private List<Held> held(Row row, FundsView funds) {
        var held = new ArrayList<Held>();
        lost.held(row)
                .forEach(part -> held.add(
                        new Held(part.invoice(), payerOf(part.invoice()), part.seconds(), part.amount(), true)));
        funds.notClaimed(row.source)
                .forEach((invoice, amount) -> held.add(new Held(invoice, payerOf(invoice), 0, amount, false)));
        return held;
    }

    private static boolean isAskedFor(BillingRunStarted run, Row row) {
        return row.entity.equals(run.getLegalEntityId())
                && (run.getContractId() == null || run.getContractId().equals(row.contract))
                && (row.deferredUntil == null || !row.deferredUntil.isAfter(run.getCutOff()))
                && !row.day.isAfter(run.getCutOff());
    }

    @Override
    public List<String> due(BillingRunStarted run) {
        return log.all(BillingItemScheduled.class).stream()
                .filter(item -> !item.getKind().equals(BillingItemKind.MILESTONE.name())
                        && !item.getDueOn().isAfter(run.getCutOff())
                        && (run.getContractId() == null || run.getContractId().equals(item.getContractId()))
                        && log.last(item.getBillingItemId(), BillingItemReady.class)
                                .isEmpty())
                .map(BillingItemScheduled::getBillingItemId)
                .sorted()
                .toList();
    }

    @Override
    public void awaitAll() {
        var _ = views.head();
    }

    @Override
    public Map<String, Map<Integer, RetainerId>> retainers(Collection<String> contractIds) {
        var found = new HashMap<String, Map<Integer, RetainerId>>();
        for (var each : views.known()) {
            if (each.event() instanceof RetainerInvoiced filled && contractIds.contains(filled.getContractId())) {
                found.computeIfAbsent(filled.getContractId(), _ -> new HashMap<>())
                        .put(filled.getLineNo(), new RetainerId(filled.getRetainerId()));
            }
        }
        return found;
    }

    @Override
    public Map<String, WorkNames> named(Collection<String> sourceIds) {
        return Map.of();
    }

    @Override
    public List<ClaimedPart> claimedBy(Collection<String> invoiceIds) {
        var known = views.head();
        var agreed = views.agreements(known);
        var work = new WorkView(known);
        var funds = new FundsView(known);
        lost = new LostParts(known);
        return work.rows().values().stream()
                .flatMap(row -> row.claims.values().stream()
                        .filter(claim -> invoiceIds.contains(claim.invoice()))
                        .map(claim -> new ClaimedPart(
                                claim.invoice(),
                                source(row, work, agreed, funds, null, BigDecimal.ZERO),
                                claim.portionNo(),
                                claim.seconds(),
                                claim.amount())))
                .toList();
    }

    @Override
    public List<FundedPart> fundedBy(Collection<String> invoiceIds) {
        var known = views.head();
        var agreed = views.agreements(known);
        var work = new WorkView(known);
        lost = new LostParts(known);
        var funds = new FundsView(known);
        var parts = new ArrayList<FundedPart>();
        for (var invoice : invoiceIds) {
            funds.on(invoice).forEach((id, amount) -> {
                var row = work.rows().get(id);
                if (row != null && amount.signum() > 0) {
                    parts.add(new FundedPart(invoice, source(row, work, agreed, funds, null, BigDecimal.ZERO), amount));
                }
            });
        }
        return parts;
    }
}
