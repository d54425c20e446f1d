package io.fairlead.billing.invoice;

import io.fairlead.billing.deduction.DisputeInvoice;
import io.fairlead.billing.deduction.SettleDispute;
import org.axonframework.commandhandling.CommandHandler;

/** Whether the payer of an issued {@link Invoice} contests it. Rules B-10 and B-22. */
final class InvoiceDisputes {

    private final InvoiceBalance balance;
    private final InvoiceClaims claims;

    InvoiceDisputes(InvoiceBalance balance, InvoiceClaims claims) {
        this.balance = balance;
        this.claims = claims;
    }

    /** Nothing when it is contested already. */
    @CommandHandler
    void decide(DisputeInvoice command) {
        balance.requireSinceIssue(command.on());
        if (!claims.isDisputed()) {
            balance.record(InvoiceDeductionEvents.disputed(command));
        }
    }

    /** Nothing when it is not contested. */
    @CommandHandler
    void decide(SettleDispute command) {
        balance.requireSinceIssue(command.on());
        if (claims.isDisputed()) {
            claims.requireSinceDispute(command.on());
            balance.record(InvoiceDeductionEvents.settled(command));
        }
    }
}
