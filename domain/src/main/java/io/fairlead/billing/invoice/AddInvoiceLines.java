package io.fairlead.billing.invoice;

import io.fairlead.shared.Check;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Add lines to a draft; what stands on it already is left out.
 *
 * @param invoiceId the draft
 * @param lines 1..500
 * @param authors who entered what is billed, issuer|subject; the billing run for what nobody of the firm entered
 * @param workers who worked or spent what is billed, person:<key>
 * @param names who did what, by source, of which those of the lines are kept; of what nothing is known none
 */
public record AddInvoiceLines(
        @TargetAggregateIdentifier InvoiceId invoiceId,
        List<DraftLine> lines,
        List<String> authors,
        List<String> workers,
        Map<String, WorkNames> names) {

    public AddInvoiceLines {
        Check.range("lines", lines.size(), 1, 500);
        lines = List.copyOf(lines);
        authors.forEach(author -> Check.actor("authors", author));
        authors = List.copyOf(authors);
        workers = List.copyOf(workers);
        names = ofThese(lines, names);
    }

    private static Map<String, WorkNames> ofThese(List<DraftLine> lines, Map<String, WorkNames> names) {
        var own = new HashMap<>(names);
        own.keySet().retainAll(lines.stream().map(DraftLine::sourceId).collect(Collectors.toSet()));
        return Map.copyOf(own);
    }
}
