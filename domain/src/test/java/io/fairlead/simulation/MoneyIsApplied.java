package io.fairlead.simulation;

import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoicePaid;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.exception.event.ExceptionRaised;
import java.util.HashSet;

/** Money is applied once and never beyond what is open; what does not fit is told. An invoice is paid when nothing is open. */
final class MoneyIsApplied implements Rule {

    @Override
    public void check(Facts facts, Findings findings) {
        var applied = new HashSet<String>();
        for (var issued : facts.each(InvoiceIssued.class).toList()) {
            var invoice = issued.getInvoiceId();
            var open = issued.getGross();
            for (var payment : facts.of(invoice, PaymentApplied.class).toList()) {
                findings.require(applied.add(payment.getReceiptId()), payment.getReceiptId() + " is applied twice");
                var received = facts.last(payment.getReceiptId(), PaymentReceived.class);
                if (received == null) {
                    findings.add(payment.getReceiptId() + " is applied but never came");
                } else {
                    findings.same(payment.getReceiptId(), payment.getAmount(), received.getAmount());
                    findings.same("the invoice of " + payment.getReceiptId(), received.getInvoiceId(), invoice);
                    findings.same(
                            "the currency of " + payment.getReceiptId(), received.getCurrency(), issued.getCurrency());
                }
                open = open.subtract(payment.getAmount());
                findings.same("open on " + invoice, payment.getOpen(), open);
            }
            findings.require(open.signum() >= 0, invoice + " is paid beyond its gross");
            boolean anyPaid = facts.has(invoice, PaymentApplied.class);
            findings.same(
                    invoice + " is told paid",
                    facts.of(invoice, InvoicePaid.class).count(),
                    anyPaid && open.signum() == 0 ? 1L : 0L);
        }
        facts.each(PaymentReceived.class)
                .filter(payment -> !applied.contains(payment.getReceiptId()))
                .forEach(payment -> findings.require(
                        facts.each(ExceptionRaised.class)
                                .anyMatch(raised -> raised.getSubjectId().equals(payment.getReceiptId())),
                        payment.getReceiptId() + " is neither applied nor told"));
    }
}
