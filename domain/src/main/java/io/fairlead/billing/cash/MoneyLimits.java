package io.fairlead.billing.cash;

import io.fairlead.party.MergedCustomers;
import io.fairlead.shared.AmountText;
import io.fairlead.shared.Check;
import io.fairlead.shared.FourEyes;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What may become of money; for the aggregate and for previews. Rules Z-02, Z-03, Z-05, Z-08, B-11 and B-12.
 *
 * @param money what came in, and whose it is
 * @param left of it on account, >= 0
 */
record MoneyLimits(ReceivedMoney money, BigDecimal left) {

    /**
     * What goes to the invoice.
     *
     * @throws RuleViolated Z-03 of another owner, B-11 in another currency, Z-02 more than is left, B-12 more than is open
     */
    BigDecimal amount(ApplyReceipt command) {
        var invoice = command.to().issued();
        requireOwner(invoice.getLegalEntityId(), invoice.getCustomerId(), command.merged());
        if (!money.currency().equals(invoice.getCurrency())) {
            throw new RuleViolated(
                    "B-11", "currency", "the invoice is in " + invoice.getCurrency(), "convert the money first");
        }
        var open = command.to().open();
        var amount = requireLeft(command.amount() == null ? left.min(open) : command.amount());
        if (amount.signum() <= 0 || amount.compareTo(open) > 0) {
            var reason = "only " + AmountText.of(open.max(BigDecimal.ZERO)) + " is open of " + invoice.getNumber();
            throw new RuleViolated("B-12", "amount", reason, "apply the rest elsewhere or return it");
        }
        return amount;
    }

    /**
     * What is paid back.
     *
     * @throws RuleViolated Z-02 more than is left, Z-05 by who told of it, Z-08 before it came
     */
    BigDecimal amount(RefundMoney command) {
        var amount = requireLeft(command.amount() == null ? left : command.amount());
        if (money.receivedBy() != null && FourEyes.isSame(command.refundedBy(), money.receivedBy())) {
            throw new RuleViolated(
                    "Z-05", "refundedBy", "nobody refunds money that they told of", "let somebody else refund it");
        }
        if (command.on().isBefore(money.valueDate())) {
            throw new RuleViolated(
                    "Z-08", "valueDate", "the money came on " + money.valueDate(), "use that day or a later one");
        }
        return amount;
    }

    /** Z-03: whose it is stays so, but for customers that are one by now. */
    void requireOwner(String legalEntityId, String customerId, MergedCustomers merged) {
        var owner = money.customerId();
        if (differs(money.legalEntityId(), legalEntityId) || (owner != null && !merged.areSame(owner, customerId))) {
            var whose = money.customerId() == null ? "of nobody yet" : "of " + money.customerId();
            throw new RuleViolated(
                    "Z-03",
                    "invoice",
                    "the money is " + whose + ", received by " + money.legalEntityId(),
                    "apply it to an invoice of them, or refund it");
        }
    }

    private BigDecimal requireLeft(BigDecimal wanted) {
        if (left.signum() == 0 || wanted.compareTo(left) > 0) {
            throw new RuleViolated(
                    "Z-02", "amount", "only " + AmountText.of(left) + " is left of the money", "name at most that");
        }
        return Check.payable("amount", wanted, money.currency());
    }

    private static boolean differs(@Nullable String known, String other) {
        return known != null && !known.equals(other);
    }
}
