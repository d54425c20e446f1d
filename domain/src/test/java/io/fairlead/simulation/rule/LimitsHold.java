package io.fairlead.simulation.rule;

import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.funding.event.FundingLimit;
import io.fairlead.funding.event.FundingOpened;
import io.fairlead.funding.event.FundsConsumed;
import io.fairlead.simulation.Agreements;
import io.fairlead.simulation.Facts;
import io.fairlead.simulation.rule.SourceOfWork.State;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * R3: what is granted never exceeds a limit; granted and held are what the work is worth and neither drafted nor billed; nothing
 * is held while there is room; each invoice uses its funds once, each credit note gives them back.
 */
final class LimitsHold implements Rule {

    @Override
    public void check(Facts facts, Findings findings) {
        var funding = FundsLedger.of(facts, findings);
        var work = EachIsInOneState.fold(facts, new Findings());
        var agreed = new Agreements(facts.events());
        work.forEach((id, source) -> {
            var funds = funding.sources().get(id);
            if (ExpensesArePricedRight.isOutside(facts, id)) {
                findings.require(funds == null, id + " stands outside of limits and asked for funds");
            } else if (agreed.isLimited(source.contract(), source.lineNo())) {
                findings.require(
                        funds != null || source.left().signum() == 0, id + " is limited and never asked for funds");
                if (funds != null) {
                    source(id, source, funds, findings);
                }
            }
        });
        funding.sources().forEach((id, funds) -> {
            if (funds.held().signum() > 0) {
                held(facts, id, funds, funding, agreed, findings);
            }
        });
        agreedLimits(facts, funding, agreed, findings);
        invoices(facts, findings);
        billed(facts, funding, findings);
    }

    private static void source(String id, SourceOfWork source, FundsOfSource funds, Findings findings) {
        // What was drafted before the limit came stands on its draft without funds, and is open for them until it is
        // billed.
        var open = source.left().add(source.on(State.DRAFTED)).subtract(funds.drafted());
        findings.same("granted and held in the end of " + id, funds.granted().add(funds.held()), open);
    }

    /** Only where parts may be granted it is plain that no room is left. */
    private static void held(
            Facts facts, String id, FundsOfSource funds, FundsLedger funding, Agreements agreed, Findings findings) {
        // Of a line with caps each period is full or not: CapsHold looks at them.
        boolean capped = !facts.line(funds.contract(), funds.lineNo()).getCaps().isEmpty();
        if (agreed.contract(funds.contract()).getLimitPolicy().equals("SPLIT") && !capped) {
            var limits = funding.limits(funds.contract()).values();
            boolean full = limits.stream()
                    .filter(limit -> limit.getPoNumber() == null
                            && (limit.getLineNo() == null || limit.getLineNo() == funds.lineNo()))
                    .anyMatch(limit -> isFull(funding, funds.contract(), limit));
            var orders =
                    limits.stream().filter(limit -> limit.getPoNumber() != null).toList();
            // An order without a limit is never full.
            boolean ordersFull =
                    !orders.isEmpty() && orders.stream().allMatch(order -> isFull(funding, funds.contract(), order));
            findings.require(full || ordersFull, id + " is held while there is room");
        }
    }

    private static boolean isFull(FundsLedger funding, String contract, FundingLimit limit) {
        return limit.getAmount() != null && funding.used(contract, limit).compareTo(limit.getAmount()) >= 0;
    }

    private static void agreedLimits(Facts facts, FundsLedger funding, Agreements agreed, Findings findings) {
        facts.each(FundingOpened.class).forEach(opened -> {
            var contract = opened.getContractId();
            var terms = agreed.contract(contract);
            same("the limit of " + contract, watched(funding, contract, "contract"), terms.getLimit(), findings);
            terms.getLines()
                    .forEach(line -> same(
                            "the limit of line " + line.getLineNo() + " of " + contract,
                            watched(funding, contract, "line-" + line.getLineNo()),
                            line.getLimit(),
                            findings));
            if (agreed.drawsOrders(contract)) {
                agreed.orders(contract)
                        .forEach((number, amount) -> same(
                                "the limit of " + number + " of " + contract,
                                watched(funding, contract, "po-" + number),
                                amount,
                                findings));
            }
        });
    }

    private static @Nullable BigDecimal watched(FundsLedger funding, String contract, String limitId) {
        var limit = funding.limits(contract).get(limitId);
        return limit == null ? null : limit.getAmount();
    }

    private static void same(String what, @Nullable BigDecimal said, @Nullable BigDecimal due, Findings findings) {
        if (said == null || due == null) {
            findings.require(said == null && due == null, what + " is " + said + ", due is " + due);
        } else {
            findings.same(what, said, due);
        }
    }

    /** What limits that were watched from the beginning know as billed is what invoices billed less what was credited. */
    private static void billed(Facts facts, FundsLedger funding, Findings findings) {
        var net = new HashMap<String, BigDecimal>();
        facts.each(InvoiceIssued.class).forEach(issued -> work(facts, issued)
                .forEach(line -> bill(
                        net, issued.getContractId(), line.getContractLineNo(), issued.getPoNumber(), line.getNet())));
        facts.each(CreditNoteIssued.class).forEach(note -> note.getLines().stream()
                .filter(line -> !RetainersAddUp.isDraw(line.getSourceId()))
                .filter(line -> !ExpensesArePricedRight.isOutside(facts, line.getSourceId()))
                .forEach(line -> bill(
                        net,
                        note.getContractId(),
                        line.getContractLineNo(),
                        note.getPoNumber(),
                        line.getNet().negate())));
        facts.each(FundingOpened.class).forEach(opened -> opened.getLimits().stream()
                .filter(limit -> limit.getUnit() == null)
                .map(FundingLimit::getLimitId)
                .forEach(limit -> findings.same(
                        "what is billed within " + limit + " of " + opened.getContractId(),
                        funding.billed(opened.getContractId(), limit),
                        net.getOrDefault(opened.getContractId() + "/" + limit, BigDecimal.ZERO))));
    }

    /** What a retainer pays lowers what is due, not what is billed. */
    private static Stream<InvoiceLine> work(Facts facts, InvoiceIssued issued) {
        return InvoicesAddUp.reviewed(facts, issued.getInvoiceId()).stream()
                .filter(line -> !RetainersAddUp.isDraw(line.getSourceId()))
                .filter(line -> !ExpensesArePricedRight.isOutside(facts, line.getSourceId()));
    }

    private static void bill(
            Map<String, BigDecimal> net, String contract, int lineNo, @Nullable String poNumber, BigDecimal more) {
        net.merge(contract + "/contract", more, BigDecimal::add);
        net.merge(contract + "/po-" + poNumber, more, BigDecimal::add);
        net.merge(contract + "/line-" + lineNo, more, BigDecimal::add);
    }

    private static void invoices(Facts facts, Findings findings) {
        facts.each(FundsConsumed.class).forEach(used -> {
            var issued = facts.last(used.getInvoiceId(), InvoiceIssued.class);
            findings.same(
                    "the funds used by " + used.getInvoiceId(),
                    used.getNet(),
                    issued == null
                            ? BigDecimal.ZERO
                            : work(facts, issued).map(InvoiceLine::getNet).reduce(BigDecimal.ZERO, BigDecimal::add));
        });
        var invoices =
                facts.each(FundsConsumed.class).map(FundsConsumed::getInvoiceId).toList();
        findings.same("invoices that use funds", invoices.stream().distinct().count(), (long) invoices.size());
    }
}
