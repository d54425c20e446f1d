package io.fairlead.gateway.document;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.InvoiceReturned;
import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.shared.History;
import io.fairlead.shared.Wire;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The lines of an invoice as they stand after its review: added, then written up or down, or removed. */
final class InvoiceLines {

    private final Map<Integer, Standing> lines = new LinkedHashMap<>();
    private final boolean returned;

    private InvoiceLines(boolean returned) {
        this.returned = returned;
    }

    /** A line and its net after the review. */
    private record Standing(InvoiceLine line, BigDecimal net) {}

    static InvoiceLines of(String invoiceId, History history) {
        var approvals = history.all(invoiceId, InvoiceApproved.class).size();
        var returns = history.all(invoiceId, InvoiceReturned.class).size();
        var invoice = new InvoiceLines(approvals <= returns);
        for (var added : history.all(invoiceId, InvoiceLinesAdded.class)) {
            added.getLines().forEach(line -> invoice.lines.put(line.getLineNo(), new Standing(line, line.getNet())));
        }
        for (var adjusted : history.all(invoiceId, InvoiceLineAdjusted.class)) {
            invoice.lines.computeIfPresent(
                    adjusted.getLineNo(), (_, before) -> new Standing(before.line(), adjusted.getNet()));
        }
        history.all(invoiceId, InvoiceLineRemoved.class)
                .forEach(removed -> invoice.lines.remove(removed.getLineNo()));
        return invoice;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Whether no approval stands. */
    boolean isReturned() {
        return returned;
    }

    /** Sum of the lines. */
    BigDecimal net(String currency) {
        return lines.values().stream()
                .map(standing -> Wire.money(standing.net(), currency))
                .reduce(Money.zero(CurrencyUnit.of(currency)), Money::plus)
                .getAmount();
    }

    /** As documents print them. */
    List<Line> printed(String currency, BigDecimal sign) {
        return lines.values().stream()
                .map(standing -> printed(standing.line(), standing.net(), currency, sign))
                .toList();
    }

    private static Line printed(InvoiceLine line, BigDecimal net, String currency, BigDecimal sign) {
        return new Line(
                line.getLineNo(),
                line.getDescription(),
                line.getServiceDate(),
                line.getServiceDate(),
                line.getSeconds(),
                price(line.getPrice()),
                line.getSecondsPerUnit(),
                BillDocuments.amount(net, currency, sign),
                line.getTaxCodes().isEmpty() ? List.of(line.getTaxCategory()) : line.getTaxCodes());
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
