package io.fairlead.simulation.rule;

import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InstalmentsScheduled;
import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.expense.event.ExpenseApproved;
import io.fairlead.project.event.MilestoneAccepted;
import io.fairlead.simulation.Facts;
import io.fairlead.simulation.rule.SourceOfWork.State;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * I2: per contract, what was approved and accepted, reckoned anew, is what is unbilled, drafted, billed and written off; and
 * drafts and issued invoices say of each line what the portion of the line's entry or item says of itself.
 */
final class BooksBalance implements Rule {

    @Override
    public void check(Facts facts, Findings findings) {
        var work = EachIsInOneState.fold(facts, new Findings());
        var due = due(facts);
        var booked = new TreeMap<String, BigDecimal>();
        work.values().forEach(each -> booked.merge(each.contract(), standing(each), BigDecimal::add));
        due.keySet().forEach(contract -> booked.putIfAbsent(contract, BigDecimal.ZERO));
        booked.forEach((contract, amount) -> findings.same(
                "unbilled, drafted, billed and written off of " + contract,
                amount,
                due.getOrDefault(contract, BigDecimal.ZERO)));
        documents(facts, work, findings);
    }

    private static BigDecimal standing(SourceOfWork work) {
        return work.left()
                .add(work.on(State.DRAFTED))
                .add(work.on(State.BILLED))
                .add(work.writtenOff());
    }

    /**
     * Approved hours and expenses at their reckoned price, accepted results and instalments at theirs, less what credit notes say
     * never existed.
     */
    private static Map<String, BigDecimal> due(Facts facts) {
        var due = new TreeMap<String, BigDecimal>();
        // TimeIsPricedRight tells what is wrong on the way.
        PricedEntry.all(facts, new Findings())
                .forEach(entry -> due.merge(entry.contract(), entry.value(), BigDecimal::add));
        facts.each(MilestoneAccepted.class)
                .forEach(accepted -> due.merge(accepted.getContractId(), accepted.getAmount(), BigDecimal::add));
        facts.each(InstalmentsScheduled.class).forEach(plan -> plan.getInstalments()
                .forEach(part -> due.merge(plan.getContractId(), part.getAmount(), BigDecimal::add)));
        facts.each(ExpenseApproved.class)
                .filter(ExpenseApproved::getBillable)
                .forEach(expense -> due.merge(
                        expense.getContractId(), ExpensesArePricedRight.price(facts, expense), BigDecimal::add));
        facts.each(CreditNoteIssued.class).forEach(note -> note.getLines().stream()
                .filter(line -> line.getDisposition().equals("CORRECTED")
                        && (line.getSourceId().startsWith("billing-item:")
                                || line.getSourceId().startsWith("expense:")))
                .forEach(line ->
                        due.merge(note.getContractId(), line.getSourceAmount().negate(), BigDecimal::add)));
        return due;
    }

    private static void documents(Facts facts, Map<String, SourceOfWork> work, Findings findings) {
        var lines = new HashMap<String, InvoiceLine>();
        for (var draft : facts.each(InvoiceDrafted.class).toList()) {
            if (!facts.has(draft.getInvoiceId(), InvoiceDiscarded.class)) {
                document(facts, draft, work, lines, findings);
            }
        }
        work.forEach((id, each) -> each.portions()
                .forEach((no, portion) -> findings.require(
                        lines.containsKey(id + "#" + no),
                        id + " portion " + no + " is " + portion.state() + " on no document")));
        facts.each(BillingItemReady.class)
                .filter(item -> !work.containsKey(item.getBillingItemId()))
                .forEach(item -> findings.add(item.getBillingItemId() + " is ready and in no state"));
    }

    private static void document(
            Facts facts,
            InvoiceDrafted draft,
            Map<String, SourceOfWork> work,
            Map<String, InvoiceLine> lines,
            Findings findings) {
        var invoice = draft.getInvoiceId();
        boolean issued = facts.has(invoice, InvoiceIssued.class);
        for (var line : InvoicesAddUp.drafted(facts, invoice)) {
            if (RetainersAddUp.isDraw(line.getSourceId())) {
                continue; // RetainersAddUp holds it against the balance.
            }
            var portion = line.getSourceId() + "#" + line.getPortionNo();
            findings.require(lines.put(portion, line) == null, portion + " stands on two documents");
            var source = work.get(line.getSourceId());
            var state = source == null ? null : source.portions().get(line.getPortionNo());
            if (source == null || state == null) {
                findings.add(portion + " stands on " + invoice + " but was never claimed");
                continue;
            }
            findings.same("the state of " + portion, state.state(), issued ? State.BILLED : State.DRAFTED);
            findings.same("the document of " + portion, state.invoice(), invoice);
            findings.same("the contract of " + portion, source.contract(), draft.getContractId());
            findings.same("the line of " + portion, line.getNet(), state.amount());
            findings.same(
                    "the time of " + portion, line.getSeconds() == null ? 0 : (int) line.getSeconds(), state.seconds());
        }
    }
}
