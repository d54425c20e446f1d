package io.fairlead.simulation;

import io.fairlead.billing.DraftLine;
import io.fairlead.billing.UnbilledWorkLookup;
import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemTakenOffDraft;
import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.PurchaseOrderReceived;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeRecorded;
import io.fairlead.time.event.TimeTakenOffDraft;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
        var work = work(known);
        var groups = new TreeMap<String, List<Source>>();
        var orders = new HashMap<String, String>();
        for (var each : known) {
            if (each.event() instanceof PurchaseOrderReceived order) {
                orders.put(order.getContractId(), order.getPoNumber());
            }
        }
        work.values().stream()
                .filter(source -> source.invoice == null
                        && source.entity.equals(run.getLegalEntityId())
                        && (run.getContractId() == null || run.getContractId().equals(source.contract))
                        && !source.line.serviceDate().isAfter(run.getCutOff()))
                .sorted(Comparator.comparing((Work source) -> source.line.serviceDate())
                        .thenComparing(source -> source.line.sourceId()))
                .forEach(source -> groups.computeIfAbsent(source.contract, _ -> new ArrayList<>())
                        .add(new Source(source.line, source.author)));
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

    @Override
    public Map<String, List<Source>> claimedBy(Collection<String> invoiceIds) {
        var claimed = new HashMap<String, List<Source>>();
        for (var source : work(log.events()).values()) {
            if (source.invoice != null && invoiceIds.contains(source.invoice)) {
                claimed.computeIfAbsent(source.invoice, _ -> new ArrayList<>())
                        .add(new Source(source.line, source.author));
            }
        }
        return claimed;
    }

    /** One row of the view. */
    private static final class Work {
        private final String contract;
        private final String entity;
        private final DraftLine line;
        private final String author;
        private @Nullable String invoice;

        Work(String contract, String entity, DraftLine line, String author) {
            this.contract = contract;
            this.entity = entity;
            this.line = line;
            this.author = author;
        }
    }

    private Map<String, Work> work(List<Recorded> known) {
        var work = new LinkedHashMap<String, Work>();
        for (var each : known) {
            switch (each.event()) {
                case TimePriced priced -> work.put(each.stream(), ready(priced));
                case BillingItemReady item -> work.put(each.stream(), ready(item));
                case TimePutOnDraft put -> invoice(work, each.stream(), put.getInvoiceId());
                case BillingItemPutOnDraft put -> invoice(work, each.stream(), put.getInvoiceId());
                case TimeTakenOffDraft _ -> invoice(work, each.stream(), null);
                case BillingItemTakenOffDraft _ -> invoice(work, each.stream(), null);
                case TimeBilled billed -> invoice(work, each.stream(), billed.getInvoiceId());
                case BillingItemBilled billed -> invoice(work, each.stream(), billed.getInvoiceId());
                default -> {}
            }
        }
        return work;
    }

    private static void invoice(Map<String, Work> work, String source, @Nullable String invoice) {
        var row = work.get(source);
        if (row != null) {
            row.invoice = invoice;
        }
    }

    private Work ready(TimePriced priced) {
        var recorded = log.last(priced.getTimeEntryId(), TimeRecorded.class).orElseThrow();
        var line = new DraftLine(
                priced.getTimeEntryId(),
                1,
                priced.getLineNo(),
                priced.getProjectId(),
                priced.getPersonId(),
                priced.getServiceDate(),
                priced.getBilledSeconds(),
                priced.getRate(),
                priced.getSecondsPerUnit(),
                priced.getAmount(),
                terms(priced.getContractId(), priced.getLineNo()).getTaxCategory(),
                terms(priced.getContractId(), priced.getLineNo()).getTaxCodes());
        return new Work(priced.getContractId(), priced.getLegalEntityId(), line, recorded.getAuthor());
    }

    private Work ready(BillingItemReady item) {
        var line = new DraftLine(
                item.getBillingItemId(),
                1,
                item.getLineNo(),
                item.getProjectId(),
                item.getDescription(),
                item.getServiceDate(),
                null,
                null,
                null,
                item.getAmount(),
                terms(item.getContractId(), item.getLineNo()).getTaxCategory(),
                terms(item.getContractId(), item.getLineNo()).getTaxCodes());
        return new Work(item.getContractId(), item.getLegalEntityId(), line, "");
    }

    private ContractLine terms(String contract, int lineNo) {
        return Views.line(views.contract(contract), lineNo);
    }
}
