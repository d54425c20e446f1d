package io.fairlead.gateway.document;

import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.shared.History;
import io.fairlead.shared.Wire;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The lines of an invoice as they stand after its review. */
final class InvoiceLines {

    private final List<InvoiceLine> lines;

    private InvoiceLines(List<InvoiceLine> lines) {
        this.lines = lines;
    }

    static InvoiceLines of(String invoiceId, History history) {
        return new InvoiceLines(history.all(invoiceId, InvoiceLinesAdded.class).stream()
                .flatMap(event -> event.getLines().stream())
                .toList());
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Whether the last approval was taken back. */
    boolean isReturned() {
        return false;
    }

    /** Sum of the lines. */
    BigDecimal net(String currency) {
        return lines.stream()
                .map(line -> Wire.money(line.getNet(), currency))
                .reduce(Money.zero(CurrencyUnit.of(currency)), Money::plus)
                .getAmount();
    }

    /** As documents print them. */
    List<Line> printed(String currency, BigDecimal sign) {
        return lines.stream()
                .map(line -> new Line(
                        line.getLineNo(),
                        line.getDescription(),
                        line.getServiceDate(),
                        line.getServiceDate(),
                        line.getSeconds(),
                        price(line.getPrice()),
                        line.getSecondsPerUnit(),
                        BillDocuments.amount(line.getNet(), currency, sign),
                        line.getTaxCodes().isEmpty() ? List.of(line.getTaxCategory()) : line.getTaxCodes()))
                .toList();
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
