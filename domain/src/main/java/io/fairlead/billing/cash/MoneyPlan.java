package io.fairlead.billing.cash;

import io.fairlead.shared.AmountText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which invoices money pays: those that it names, in that order, each up to what is open; then by the company's policy the
 * customer's earliest due, unless it names what it cannot pay: a person was meant to decide. What is left stays on account, and
 * why is told.
 *
 * @param parts in the order of payment
 * @param left on account after them
 * @param reasons why invoices that it names are not paid, or not as named
 */
public record MoneyPlan(List<Part> parts, BigDecimal left, List<String> reasons) {

    public MoneyPlan {
        parts = List.copyOf(parts);
        reasons = List.copyOf(reasons);
    }

    /** So much to one invoice. */
    public record Part(OpenInvoice to, BigDecimal amount, ApplicationBasis how) {}

    /** What is known of invoices. */
    public interface Ledger {

        /** The invoice as it is now; empty before it is issued. */
        Optional<OpenInvoice> invoice(String invoiceId);

        /** Whether both customers are one by now. */
        boolean areSame(String oneCustomer, String otherCustomer);

        /** The customer's open invoices that money may go to by itself, earliest due first; nothing where the policy says so. */
        List<String> oldestFirst(String legalEntityId, String customerId, String currency);
    }

    /** For all that is left of the money. */
    public static MoneyPlan of(MoneyAtHand at, Ledger ledger) {
        var plan = new Planning(at.money(), at.left(), ledger);
        for (var named : at.named()) {
            plan.named(named.getInvoiceId(), named.getAmount());
        }
        plan.oldest();
        return new MoneyPlan(plan.parts, plan.left, plan.reasons);
    }

    /** A plan in the making. */
    private static final class Planning {

        private final ReceivedMoney money;
        private final Ledger ledger;
        private final List<Part> parts = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();
        private final Set<String> seen = new LinkedHashSet<>();
        private BigDecimal left;
        private boolean isMeantOtherwise;
        private @Nullable String legalEntityId;
        private @Nullable String customerId;

        Planning(ReceivedMoney money, BigDecimal left, Ledger ledger) {
            this.money = money;
            this.ledger = ledger;
            this.left = left;
            this.legalEntityId = money.legalEntityId();
            this.customerId = money.customerId();
        }

        void named(String invoiceId, @Nullable BigDecimal wanted) {
            seen.add(invoiceId);
            var found = ledger.invoice(invoiceId);
            if (found.isEmpty()) {
                isMeantOtherwise = true;
                reasons.add(invoiceId + " is not issued");
                return;
            }
            var invoice = found.get();
            var number = invoice.issued().getNumber();
            if (!invoice.issued().getCurrency().equals(money.currency())) {
                isMeantOtherwise = true;
                reasons.add(number + " is in " + invoice.issued().getCurrency());
            } else if (!isOfOwner(invoice)) {
                isMeantOtherwise = true;
                reasons.add(number + " is no invoice of "
                        + (customerId == null ? legalEntityId : legalEntityId + " to " + customerId));
            } else {
                if (invoice.open().compareTo(wanted == null ? left : wanted) < 0) {
                    reasons.add("only " + AmountText.of(invoice.open()) + " is open of " + number);
                }
                take(invoice, wanted, ApplicationBasis.NAMED);
            }
        }

        void oldest() {
            if (isMeantOtherwise || left.signum() == 0 || legalEntityId == null || customerId == null) {
                return;
            }
            for (var id : ledger.oldestFirst(legalEntityId, customerId, money.currency())) {
                if (left.signum() > 0 && seen.add(id)) {
                    ledger.invoice(id)
                            .filter(invoice ->
                                    invoice.issued().getCurrency().equals(money.currency()) && isOfOwner(invoice))
                            .ifPresent(invoice -> take(invoice, null, ApplicationBasis.OLDEST_FIRST));
                }
            }
        }

        private void take(OpenInvoice invoice, @Nullable BigDecimal wanted, ApplicationBasis how) {
            var amount = left.min(invoice.open()).min(wanted == null ? left : wanted);
            if (amount.signum() > 0) {
                parts.add(new Part(invoice, amount, how));
                left = left.subtract(amount);
                legalEntityId = invoice.issued().getLegalEntityId();
                customerId = invoice.issued().getCustomerId();
            }
        }

        private boolean isOfOwner(OpenInvoice invoice) {
            return (legalEntityId == null
                            || legalEntityId.equals(invoice.issued().getLegalEntityId()))
                    && (customerId == null
                            || ledger.areSame(customerId, invoice.issued().getCustomerId()));
        }
    }
}
