package io.fairlead.billing.cash;

import io.fairlead.party.MergedCustomers;
import io.fairlead.shared.AmountText;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the money of a {@link Receipt}: set against invoices, in parts, and taken back from them; refunded; gone with the
 * bank. What is left is on account, never below 0. Rules Z-02 to Z-08.
 */
final class MoneyOnAccount {

    private final MoneyState state;

    MoneyOnAccount(MoneyState state) {
        this.state = state;
    }

    @CommandHandler
    void decide(AssignReceipt command) {
        var money = state.money();
        var customer = command.customerId().value();
        var entity = command.legalEntityId().value();
        state.limits().requireOwner(entity, customer, MergedCustomers.NONE);
        if (money.customerId() == null && !state.isSentBack()) {
            Recording.record(
                    ReceiptEvents.assigned(money, entity, customer, state.left(), command.assignedBy()), entity);
        }
    }

    @CommandHandler
    void decide(ApplyReceipt command) {
        var invoice = command.to().issued();
        var known = state.application(command.applicationId());
        if (known != null) {
            requireSame(known.getInvoiceId().equals(invoice.getInvoiceId()), known.getAmount(), command.amount());
            return;
        }
        var money = state.money();
        var amount = state.limits().amount(command);
        var entity = invoice.getLegalEntityId();
        if (money.customerId() == null) {
            Recording.record(
                    ReceiptEvents.assigned(money, entity, invoice.getCustomerId(), state.left(), command.appliedBy()),
                    entity);
        }
        state.record(ReceiptEvents.applied(command, money, amount, state.left().subtract(amount)));
    }

    @CommandHandler
    void decide(UnapplyReceipt command) {
        var known = state.application(command.applicationId());
        if (known == null) {
            throw new RuleViolated(
                    "Z-04",
                    "applicationId",
                    command.applicationId() + " is no application of this money",
                    "look at its applications");
        }
        if (!state.isUnapplied(command.applicationId())) {
            state.record(ReceiptEvents.unapplied(command, known, state.left().add(known.getAmount())));
        }
    }

    @CommandHandler
    void decide(SendMoneyBack command) {
        if (state.isSentBack()) {
            return; // Once.
        }
        if (!state.refunded().isEmpty()) {
            throw new RuleViolated(
                    "Z-06",
                    "receiptId",
                    AmountText.of(state.refunded().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                            + " of it was refunded",
                    "ask the payer for that back, and book it as money of its own");
        }
        for (var live : state.live()) {
            state.record(ReceiptEvents.sentBack(command, live, state.left().add(live.getAmount())));
        }
        state.record(ReceiptEvents.sentBack(command, state.money()));
    }

    @CommandHandler
    void decide(RefundMoney command) {
        var known = state.refunded().get(command.refundId());
        if (known != null) {
            requireSame(true, known, command.amount());
            return;
        }
        var money = state.money();
        var amount = state.limits().amount(command);
        state.record(ReceiptEvents.refunded(command, money, amount, state.left().subtract(amount)));
    }

    /** Of before receipts had parts: all of the money was applied, or nothing. */
    @CommandHandler
    void decide(NotePayment command) {
        if (!state.wasEverApplied() && state.left().compareTo(command.applied().getAmount()) >= 0) {
            var payment = command.applied();
            var by = "process|process-note-payment";
            var entity = payment.getLegalEntityId();
            Recording.record(
                    ReceiptEvents.assigned(state.money(), entity, payment.getCustomerId(), state.left(), by), entity);
            state.record(ReceiptEvents.noted(payment, state.left().subtract(payment.getAmount()), by));
        }
    }

    private static void requireSame(boolean isSame, BigDecimal known, @Nullable BigDecimal asked) {
        if (!isSame || (asked != null && asked.compareTo(known) != 0)) {
            throw new RuleViolated("Z-07", "id", "that key is something else", "use another key");
        }
    }
}
