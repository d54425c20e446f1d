package io.fairlead.billing.cash;

import io.fairlead.billing.deduction.TakeDeduction;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Commands;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamHistory;
import java.time.LocalDate;

/** What a payment leaves open of its invoice, deducted by policy. Part of {@link WhenPaymentLeavesRestThenDeduct}. */
final class RestOfPayment {

    private final Commands commands;
    private final StreamHistory history;
    private final String actor;

    /** @param group of the process, in whose name it is deducted */
    RestOfPayment(Commands commands, StreamHistory history, String group) {
        this.commands = commands;
        this.history = history;
        this.actor = "process|" + group;
    }

    /** Once for each payment, and nothing where no policy says so. */
    void deduct(PaymentApplied payment) {
        var invoice = history.last(payment.getInvoiceId(), InvoiceIssued.class).orElseThrow();
        var entity = payment.getLegalEntityId();
        PolicyDeduction.of(
                        payment,
                        invoice,
                        ReceivablePolicy.on(history, entity, invoice.getIssueDate()),
                        ReceivablePolicy.on(history, entity, payment.getValueDate()))
                .ifPresent(deduction -> deduct(payment, invoice.getIssueDate(), deduction));
    }

    private void deduct(PaymentApplied payment, LocalDate issuedOn, PolicyDeduction deduction) {
        var receipt = new ReceiptId(payment.getReceiptId());
        var key = receipt + "/" + payment.getApplicationId();
        var invoice = new InvoiceId(payment.getInvoiceId());
        var command = new TakeDeduction(
                invoice,
                key,
                deduction.kind(),
                receipt,
                payment.getOpen(),
                ReceiptEvents.later(payment.getValueDate(), issuedOn),
                deduction.reason(),
                actor);
        try {
            commands.send(command, "deduct/" + invoice + "/" + key);
        } catch (RuleViolated changedMeanwhile) {
            // More or less is open, or the money is gone: this is no rest any more. What pays the invoice next asks
            // again.
        }
    }
}
