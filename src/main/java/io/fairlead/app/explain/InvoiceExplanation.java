package io.fairlead.app.explain;

import io.fairlead.app.explain.Explanation.Node;
import io.fairlead.shared.Amounts;
import io.fairlead.shared.StreamKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An invoice: gross from net and tax, net from lines, each line from its source, each tax from its rate. */
final class InvoiceExplanation {

    private final Trail trail;
    private final SourceExplanation sources;

    InvoiceExplanation(Trail trail) {
        this.trail = trail;
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
        totals.filter(told -> !told.is("InvoiceDrafted")).ifPresent(told -> {
            taxes(told, lines, parts);
            rounding(told, parts);
        });
        for (var told : trail.of(invoice)) {
            if (!told.is("InvoiceLinesAdded")) {
                parts.add(told.node(event(told), figure(told), List.of()));
            }
        }
        number(invoice).ifPresent(parts::add);
        compare(invoice, totals, net);
        return new Node(
                invoice + totals.map(told -> " " + told.text("number")).orElse(""),
                totals.map(InvoiceExplanation::figure).orElse(null),
                currency.isEmpty() ? null : currency,
                totals.map(Told::source).orElse(null),
                parts);
    }

    /** One line by its number; empty when the invoice has none. */
    Optional<Node> line(String invoice, int lineNo) {
        return lines(invoice).stream()
                .filter(line -> Told.text(line.row(), "lineNo").equals(String.valueOf(lineNo)))
                .map(this::line)
                .findFirst();
    }

    /**
     * A line as review left it.
     *
     * @param reviews that wrote it up or down
     */
    private record Line(Told told, Map<String, ?> row, List<Told> reviews) {

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
        var adjusted = reviews(invoice, "InvoiceLineAdjusted");
        var removed = reviews(invoice, "InvoiceLineRemoved").stream()
                .map(told -> told.text("lineNo"))
                .toList();
        return trail.of(invoice).stream()
                .filter(told -> told.is("InvoiceLinesAdded"))
                .flatMap(told -> told.rows("lines").stream()
                        .filter(row -> !removed.contains(Told.text(row, "lineNo")))
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

    private void taxes(Told totals, List<Line> lines, List<Node> parts) {
        for (var row : totals.rows("taxRows")) {
            var code = code(row);
            var rate = Objects.requireNonNullElse(Told.amount(row, "rate"), BigDecimal.ZERO);
            var days = days(row, lines, totals);
            var rows = trail.of("tax-rates:" + StreamKey.keyOf(totals.text("legalEntityId"))).stream()
                    .filter(each -> code(each.event().content()).equals(code)
                            && Amounts.same(rate, each.amount("rate"))
                            && days.stream().anyMatch(day -> holds(each, day)))
                    .map(each -> each.node(
                            "rate " + each.text("rate") + " from " + each.text("from") + ", " + each.text("source")))
                    .toList();
            var what = "tax " + code + ": " + Told.text(row, "base") + " x " + rate.toPlainString() + " "
                    + (days.size() == 1 ? "on " + days.first() : "from " + days.first() + " to " + days.last());
            parts.add(new Node(what, Told.amount(row, "tax"), totals.text("currency"), totals.source(), rows));
        }
    }

    /** What is added to pay in steps. */
    private void rounding(Told totals, List<Node> parts) {
        var gross = totals.amount("gross");
        var rounding = totals.row("payableRounding");
        var amount = Told.amount(rounding, "amount");
        var step = Told.amount(rounding, "step");
        if (gross == null || amount == null || step == null) {
            return; // It is paid to the cent.
        }
        var payable = gross.add(amount);
        parts.add(new Node(
                "rounding to " + plain(step) + ": " + plain(gross) + " is paid as " + plain(payable),
                amount,
                totals.text("currency"),
                totals.source(),
                List.of()));
        if (payable.remainder(step).signum() != 0 || amount.abs().compareTo(step) >= 0) {
            trail.differs(totals.stream() + ": " + plain(payable) + " is not the gross in steps of " + plain(step));
        }
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    private static String code(Map<String, ?> row) {
        return Told.text(row, "code").isEmpty() ? Told.text(row, "category") : Told.text(row, "code");
    }

    /** The days whose lines the row taxes; a row that names none taxes all lines with its code. */
    private static TreeSet<String> days(Map<String, ?> row, List<Line> lines, Told totals) {
        var days = new TreeSet<>(Told.texts(row, "days"));
        if (days.isEmpty()) {
            lines.stream()
                    .map(Line::row)
                    .filter(line -> Told.texts(line, "taxCodes").isEmpty()
                            ? Told.text(line, "taxCategory").equals(code(row))
                            : Told.texts(line, "taxCodes").contains(code(row)))
                    .map(line -> Told.text(line, Told.text(line, "taxDay").isEmpty() ? "serviceDate" : "taxDay"))
                    .forEach(days::add);
        }
        if (days.isEmpty()) {
            days.add(totals.text("taxPoint"));
        }
        return days;
    }

    private static boolean holds(Told rate, String day) {
        return rate.text("from").compareTo(day) <= 0
                && (rate.text("to").isEmpty() || day.compareTo(rate.text("to")) < 0);
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

    private Optional<Node> number(String invoice) {
        return trail.last(invoice, "InvoiceIssued")
                .map(issued -> "number-series:" + StreamKey.keyOf(issued.text("legalEntityId")) + "-"
                        + issued.text("series") + "-" + issued.text("year"))
                .flatMap(series -> trail.of(series).stream()
                        .filter(told -> told.text("documentId").equals(invoice))
                        .findFirst())
                .map(told ->
                        told.node("number " + told.text("number") + " of " + told.stream() + ": " + told.text("text")));
    }

    private void compare(String invoice, Optional<Told> totals, BigDecimal net) {
        totals.ifPresent(told -> {
            var said = Objects.requireNonNullElse(told.amount("net"), BigDecimal.ZERO);
            // Before an approval says what review made of it, the draft's own net does not know.
            same(invoice + ": net", told.is("InvoiceDrafted") ? said.add(reviewed(invoice)) : said, net);
            if (told.amount("gross") != null) {
                var tax = told.rows("taxRows").stream()
                        .map(row -> Objects.requireNonNullElse(Told.amount(row, "tax"), BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                same(invoice + ": tax", told.amount("tax"), tax);
                same(invoice + ": gross", told.amount("gross"), net.add(tax));
            }
        });
    }

    private BigDecimal reviewed(String invoice) {
        return sum(reviews(invoice, "InvoiceLineAdjusted"), "amount")
                .subtract(sum(reviews(invoice, "InvoiceLineRemoved"), "net"));
    }

    private void same(String what, @Nullable BigDecimal said, BigDecimal sum) {
        if (said != null && said.compareTo(sum) != 0) {
            trail.differs(what + " is " + said.toPlainString() + ", the parts sum to " + sum.toPlainString());
        }
    }
}
