package io.fairlead.app.explain;

import io.fairlead.app.explain.Explanation.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A credit note: gross from net and tax, net from lines, each from the line of the invoice that it credits. */
final class CreditExplanation {

    /** Events of a source that say what became of credited work. */
    private static final Set<String> OUTCOMES =
            Set.of("Reopened", "WrittenOff", "CorrectedAfterBilling", "Corrected", "Lowered");

    private final Trail trail;
    private final DocumentTotals below;
    private final InvoiceExplanation invoices;

    CreditExplanation(Trail trail) {
        this.trail = trail;
        this.below = new DocumentTotals(trail);
        this.invoices = new InvoiceExplanation(trail);
    }

    Node of(String note) {
        var parts = new ArrayList<Node>();
        var totals = totals(note);
        totals.ifPresent(told -> {
            var rows = told.rows("lines");
            var net = rows.stream().map(CreditExplanation::net).reduce(BigDecimal.ZERO, BigDecimal::add);
            var lines = rows.stream().map(row -> line(told, row)).toList();
            parts.add(new Node(lines.size() + " lines sum to the net", net, told.text("currency"), null, lines));
            below.same(note + ": net", told.amount("net"), net);
            below.compare(told, net);
            below.taxes(told, rows, parts);
            below.rounding(told, parts);
        });
        for (var told : trail.of(note)) {
            parts.add(told.node(told.node().what(), told.amount("gross"), List.of()));
        }
        trail.last(note, "CreditNoteIssued").flatMap(below::number).ifPresent(parts::add);
        return new Node(
                note + totals.map(told -> " " + told.text("number")).orElse(""),
                totals.map(told -> told.amount("gross")).orElse(null),
                totals.map(told -> told.text("currency")).orElse(null),
                totals.map(Told::source).orElse(null),
                parts);
    }

    /** One line by its number; empty when the credit note has none. */
    Optional<Node> line(String note, int lineNo) {
        return totals(note).flatMap(told -> told.rows("lines").stream()
                .filter(row -> Told.text(row, "lineNo").equals(String.valueOf(lineNo)))
                .map(row -> line(told, row))
                .findFirst());
    }

    private Optional<Told> totals(String note) {
        return trail.last(note, "CreditNoteIssued").or(() -> trail.last(note, "CreditNoteDrafted"));
    }

    private static BigDecimal net(Map<String, ?> row) {
        return Objects.requireNonNullElse(Told.amount(row, "net"), BigDecimal.ZERO);
    }

    private Node line(Told told, Map<String, ?> row) {
        var invoice = told.text("invoiceId");
        var source = Told.text(row, "sourceId");
        var parts = new ArrayList<Node>();
        int credited = Integer.parseInt(Told.text(row, "invoiceLineNo"));
        invoices.line(invoice, credited)
                .ifPresentOrElse(
                        parts::add,
                        () -> trail.differs(told.stream() + ": line " + credited + " of " + invoice
                                + " is credited and not there"));
        trail.of(source).stream()
                .filter(each -> OUTCOMES.stream().anyMatch(each.type()::endsWith)
                        && each.text("creditNoteId").equals(told.stream())
                        && each.text("portionNo").equals(Told.text(row, "portionNo")))
                .map(Told::node)
                .forEach(parts::add);
        return new Node(
                "line " + Told.text(row, "lineNo") + ": credits line " + credited + " of " + invoice + ", "
                        + Told.text(row, "description") + ", then " + Told.text(row, "disposition"),
                net(row),
                told.text("currency"),
                told.source(),
                parts);
    }
}
