package io.fairlead.simulation;

import io.fairlead.billing.DraftLine;
import io.fairlead.billing.UnbilledWorkLookup;
import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.contract.event.PurchaseOrderReceived;
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
        var orders = new HashMap<String, String>();
        for (var each : known) {
            if (each.event() instanceof PurchaseOrderReceived order) {
                orders.put(order.getContractId(), order.getPoNumber());
            }
        }
        var groups = new TreeMap<String, List<Source>>();
        work.rows().values().stream()
                .filter(row -> row.isReady() && isAskedFor(run, row))
                .sorted(Comparator.comparing((Row row) -> row.day).thenComparing(row -> row.source))
                .forEach(row -> groups.computeIfAbsent(row.contract, _ -> new ArrayList<>())
                        .add(new Source(line(row, row.nextPortion(), row.seconds, row.amount), work.author(row))));
        var answer = new ArrayList<Group>();
        groups.forEach((id, sources) -> {
            var contract = views.contract(id);
            answer.add(new Group(
                    id,
                    contract.getCustomerId(),
                    contract.getCurrency(),
                    contract.getPoRequired(),
                    orders.getOrDefault(id, contract.getPoNumber()),
                    sources.stream().map(source -> source.line().net()).reduce(BigDecimal.ZERO, BigDecimal::add),
                    sources));
        });
        return answer;
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
                            .add(new Source(
                                    line(row, claim.portionNo(), claim.seconds(), claim.amount()), work.author(row)));
                }
            }
        }
        return claimed;
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
