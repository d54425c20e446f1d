package io.fairlead.billing.cash;

import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamHistory;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a command about money would do, by the rules that decide it; for whoever looks before.
 *
 * @param left on account after it
 * @param changes on invoices, in order
 */
public record MoneyPreview(BigDecimal left, List<Change> changes) {

    public MoneyPreview {
        changes = List.copyOf(changes);
    }

    /**
     * On one invoice.
     *
     * @param amount applied, below 0 taken back
     * @param open after it
     */
    public record Change(String invoiceId, String number, BigDecimal amount, BigDecimal open) {}

    /** Of a plan for money that has just come in, or is still to come. */
    public static MoneyPreview of(MoneyPlan plan) {
        return new MoneyPreview(
                plan.left(),
                plan.parts().stream()
                        .map(part -> change(part.to(), part.amount()))
                        .toList());
    }

    /** @throws RuleViolated as the command would be refused */
    public static MoneyPreview of(MoneyAtHand at, ApplyReceipt command) {
        var amount = new MoneyLimits(at.money(), at.left()).amount(command);
        return new MoneyPreview(at.left().subtract(amount), List.of(change(command.to(), amount)));
    }

    /** @throws RuleViolated as the command would be refused */
    public static MoneyPreview of(MoneyAtHand at, RefundMoney command) {
        var amount = new MoneyLimits(at.money(), at.left()).amount(command);
        return new MoneyPreview(at.left().subtract(amount), List.of());
    }

    /** Of one application taken back; nothing when it is so already. */
    public static MoneyPreview ofUnapplied(MoneyAtHand at, String applicationId, StreamHistory history) {
        var live = at.live().get(applicationId);
        return live == null ? new MoneyPreview(at.left(), List.of()) : takenBack(at, List.of(live), history);
    }

    /** Of all of it sent back. */
    public static MoneyPreview ofSentBack(MoneyAtHand at, StreamHistory history) {
        var all = takenBack(at, List.copyOf(at.live().values()), history);
        return new MoneyPreview(BigDecimal.ZERO, all.changes());
    }

    private static MoneyPreview takenBack(MoneyAtHand at, List<ReceiptApplied> gone, StreamHistory history) {
        var left = gone.stream().map(ReceiptApplied::getAmount).reduce(at.left(), BigDecimal::add);
        return new MoneyPreview(
                left,
                gone.stream()
                        .map(each -> change(
                                OpenInvoice.of(history, each.getInvoiceId()).orElseThrow(),
                                each.getAmount().negate()))
                        .toList());
    }

    private static Change change(OpenInvoice invoice, BigDecimal amount) {
        return new Change(
                invoice.issued().getInvoiceId(),
                invoice.issued().getNumber(),
                amount,
                invoice.open().subtract(amount));
    }
}
