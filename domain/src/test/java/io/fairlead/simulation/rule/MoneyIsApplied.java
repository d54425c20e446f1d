package io.fairlead.simulation.rule;

import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CustomerCreditTaken;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoicePaid;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.simulation.Facts;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/**
 * The receivable of an invoice is what it asks to pay less payments and credits: money is applied once and never beyond
 * what is open, a credit as far as something is; what does not fit is told. An invoice is paid when money leaves nothing
 * open.
 */
final class MoneyIsApplied implements Rule {

    @Override
    public void check(Facts facts, Findings findings) {
        var applied = new HashSet<String>();
        for (var issued : facts.each(InvoiceIssued.class).toList()) {
            invoice(facts, issued, applied, findings);
        }
        facts.each(PaymentReceived.class)
                .filter(payment -> !applied.contains(payment.getReceiptId()))
                .forEach(payment -> findings.require(
                        facts.each(ExceptionRaised.class)
                                .anyMatch(raised -> raised.getSubjectId().equals(payment.getReceiptId())),
                        payment.getReceiptId() + " is neither applied nor told"));
    }

    private static void invoice(Facts facts, InvoiceIssued issued, Set<String> applied, Findings findings) {
        var invoice = issued.getInvoiceId();
        var asked = StepsReckoning.payable(issued.getGross(), issued.getPayableRounding());
        var open = asked;
        long paid = 0;
        for (var each : facts.of(invoice)) {
            if (each.event() instanceof PaymentApplied payment) {
                findings.require(applied.add(payment.getReceiptId()), payment.getReceiptId() + " is applied twice");
                payment(facts, issued, payment, findings);
                open = open.subtract(payment.getAmount());
                findings.same("open on " + invoice, payment.getOpen(), open);
                paid += open.signum() == 0 ? 1 : 0;
            } else if (each.event() instanceof CreditApplied credit) {
                var due = credit.getGross().min(open.max(BigDecimal.ZERO));
                findings.same("what " + credit.getCreditNoteId() + " takes off " + invoice, credit.getApplied(), due);
                open = open.subtract(due);
                findings.same("open on " + invoice + " after a credit", credit.getOpen(), open);
            } else if (each.event() instanceof CustomerCreditTaken taken) {
                open = open.subtract(taken.getAmount());
                findings.same("open on " + invoice + " after what was owed elsewhere", taken.getOpen(), open);
                paid += open.signum() == 0 ? 1 : 0;
            }
        }
        boolean owed = issued.getGross().signum() < 0; // To the buyer: a credit note, which takes no money.
        findings.same("the kind of document of " + invoice, issued.getDocumentType(), owed ? "381" : "380");
        findings.require(
                owed ? open.compareTo(asked) == 0 : open.signum() >= 0, invoice + " is paid beyond what it asks for");
        findings.same(
                invoice + " is told paid", facts.of(invoice, InvoicePaid.class).count(), paid);
    }

    private static void payment(Facts facts, InvoiceIssued issued, PaymentApplied payment, Findings findings) {
        var received = facts.last(payment.getReceiptId(), PaymentReceived.class);
        if (received == null) {
            findings.add(payment.getReceiptId() + " is applied but never came");
            return;
        }
        findings.same(payment.getReceiptId(), payment.getAmount(), received.getAmount());
        findings.same("the invoice of " + payment.getReceiptId(), received.getInvoiceId(), issued.getInvoiceId());
        findings.same("the currency of " + payment.getReceiptId(), received.getCurrency(), issued.getCurrency());
    }
}
