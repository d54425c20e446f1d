package io.fairlead.gateway.document;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceReturned;
import io.fairlead.billing.invoice.InvoiceLines;
import io.fairlead.billing.tax.TaxCodes;
import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The lines of an invoice as documents print them.
 *
 * @param lines as the review left them
 * @param names who worked on what
 * @param isReturned whether no approval stands
 */
record PrintedLines(List<InvoiceLine> lines, NamedWork names, boolean isReturned) {

    static PrintedLines of(String invoiceId, StreamHistory history) {
        var approvals = history.all(invoiceId, InvoiceApproved.class).size();
        var returns = history.all(invoiceId, InvoiceReturned.class).size();
        return new PrintedLines(
                InvoiceLines.of(history, invoiceId).lines(), new NamedWork(history, invoiceId), approvals <= returns);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Sum of the lines. */
    BigDecimal net(String currency) {
        return lines.stream()
                .map(line -> WireAmount.money(line.getNet(), currency))
                .reduce(Money.zero(CurrencyUnit.of(currency)), Money::plus)
                .getAmount();
    }

    /** As documents print them. */
    List<Line> printed(String currency, BigDecimal sign) {
        return lines.stream().map(line -> printed(line, currency, sign)).toList();
    }

    private Line printed(InvoiceLine line, String currency, BigDecimal sign) {
        return new Line(
                line.getLineNo(),
                names.words(line.getDescription()),
                line.getServiceDate(),
                line.getServiceDate(),
                line.getSeconds(),
                price(line.getPrice()),
                line.getSecondsPerUnit(),
                BillDocuments.amount(line.getNet(), currency, sign),
                TaxCodes.of(line),
                TaxCodes.dayOf(line),
                names.of(line.getLineNo(), line.getDescription()));
    }

    /** At two decimals, or more where it has them. */
    static @Nullable BigDecimal price(@Nullable BigDecimal wire) {
        if (wire == null) {
            return null;
        }
        var plain = wire.stripTrailingZeros();
        return plain.scale() < 2 ? plain.setScale(2, RoundingMode.UNNECESSARY) : plain;
    }
}
