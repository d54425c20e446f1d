package io.fairlead.simulation.rule;

import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CustomerCreditTaken;
import io.fairlead.billing.event.DeductionTaken;
import io.fairlead.billing.event.DeductionTakenBack;
import io.fairlead.billing.event.EntityAmounts;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentTakenBack;
import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.simulation.Facts;
import io.fairlead.simulation.Recorded;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * R13: an invoice in another currency than the seller's books stands in them at a rate of its issue date, net and tax each rounded;
 * money for it is worth what a rate of its value date says, and the difference to what it pays of the invoice is realised.
 */
final class BooksInTheirCurrency implements Rule {

    @Override
    public void check(Facts facts, Findings findings) {
        var exchange = new ExchangeReckoning(facts);
        for (var each : facts.all(InvoiceIssued.class)) {
            var issued = each.fact();
            var books = Objects.requireNonNull(facts.last(issued.getLegalEntityId(), LegalEntityRegistered.class))
                    .getCurrency();
            var amounts = issued.getEntityAmounts();
            if (issued.getCurrency().equals(books)) {
                findings.require(amounts == null, issued.getInvoiceId() + " is booked in two currencies");
                continue;
            }
            if (amounts == null) {
                findings.add(issued.getInvoiceId() + " is not booked in " + books);
                continue;
            }
            booked(facts, exchange, each, amounts, books, findings);
            payments(facts, exchange, each, amounts, findings);
        }
    }

    private static void booked(
            Facts facts,
            ExchangeReckoning exchange,
            Facts.At<InvoiceIssued> at,
            EntityAmounts amounts,
            String books,
            Findings findings) {
        var issued = at.fact();
        var id = issued.getInvoiceId();
        long approvedAt = place(facts, id, InvoiceApproved.class);
        var currency = issued.getCurrency();
        int digits = Facts.digits(books);
        var fx = amounts.getFx();
        findings.same("the books of " + id, amounts.getCurrency(), books);
        findings.require(
                exchange.wasRight(fx, currency, books, issued.getIssueDate(), approvedAt, at.position()),
                id + " is booked at " + fx);
        var net = ExchangeReckoning.convert(issued.getNet(), currency, fx, digits);
        var tax = ExchangeReckoning.convert(issued.getTax(), currency, fx, digits);
        findings.same("the booked net of " + id, amounts.getNet(), net);
        findings.same("the booked tax of " + id, amounts.getTax(), tax);
        findings.same("the booked gross of " + id, amounts.getGross(), net.add(tax));
        var rounding = issued.getPayableRounding();
        findings.same(
                "the booked rounding of " + id,
                Objects.requireNonNullElse(amounts.getRounding(), BigDecimal.ZERO),
                rounding == null
                        ? BigDecimal.ZERO
                        : ExchangeReckoning.convert(rounding.getAmount(), currency, fx, digits));
    }

    /** Payments relieve the booked gross in proportion to what was open, all of them all of it. */
    private static void payments(
            Facts facts,
            ExchangeReckoning exchange,
            Facts.At<InvoiceIssued> at,
            EntityAmounts amounts,
            Findings findings) {
        var issued = at.fact();
        var gross = RoundingReckoning.payable(issued.getGross(), issued.getPayableRounding());
        int digits = Facts.digits(amounts.getCurrency());
        var open = gross;
        for (var each : facts.of(issued.getInvoiceId())) {
            if (each.event() instanceof CreditApplied credit) {
                open = open.subtract(credit.getApplied());
            } else if (each.event() instanceof CustomerCreditTaken taken) {
                open = open.subtract(taken.getAmount());
            } else if (each.event() instanceof DeductionTaken taken) {
                open = open.subtract(taken.getAmount());
            } else if (each.event() instanceof DeductionTakenBack back) {
                open = open.add(back.getAmount());
            } else if (each.event() instanceof PaymentTakenBack back) {
                open = takenBack(amounts, gross, open, back, digits, findings);
            } else if (each.event() instanceof PaymentApplied payment) {
                var settlement = payment.getSettlement();
                var what = payment.getReceiptId();
                if (settlement == null) {
                    findings.add(what + " is not settled in " + amounts.getCurrency());
                    continue;
                }
                findings.require(
                        exchange.wasRight(
                                settlement.getFx(),
                                issued.getCurrency(),
                                amounts.getCurrency(),
                                payment.getValueDate(),
                                at.position(),
                                each.position()),
                        what + " is settled at " + settlement.getFx());
                var worth = ExchangeReckoning.convert(
                        payment.getAmount(), issued.getCurrency(), settlement.getFx(), digits);
                var before = relieved(amounts, gross, gross.subtract(open), digits);
                open = open.subtract(payment.getAmount());
                var due = relieved(amounts, gross, gross.subtract(open), digits).subtract(before);
                findings.same("what " + what + " is worth", settlement.getSettled(), worth);
                findings.same("what " + what + " pays of the books", settlement.getBooked(), due);
                findings.same("what " + what + " realises", settlement.getRealised(), worth.subtract(due));
            }
        }
    }

    /** Of the books comes back what the payments that stay do not pay; the money as it came. */
    private static BigDecimal takenBack(
            EntityAmounts amounts,
            BigDecimal gross,
            BigDecimal open,
            PaymentTakenBack back,
            int digits,
            Findings findings) {
        var now = open.add(back.getAmount());
        var due = relieved(amounts, gross, gross.subtract(open), digits)
                .subtract(relieved(amounts, gross, gross.subtract(now), digits));
        var what = back.getReceiptId();
        var settlement = back.getSettlement();
        if (settlement == null) {
            findings.add(what + " comes back and not out of the books");
            return now;
        }
        findings.same("what of the books comes back with " + what, settlement.getBooked(), due);
        findings.same(
                "what " + what + " realises back",
                settlement.getRealised(),
                settlement.getSettled().subtract(due));
        return now;
    }

    private static BigDecimal relieved(EntityAmounts amounts, BigDecimal gross, BigDecimal paid, int digits) {
        var booked = amounts.getRounding() == null
                ? amounts.getGross()
                : amounts.getGross().add(amounts.getRounding());
        return booked.multiply(paid).divide(gross, digits, RoundingMode.HALF_UP);
    }

    private static long place(Facts facts, String stream, Class<?> type) {
        return facts.of(stream).stream()
                .filter(each -> type.isInstance(each.event()))
                .mapToLong(Recorded::position)
                .max()
                .orElse(0);
    }
}
