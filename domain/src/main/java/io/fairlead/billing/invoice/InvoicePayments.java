package io.fairlead.billing.invoice;

import io.fairlead.billing.cash.ApplyPayment;
import io.fairlead.billing.cash.PaymentExchange;
import io.fairlead.billing.cash.TakeBackPayment;
import io.fairlead.billing.credit.TakeCustomerCredit;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.WireAmount;
import org.axonframework.commandhandling.CommandHandler;

/** Money for an issued {@link Invoice}, and money that leaves it again. Rules B-10 to B-12. */
final class InvoicePayments {

    private final InvoiceBalance balance;
    private final InvoiceClaims claims;

    InvoicePayments(InvoiceBalance balance, InvoiceClaims claims) {
        this.balance = balance;
        this.claims = claims;
    }

    /** The money, and that it is paid when nothing is left open; nothing when that money is applied already. */
    @CommandHandler
    void decide(ApplyPayment command) {
        if (balance.hasTaken(command.receiptId().value(), command.applicationId())) {
            return;
        }
        var invoice = balance.invoice();
        if (!invoice.getCurrency().equals(command.currency())) {
            throw new RuleViolated(
                    "B-11", "currency", "the invoice is in " + invoice.getCurrency(), "convert the money first");
        }
        var amount = WireAmount.money(command.amount(), command.currency());
        var left = balance.openAfter(amount, "apply the rest elsewhere or return it");
        balance.record(
                InvoiceEvents.paymentApplied(command, invoice, left, PaymentExchange.of(command, invoice, left)));
        balance.recordPaidAtZero(left, command.valueDate());
    }

    /**
     * That much more is open, and what was deducted with that money; nothing when the invoice did not take that payment, or gave it
     * back before.
     */
    @CommandHandler
    void decide(TakeBackPayment command) {
        var gone = command.unapplied();
        var payment = balance.standing(gone.getReceiptId(), gone.getApplicationId());
        if (payment == null) {
            return;
        }
        var before = balance.open();
        var after = before.plus(WireAmount.money(payment.getAmount(), payment.getCurrency()));
        var settlement = PaymentExchange.ofTakenBack(payment, balance.invoice(), before, after);
        balance.record(InvoicePaymentEvents.takenBack(gone, payment, after, settlement));
        for (var each : claims.standingWith(gone.getReceiptId())) {
            var open = balance.open();
            balance.record(InvoiceDeductionEvents.takenBack(each, open, gone.getValueDate(), gone.getReason()));
        }
        if (before.isZero()) {
            balance.record(InvoicePaymentEvents.reopened(gone));
        }
    }

    /**
     * What is owed to its payer elsewhere, and that it is paid when nothing is left open; nothing when that is taken already.
     *
     * @throws RuleViolated B-12 more than is open
     */
    @CommandHandler
    void decide(TakeCustomerCredit command) {
        var assigned = command.assigned();
        if (balance.hasTakenCredit(assigned.getCustomerCreditId(), assigned.getAssignmentId())) {
            return;
        }
        var invoice = balance.invoice();
        var amount = WireAmount.money(assigned.getAmount(), assigned.getCurrency());
        var left = balance.openAfter(amount, "set less against it");
        balance.record(InvoiceCreditEvents.taken(assigned, invoice, left));
        balance.recordPaidAtZero(left, assigned.getValueDate());
    }
}
