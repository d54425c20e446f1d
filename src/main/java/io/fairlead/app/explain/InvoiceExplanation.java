package io.fairlead.app.explain;

import io.fairlead.app.explain.Explanation.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An invoice: gross from net and tax, net from lines, each line from its source, each tax from its rate. */
final class InvoiceExplanation {

    /** Events that are told where their lines are. */
    private static final Set<String> IN_LINES =
            Set.of("InvoiceLinesAdded", "InvoiceLineAdjusted", "InvoiceLineRemoved");

    private final Trail trail;
    private final SourceExplanation sources;
    private final DocumentTotals below;

    InvoiceExplanation(Trail trail) {
        this.trail = trail;
        this.below = new DocumentTotals(trail);
        this.sources = new SourceExplanation(trail);
    }

    Node of(String invoice) {
        var lines = lines(invoice);
        var parts = new ArrayList<Node>();
        var net = BigDecimal.ZERO;
        var nets = new ArrayList<Node>();
        for (var line : lines) {
            nets.add(line(line));
            net = net.add(line.net());
        }
        var totals = totals(invoice);
        var currency = totals.map(told -> told.text("currency")).orElse("");
        parts.add(new Node(lines.size() + " lines sum to the net", net, currency, null, nets));
        removed(invoice).ifPresent(parts::add);
        totals.filter(told -> !told.is("InvoiceDrafted")).ifPresent(told -> {
            below.taxes(told, lines.stream().map(Line::row).toList(), parts);
            below.rounding(told, parts);
        });
        for (var told : trail.of(invoice)) {
            if (!IN_LINES.contains(told.type())) {
                parts.add(told.node(event(told), figure(told), List.of()));
            }
        }
        trail.last(invoice, "InvoiceIssued").flatMap(below::number).ifPresent(parts::add);
        compare(invoice, totals, net);
        return new Node(
                invoice + totals.map(told -> " " + told.text("number")).orElse(""),
                totals.map(InvoiceExplanation::figure).orElse(null),
                currency.isEmpty() ? null : currency,
                totals.map(Told::source).orElse(null),
                parts);
    }

    /** One line by its number, also one that review removed; empty when the invoice never had it. */
    Optional<Node> line(String invoice, int lineNo) {
        return drafted(invoice).stream()
                .filter(line -> line.no().equals(String.valueOf(lineNo)))
                .map(line -> isRemoved(line) ? removed(line) : line(line))
                .findFirst();
    }

    /** What review took off, beside the sum; empty when it took nothing. */
    private Optional<Node> removed(String invoice) {
        var gone = drafted(invoice).stream()
                .filter(this::isRemoved)
                .map(this::removed)
                .toList();
        return gone.isEmpty()
                ? Optional.empty()
                : Optional.of(new Node(
                        gone.size() + " lines were removed in review and are in no sum", null, null, null, gone));
    }

    private boolean isRemoved(Line line) {
        return removal(line).isPresent();
    }

    private Optional<Told> removal(Line line) {
        return reviews(line.told().stream(), "InvoiceLineRemoved").stream()
                .filter(told -> told.text("lineNo").equals(line.no()))
                .findFirst();
    }

    private Node removed(Line line) {
        var removal = removal(line).orElseThrow();
        below.same(removal.stream() + ": line " + line.no() + " as removed", removal.amount("net"), line.net());
        return removal.node(
                "line " + line.no() + " was removed: " + removal.text("reason") + ", by " + removal.text("removedBy"),
                line(line));
    }

    /**
     * A line as review left it.
     *
     * @param reviews that wrote it up or down
     */
    private record Line(Told told, Map<String, ?> row, List<Told> reviews) {

        String no() {
            return Told.text(row, "lineNo");
        }

        /** As the run drafted it. */
        BigDecimal drafted() {
            return Objects.requireNonNullElse(Told.amount(row, "net"), BigDecimal.ZERO);
        }

        BigDecimal net() {
            return sum(reviews, "amount").add(drafted());
        }
    }

    private static BigDecimal sum(List<Told> events, String field) {
        return events.stream()
                .map(told -> Objects.requireNonNullElse(told.amount(field), BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Told> reviews(String invoice, String type) {
        return trail.of(invoice).stream().filter(told -> told.is(type)).toList();
    }

    /** Without those that review removed. */
    private List<Line> lines(String invoice) {
        return drafted(invoice).stream().filter(line -> !isRemoved(line)).toList();
    }

    private List<Line> drafted(String invoice) {
        var adjusted = reviews(invoice, "InvoiceLineAdjusted");
        return trail.of(invoice).stream()
                .filter(told -> told.is("InvoiceLinesAdded"))
                .flatMap(told -> told.rows("lines").stream()
                        .map(row -> new Line(
                                told,
                                row,
                                adjusted.stream()
                                        .filter(each -> each.text("lineNo").equals(Told.text(row, "lineNo")))
                                        .toList())))
                .toList();
    }

    private Node line(Line line) {
        var told = line.told();
        var row = line.row();
        var source = Told.text(row, "sourceId");
        var what = "line " + Told.text(row, "lineNo") + ": portion " + Told.text(row, "portionNo") + " of " + source
                + ", " + Told.text(row, "description") + ", " + Told.text(row, "serviceDate");
        var parts = new ArrayList<Node>();
        if (!trail.of(source).isEmpty()) {
            parts.add(sources.of(source));
        }
        line.reviews()
                .forEach(review -> parts.add(review.node(
                        "review wrote it to " + review.text("net") + ": " + review.text("reason") + ", by "
                                + review.text("adjustedBy"),
                        review.amount("amount"),
                        List.of())));
        requireClaimed(told, row, source, line.drafted());
        return new Node(
                what,
                line.net(),
                trail.last(told.stream(), "InvoiceDrafted")
                        .map(draft -> draft.text("currency"))
                        .orElse(null),
                told.source(),
                parts);
    }

    /** What the line says must be what its source says was put on this draft. */
    private void requireClaimed(Told told, Map<String, ?> row, String source, BigDecimal net) {
        var claimed = trail.of(source).stream()
                .filter(each -> each.type().endsWith("PutOnDraft")
                        && each.text("invoiceId").equals(told.stream())
                        && each.text("portionNo").equals(Told.text(row, "portionNo")))
                .reduce((_, later) -> later);
        claimed.map(each -> each.amount("amount"))
                .filter(amount -> amount.compareTo(net) != 0)
                .ifPresent(amount -> trail.differs("line " + Told.text(row, "lineNo") + " of " + told.stream() + " is "
                        + net.toPlainString() + ", " + source + " gave " + amount.toPlainString()));
    }

    private Optional<Told> totals(String invoice) {
        return trail.last(invoice, "InvoiceIssued")
                .or(() -> trail.last(invoice, "InvoiceApproved").filter(_ -> !isReturned(invoice)))
                .or(() -> trail.last(invoice, "InvoiceDrafted"));
    }

    private boolean isReturned(String invoice) {
        return reviews(invoice, "InvoiceReturned").size()
                == reviews(invoice, "InvoiceApproved").size();
    }

    private static String event(Told told) {
        var by = told.text("approvedBy");
        return told.node().what() + (by.isEmpty() ? "" : " by " + by);
    }

    /** The figure that an event of an invoice is about. */
    private static @Nullable BigDecimal figure(Told told) {
        for (var field : List.of("gross", "amount", "net")) {
            if (told.amount(field) != null) {
                return told.amount(field);
            }
        }
        return null;
    }

    private void compare(String invoice, Optional<Told> totals, BigDecimal net) {
        totals.ifPresent(told -> {
            var said = Objects.requireNonNullElse(told.amount("net"), BigDecimal.ZERO);
            // Before an approval says what review made of it, the draft's own net does not know.
            below.same(invoice + ": net", told.is("InvoiceDrafted") ? said.add(reviewed(invoice)) : said, net);
            if (told.amount("gross") != null) {
                below.compare(told, net);
            }
        });
    }

    private BigDecimal reviewed(String invoice) {
        return sum(reviews(invoice, "InvoiceLineAdjusted"), "amount")
                .subtract(sum(reviews(invoice, "InvoiceLineRemoved"), "net"));
    }
}
