package io.fairlead.billing.deduction;

import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.shared.LargestRemainder;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * By how much a deduction lowers net and tax of an invoice: each row of tax has its share of the amount, and within it the tax
 * is at the row's rate (R4). Of 24.00 off 1,000.00 and 200.00, 4.00 are tax.
 *
 * @param rows bases and taxes that are lower, in the invoice's order; rows with nothing are missing
 */
public record DeductedTax(List<TaxRow> rows) {

    public DeductedTax {
        rows = List.copyOf(rows);
    }

    /** Where the tax stays as it was issued. */
    public static final DeductedTax NONE = new DeductedTax(List.of());

    /** @param amount with tax, at most what the invoice asks to pay */
    public static DeductedTax of(InvoiceIssued invoice, Money amount) {
        // One code may stand for a base that other rows have too: then its tax is shared, and the base once.
        var payable = invoice.getTaxRows().stream()
                .map(row -> row.getBase().add(row.getTax()))
                .toList();
        var all = payable.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() <= 0 || all.compareTo(invoice.getGross()) != 0) {
            return taxAlone(invoice, amount);
        }
        var parts = payable.stream()
                .map(part -> amount.getAmount().multiply(part).divide(all, MathContext.DECIMAL64))
                .toList();
        var shares = LargestRemainder.share(amount, parts);
        var rows = new ArrayList<TaxRow>();
        for (int i = 0; i < shares.size(); i++) {
            var row = invoice.getTaxRows().get(i);
            var share = shares.get(i);
            if (!share.isZero()) {
                var tax = tax(share, row);
                rows.add(TaxRow.newBuilder(row)
                        .setBase(WireAmount.amount(share.minus(tax)))
                        .setTax(WireAmount.amount(tax))
                        .build());
            }
        }
        return new DeductedTax(rows);
    }

    /** Rows that tax one base several times: each gives up its part of the tax, and none the base. */
    private static DeductedTax taxAlone(InvoiceIssued invoice, Money amount) {
        if (invoice.getGross().signum() <= 0) {
            return NONE;
        }
        return new DeductedTax(invoice.getTaxRows().stream()
                .map(row -> TaxRow.newBuilder(row)
                        .setBase(WireAmount.amount(part(row.getBase(), invoice, amount)))
                        .setTax(WireAmount.amount(part(row.getTax(), invoice, amount)))
                        .build())
                .toList());
    }

    private static Money part(BigDecimal of, InvoiceIssued invoice, Money amount) {
        var digits = amount.getCurrencyUnit().getDecimalPlaces();
        return Money.of(
                amount.getCurrencyUnit(),
                of.multiply(amount.getAmount()).divide(invoice.getGross(), digits, RoundingMode.HALF_UP));
    }

    private static Money tax(Money share, TaxRow row) {
        var digits = share.getCurrencyUnit().getDecimalPlaces();
        var whole = BigDecimal.ONE.add(row.getRate());
        return Money.of(
                share.getCurrencyUnit(),
                share.getAmount().multiply(row.getRate()).divide(whole, digits, RoundingMode.HALF_UP));
    }

    /** Of all rows. */
    public BigDecimal tax() {
        return rows.stream().map(TaxRow::getTax).reduce(BigDecimal.ZERO.setScale(4), BigDecimal::add);
    }
}
