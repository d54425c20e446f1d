package io.fairlead.billing.cash;

import io.fairlead.billing.deduction.Deduction;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.ReceivablePolicySet;
import io.fairlead.billing.invoice.Payable;
import io.fairlead.shared.AmountText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What the company's policy makes of the rest that a payment leaves open.
 *
 * @param reason for the books, with the terms
 */
record PolicyDeduction(Deduction kind, String reason) {

    /**
     * A discount that was agreed on the day of issue and taken within its days, to the cent; else a rest that is small enough
     * on the day of the money; else nothing, and it stays open.
     *
     * @param atIssue the policy of the issue date
     * @param atPayment the policy of the money's day
     */
    static Optional<PolicyDeduction> of(
            PaymentApplied payment,
            InvoiceIssued invoice,
            Optional<ReceivablePolicySet> atIssue,
            Optional<ReceivablePolicySet> atPayment) {
        var discount = atIssue.filter(policy -> isDiscount(payment, invoice, policy))
                .map(policy -> new PolicyDeduction(
                        Deduction.CASH_DISCOUNT,
                        AmountText.of(policy.getDiscountRate().movePointRight(2)) + " % within "
                                + policy.getDiscountDays() + " days"));
        return discount.isPresent()
                ? discount
                : atPayment
                        .filter(policy -> policy.getSmallRest() != null
                                && payment.getCurrency().equals(policy.getCurrency())
                                && payment.getOpen().compareTo(policy.getSmallRest()) <= 0)
                        .map(policy -> new PolicyDeduction(
                                Deduction.SMALL_REST,
                                "a rest of at most " + AmountText.of(policy.getSmallRest()) + " is not asked for"));
    }

    private static boolean isDiscount(PaymentApplied payment, InvoiceIssued invoice, ReceivablePolicySet policy) {
        var rate = policy.getDiscountRate();
        var days = policy.getDiscountDays();
        if (rate == null
                || days == null
                || payment.getValueDate().isAfter(invoice.getIssueDate().plusDays(days))) {
            return false;
        }
        var payable = Payable.of(invoice);
        BigDecimal discount = payable.getAmount()
                .multiply(rate)
                .setScale(payable.getCurrencyUnit().getDecimalPlaces(), RoundingMode.HALF_UP);
        return payment.getOpen().compareTo(discount) == 0;
    }
}
