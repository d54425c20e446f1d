package io.fairlead.simulation;

import io.fairlead.billing.DraftLine;
import io.fairlead.billing.UnbilledWorkLookup;
import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.simulation.WorkView.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a billing run may take, made from the log: as the views would propose it, at times behind what happened since. */
final class UnbilledView implements UnbilledWorkLookup {

    private final HistoryLog log;
    private final Views views;

    UnbilledView(HistoryLog log, Views views) {
        this.log = log;
        this.views = views;
    }

    @Override
    public List<Group> unbilled(BillingRunStarted run) {
        var known = views.known();
        var work = new WorkView(known);
        var agreed = views.agreements(known);
        var funds = new FundsView(known);
        var groups = new TreeMap<String, List<Source>>();
        work.rows().values().stream()
                .filter(row -> row.isReady() && isAskedFor(run, row) && !agreed.isHeld(row.contract, row.lineNo))
                .sorted(Comparator.comparing((Row row) -> row.day).thenComparing(row -> row.source))
                .forEach(row -> {
                    boolean limited = agreed.isLimited(row.contract, row.lineNo);
                    var granted = limited && row.amount.signum() > 0
                            ? funds.reserved(row.source).min(row.amount)
                            : row.amount;
                    if (!limited || granted.signum() > 0 || row.amount.signum() <= 0) {
                        groups.computeIfAbsent(row.contract, _ -> new ArrayList<>())
                                .add(source(row, work, row.nextPortion(), row.secondsOf(granted), granted, limited));
                    }
                });
        var answer = new ArrayList<Group>();
        groups.forEach((id, sources) -> {
            var contract = agreed.contract(id);
            answer.add(new Group(
                    id,
                    contract.getCustomerId(),
                    contract.getCurrency(),
                    contract.getPoRequired(),
                    agreed.order(id),
                    null,
                    sources.stream().anyMatch(Source::limited),
                    sources.stream().map(source -> source.line().net()).reduce(BigDecimal.ZERO, BigDecimal::add),
                    sources));
        });
        return answer;
    }

    private Source source(Row row, WorkView work, int no, int seconds, BigDecimal amount, boolean limited) {
        return new Source(line(row, no, seconds, amount), work.author(row), limited, amount.compareTo(row.amount) != 0);
    }

    private static boolean isAskedFor(BillingRunStarted run, Row row) {
        return row.entity.equals(run.getLegalEntityId())
                && (run.getContractId() == null || run.getContractId().equals(row.contract))
                && (row.deferredUntil == null || !row.deferredUntil.isAfter(run.getCutOff()))
                && !row.day.isAfter(run.getCutOff());
    }

    @Override
    public Map<String, List<Source>> claimedBy(Collection<String> invoiceIds) {
        var claimed = new HashMap<String, List<Source>>();
        var work = new WorkView(log.events());
        for (var row : work.rows().values()) {
            for (var claim : row.claims.values()) {
                if (invoiceIds.contains(claim.invoice())) {
                    claimed.computeIfAbsent(claim.invoice(), _ -> new ArrayList<>())
                            .add(source(row, work, claim.portionNo(), claim.seconds(), claim.amount(), true));
                }
            }
        }
        return claimed;
    }

    @Override
    public Map<String, List<Source>> fundedBy(Collection<String> invoiceIds) {
        var funded = new HashMap<String, List<Source>>();
        var work = new WorkView(log.events());
        var funds = new FundsView(log.events());
        for (var invoice : invoiceIds) {
            funds.on(invoice).forEach((id, amount) -> {
                var row = work.rows().get(id);
                if (row != null && amount.signum() > 0 && !row.isClaimedBy(invoice)) {
                    funded.computeIfAbsent(invoice, _ -> new ArrayList<>())
                            .add(source(row, work, row.nextPortion(), row.secondsOf(amount), amount, true));
                }
            });
        }
        return funded;
    }

    private DraftLine line(Row row, int portionNo, int seconds, BigDecimal amount) {
        var terms = Views.line(views.contract(row.contract), row.lineNo);
        return new DraftLine(
                row.source,
                portionNo,
                row.lineNo,
                row.project,
                row.description,
                row.day,
                row.byTime ? (Integer) seconds : null,
                row.rate,
                row.secondsPerUnit,
                amount,
                terms.getTaxCategory(),
                terms.getTaxCodes());
    }
}
