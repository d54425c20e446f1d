package io.fairlead.billing.invoice;

import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.shared.StreamHistory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The lines of an invoice as its review left them; for whoever reads an invoice's stream.
 *
 * @param lines by line number
 */
public record InvoiceLines(List<InvoiceLine> lines) {

    public InvoiceLines {
        lines = List.copyOf(lines);
    }

    /** As drafted, less what was removed, with what was adjusted; by line number. */
    public static InvoiceLines of(StreamHistory history, String invoiceId) {
        return new InvoiceLines(reviewed(
                history.all(invoiceId, InvoiceLinesAdded.class).stream()
                        .flatMap(added -> added.getLines().stream())
                        .toList(),
                history.all(invoiceId, InvoiceLineRemoved.class),
                history.all(invoiceId, InvoiceLineAdjusted.class)));
    }

    /** As drafted, less what was removed, with what was adjusted, in the order of the draft. */
    public static List<InvoiceLine> reviewed(
            List<InvoiceLine> drafted, List<InvoiceLineRemoved> removed, List<InvoiceLineAdjusted> adjusted) {
        var gone = removed.stream().map(InvoiceLineRemoved::getLineNo).collect(Collectors.toSet());
        var lines = new ArrayList<>(drafted);
        lines.removeIf(line -> gone.contains(line.getLineNo()));
        adjusted.forEach(event -> lines.replaceAll(line -> adjusted(line, event)));
        return List.copyOf(lines);
    }

    /** The line after the adjustment, or the same when it is about another. */
    static InvoiceLine adjusted(InvoiceLine line, InvoiceLineAdjusted event) {
        if (line.getLineNo() != event.getLineNo()) {
            return line;
        }
        return InvoiceLine.newBuilder(line)
                .setNet(event.getNet())
                .setAdjustment(adjustment(line).add(event.getAmount()))
                .build();
    }

    /** What review wrote up or down; 0 when nothing. */
    public static BigDecimal adjustment(InvoiceLine line) {
        return line.getAdjustment() == null ? BigDecimal.ZERO.setScale(4) : line.getAdjustment();
    }
}
