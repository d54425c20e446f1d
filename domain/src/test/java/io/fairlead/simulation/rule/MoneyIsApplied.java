package io.fairlead.simulation.rule;

import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CustomerCreditTaken;
import io.fairlead.billing.event.DeductionTaken;
import io.fairlead.billing.event.DeductionTakenBack;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoicePaid;
import io.fairlead.billing.event.InvoiceReopened;
import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.MoneyRefunded;
import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.billing.event.PaymentTakenBack;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.billing.event.ReceiptUnapplied;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.simulation.Facts;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The receivable of an invoice is what it asks to pay less payments and credits, and more by what came back: money is applied
 * once and never beyond what is open, a credit as far as something is. An invoice is paid when money leaves nothing open, and open
 * again when something of that comes back. Every cent that came in is applied, refunded, sent back or on account, and what is
 * on account is told to a person.
 */
final class MoneyIsApplied implements Rule {

    private static final String CODE = "PAYMENT_NOT_APPLIED";

    @Override
    public void check(Facts facts, Findings findings) {
        var applied = new HashMap<String, PaymentApplied>();
        var takenBack = new HashSet<String>();
        for (var issued : facts.each(InvoiceIssued.class).toList()) {
            invoice(facts, issued, applied, takenBack, findings);
        }
        receipts(facts, applied, takenBack, findings);
    }

    private static void invoice(
            Facts facts,
            InvoiceIssued issued,
            Map<String, PaymentApplied> applied,
            HashSet<String> takenBack,
            Findings findings) {
        var invoice = issued.getInvoiceId();
        var asked = RoundingReckoning.payable(issued.getGross(), issued.getPayableRounding());
        var open = asked;
        long paid = 0;
        long reopened = 0;
        for (var each : facts.of(invoice)) {
            if (each.event() instanceof PaymentApplied payment) {
                var key = payment.getReceiptId() + "/" + payment.getApplicationId();
                findings.require(applied.put(key, payment) == null, payment.getReceiptId() + " is applied twice");
                findings.same("the currency of " + key, payment.getCurrency(), issued.getCurrency());
                findings.same("whose money " + key + " is", payment.getCustomerId(), issued.getCustomerId());
                open = open.subtract(payment.getAmount());
                findings.same("open on " + invoice, payment.getOpen(), open);
                paid += open.signum() == 0 ? 1 : 0;
            } else if (each.event() instanceof PaymentTakenBack back) {
                var key = back.getReceiptId() + "/" + back.getApplicationId();
                findings.require(takenBack.add(key), key + " is taken back twice");
                var was = applied.get(key);
                findings.require(was != null && was.getInvoiceId().equals(invoice), key + " never paid " + invoice);
                findings.same(
                        "what comes back of " + key, back.getAmount(), was == null ? BigDecimal.ZERO : was.getAmount());
                reopened += open.signum() == 0 ? 1 : 0;
                open = open.add(back.getAmount());
                findings.same("open on " + invoice + " again", back.getOpen(), open);
            } else if (each.event() instanceof DeductionTaken taken) {
                open = open.subtract(taken.getAmount());
                findings.same("open on " + invoice + " after a deduction", taken.getOpen(), open);
                findings.same(
                        "what " + taken.getDeductionId() + " is made of",
                        taken.getNet().add(taken.getTax()),
                        taken.getAmount());
                paid += open.signum() == 0 && !taken.getKind().equals("BAD_DEBT") ? 1 : 0;
            } else if (each.event() instanceof DeductionTakenBack back) {
                open = open.add(back.getAmount());
                findings.same("open on " + invoice + " without a deduction", back.getOpen(), open);
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
                owed ? open.compareTo(asked) == 0 : open.signum() >= 0 && open.compareTo(asked) <= 0,
                invoice + " is paid beyond what it asks for");
        findings.same(
                invoice + " is told paid", facts.of(invoice, InvoicePaid.class).count(), paid);
        findings.same(
                invoice + " is told open again",
                facts.of(invoice, InvoiceReopened.class).count(),
                reopened);
    }

    private static void receipts(
            Facts facts, Map<String, PaymentApplied> applied, Set<String> takenBack, Findings findings) {
        var live = new HashMap<String, ReceiptApplied>();
        Stream.concat(
                        facts.each(PaymentReceived.class)
                                .map(money -> Map.entry(money.getReceiptId(), money.getAmount())),
                        facts.each(MoneyReceived.class)
                                .map(money -> Map.entry(money.getReceiptId(), money.getAmount())))
                .forEach(money -> receipt(facts, money.getKey(), money.getValue(), live, findings));
        applied.forEach((key, payment) -> {
            var part = live.remove(key);
            if (takenBack.contains(key)) {
                findings.require(part == null, key + " came back from its invoice and is applied");
            } else if (part == null) {
                findings.add(key + " pays an invoice and is not applied");
            } else {
                findings.same("what " + key + " pays", payment.getAmount(), part.getAmount());
                findings.same("which invoice " + key + " pays", payment.getInvoiceId(), part.getInvoiceId());
                findings.same("the day of " + key, payment.getValueDate(), part.getValueDate());
            }
        });
        live.forEach((key, part) -> findings.require(
                facts.each(ExceptionRaised.class)
                        .anyMatch(raised -> raised.getCode().equals("FX_RATE_MISSING")
                                && raised.getSubjectId().equals(part.getReceiptId())),
                key + " is applied and pays nothing"));
    }

    private static void receipt(
            Facts facts, String receipt, BigDecimal amount, Map<String, ReceiptApplied> live, Findings findings) {
        var left = amount;
        var standing = BigDecimal.ZERO;
        for (var each : facts.of(receipt)) {
            switch (each.event()) {
                case ReceiptApplied e -> {
                    left = left.subtract(e.getAmount());
                    standing = standing.add(e.getAmount());
                    findings.same("left of " + receipt, e.getLeft(), left);
                    findings.require(
                            live.put(receipt + "/" + e.getApplicationId(), e) == null,
                            e.getApplicationId() + " of " + receipt + " is applied twice");
                }
                case ReceiptUnapplied e -> {
                    left = left.add(e.getAmount());
                    standing = standing.subtract(e.getAmount());
                    findings.same("left of " + receipt + " again", e.getLeft(), left);
                    findings.require(
                            live.remove(receipt + "/" + e.getApplicationId()) != null,
                            e.getApplicationId() + " of " + receipt + " comes back and was not applied");
                }
                case MoneyRefunded e -> {
                    left = left.subtract(e.getAmount());
                    findings.same("left of " + receipt + " after a refund", e.getLeft(), left);
                }
                case MoneySentBack e -> {
                    findings.same("what leaves with " + receipt, e.getAmount(), left);
                    findings.require(standing.signum() == 0, receipt + " left and still pays something");
                    left = BigDecimal.ZERO;
                }
                default -> {}
            }
            findings.require(left.signum() >= 0, receipt + " gave more than it brought");
        }
        told(facts, receipt, left, findings);
    }

    private static void told(Facts facts, String receipt, BigDecimal left, Findings findings) {
        long raised = facts.each(ExceptionRaised.class)
                .filter(item ->
                        item.getCode().equals(CODE) && item.getSubjectId().equals(receipt))
                .count();
        long cleared = facts.each(ExceptionResolved.class)
                .filter(item ->
                        item.getCode().equals(CODE) && item.getSubjectId().equals(receipt))
                .count();
        findings.same(
                "whether a person is told of what is left of " + receipt,
                raised - cleared,
                left.signum() > 0 ? 1L : 0L);
    }
}
