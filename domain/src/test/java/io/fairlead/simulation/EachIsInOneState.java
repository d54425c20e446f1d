package io.fairlead.simulation;

import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemTakenOffDraft;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeTakenOffDraft;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** I3: what may be billed is in one state at a time, moves between them in order, and moves as a whole. */
final class EachIsInOneState implements Rule {

    /** Where a priced entry or ready item stands. */
    enum State {
        UNBILLED,
        DRAFTED,
        BILLED
    }

    /**
     * One entry or item.
     *
     * @param amount what it is worth
     * @param invoice draft or invoice that has it; null while unbilled
     */
    record Work(
            String contract,
            BigDecimal amount,
            State state,
            @Nullable String invoice) {}

    @Override
    public void check(Facts facts, Findings findings) {
        fold(facts, findings);
    }

    /** Where everything stands at the end; what broke the order on the way is told. */
    static Map<String, Work> fold(Facts facts, Findings findings) {
        var work = new LinkedHashMap<String, Work>();
        for (var each : facts.events()) {
            var id = each.stream();
            switch (each.event()) {
                case TimePriced e -> begin(work, id, e.getContractId(), e.getAmount(), findings);
                case BillingItemReady e -> begin(work, id, e.getContractId(), e.getAmount(), findings);
                case TimePutOnDraft e -> put(work, id, e.getInvoiceId(), e.getAmount(), findings);
                case BillingItemPutOnDraft e -> put(work, id, e.getInvoiceId(), e.getAmount(), findings);
                case TimeTakenOffDraft e -> take(work, id, e.getInvoiceId(), e.getAmount(), findings);
                case BillingItemTakenOffDraft e -> take(work, id, e.getInvoiceId(), e.getAmount(), findings);
                case TimeBilled e -> bill(work, id, e.getInvoiceId(), e.getAmount(), findings);
                case BillingItemBilled e -> bill(work, id, e.getInvoiceId(), e.getAmount(), findings);
                default -> {}
            }
        }
        return work;
    }

    private static void begin(
            Map<String, Work> work, String id, String contract, BigDecimal amount, Findings findings) {
        findings.require(
                work.put(id, new Work(contract, amount, State.UNBILLED, null)) == null, id + " became unbilled twice");
    }

    private static void put(Map<String, Work> work, String id, String invoice, BigDecimal amount, Findings findings) {
        move(work, id, State.UNBILLED, State.DRAFTED, null, invoice, amount, findings);
    }

    private static void take(Map<String, Work> work, String id, String invoice, BigDecimal amount, Findings findings) {
        move(work, id, State.DRAFTED, State.UNBILLED, invoice, null, amount, findings);
    }

    private static void bill(Map<String, Work> work, String id, String invoice, BigDecimal amount, Findings findings) {
        move(work, id, State.DRAFTED, State.BILLED, invoice, invoice, amount, findings);
    }

    private static void move(
            Map<String, Work> work,
            String id,
            State from,
            State to,
            @Nullable String before,
            @Nullable String after,
            BigDecimal amount,
            Findings findings) {
        var now = work.get(id);
        if (now == null) {
            findings.add(id + " became " + to + " before it was unbilled");
            return;
        }
        findings.same(id + " on its way to " + to, now.state(), from);
        findings.same("who had " + id + " on its way to " + to, now.invoice(), before);
        findings.same("what became " + to + " of " + id, amount, now.amount());
        work.put(id, new Work(now.contract(), now.amount(), to, after));
    }
}
