package io.fairlead.app.explain;

import io.fairlead.app.explain.Explanation.Node;
import io.fairlead.shared.StreamKey;
import io.fairlead.source.SourceEvent;
import io.fairlead.source.SourceEvent.Billed;
import io.fairlead.source.SourceEvent.Changed;
import io.fairlead.source.SourceEvent.Confirmed;
import io.fairlead.source.SourceEvent.Deferred;
import io.fairlead.source.SourceEvent.Doubted;
import io.fairlead.source.SourceEvent.Lowered;
import io.fairlead.source.SourceEvent.Priced;
import io.fairlead.source.SourceEvent.PutOnDraft;
import io.fairlead.source.SourceEvent.Reason;
import io.fairlead.source.SourceEvent.Reopened;
import io.fairlead.source.SourceEvent.TakenOffDraft;
import io.fairlead.source.SourceEvent.WrittenOff;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/** A time entry, a billing item or an expense: everything that happened to it, and where its price comes from. */
final class SourceExplanation {

    private final Trail trail;

    SourceExplanation(Trail trail) {
        this.trail = trail;
    }

    /** From its record to the last thing that it touched. */
    Node of(String id) {
        var parts = new ArrayList<Node>();
        for (var told : trail.of(id)) {
            parts.add(told.ofSource().map(event -> happened(told, event)).orElseGet(() -> before(told)));
        }
        parts.addAll(reservations(id));
        cost(id, parts);
        var last = trail.of(id).getLast();
        return new Node(id + ", " + last.node().what() + " last", null, null, null, parts);
    }

    private Node happened(Told told, SourceEvent event) {
        return switch (event) {
            case Priced priced -> price(told, priced.attribution().kind());
            case Changed changed -> changed(told, changed);
            case PutOnDraft drafted -> onDocument(told, drafted.invoiceId());
            case Billed billed -> onDocument(told, billed.invoiceId());
            case TakenOffDraft _, Reopened _, WrittenOff _, Lowered _, Doubted _, Confirmed _, Deferred _ ->
                told.node();
        };
    }

    private Node changed(Told told, Changed change) {
        return change.attribution().kind().equals("expense")
                ? markedUp(told)
                : change.because() == Reason.REPRICED ? rated(told) : told.node();
    }

    private Node price(Told told, String kind) {
        return switch (kind) {
            case "time" -> rated(told);
            case "expense" -> markedUp(told);
            default -> told.node();
        };
    }

    /** What happens to a source before it has a price. */
    private static Node before(Told told) {
        return switch (told.type()) {
            case "TimeRecorded" -> recorded(told);
            case "TimeApproved" -> approved(told);
            default -> told.node();
        };
    }

    private static Node recorded(Told told) {
        return told.node("recorded: " + told.text("seconds") + " s of " + told.text("personId") + " on "
                + told.text("workDate") + " for " + told.text("projectId") + ", line " + told.text("lineNo") + " of "
                + told.text("contractId") + ", entered by " + told.text("author"));
    }

    private static Node approved(Told told) {
        return told.node("approved: version " + told.text("version") + ", " + told.text("seconds") + " s, by "
                + told.text("approvedBy"));
    }

    /** seconds x rate / unit, worked out again, and the row that the rate comes from. */
    private Node rated(Told told) {
        var amount = Objects.requireNonNullElse(told.amount("amount"), BigDecimal.ZERO);
        var rate = told.amount("rate");
        var seconds = told.amount("billedSeconds");
        var unit = told.amount("secondsPerUnit");
        var parts = new ArrayList<Node>();
        if (rate != null && seconds != null && unit != null) {
            var exact = rate.multiply(seconds).divide(unit, 10, RoundingMode.HALF_UP);
            var sentence = seconds.toPlainString() + " s x " + rate.toPlainString() + " / " + unit.toPlainString()
                    + " s = " + exact.stripTrailingZeros().toPlainString() + ", rounding "
                    + told.text("rounding");
            parts.add(new Node(sentence, null, null, null, List.of()));
            boolean inOneCurrency = told.text("rateCurrency").isEmpty()
                    || told.text("rateCurrency").equals(told.text("currency"));
            if (inOneCurrency
                    && told.text("rounding").equals("PER_ENTRY")
                    && exact.setScale(digits(told), RoundingMode.HALF_UP).compareTo(amount) != 0) {
                trail.differs(told.stream() + ": " + sentence + ", not " + amount.toPlainString());
            }
        }
        rateRow(told, parts);
        return told.node("priced by " + told.text("level"), amount, parts);
    }

    /** cost x (1 + mark-up), worked out again (R15). */
    private Node markedUp(Told told) {
        var amount = Objects.requireNonNullElse(told.amount("amount"), BigDecimal.ZERO);
        var cost = Objects.requireNonNullElse(told.amount("cost"), BigDecimal.ZERO);
        var markUp = Objects.requireNonNullElse(told.amount("markUp"), BigDecimal.ZERO);
        var exact = cost.multiply(BigDecimal.ONE.add(markUp));
        var sentence = "cost " + cost.toPlainString() + " x (1 + " + markUp.toPlainString() + ") = "
                + exact.stripTrailingZeros().toPlainString();
        if (exact.setScale(digits(told), RoundingMode.HALF_UP).compareTo(amount) != 0) {
            trail.differs(told.stream() + ": " + sentence + ", not " + amount.toPlainString());
        }
        var what = told.text("disbursement").equals("true")
                ? "priced as it was paid, for the customer"
                : "priced by cost and mark-up";
        return told.node(what, amount, List.of(new Node(sentence, null, null, null, List.of())));
    }

    private static int digits(Told told) {
        return Currency.getInstance(told.text("currency")).getDefaultFractionDigits();
    }

    private void rateRow(Told told, List<Node> parts) {
        var card = told.text("rateCardId");
        for (var row : trail.of(card)) {
            if (row.text("rateId").equals(told.text("rateId"))) {
                parts.add(
                        row.is("RateSet")
                                ? row.node("row " + row.text("rateId") + " of " + card + " of " + row.text("owner")
                                        + ": " + row.text("rate") + " " + row.text("currency") + " per "
                                        + row.text("unit") + " from " + row.text("from")
                                        + (row.text("to").isEmpty() ? "" : " to " + row.text("to")) + ", set by "
                                        + row.event().actor())
                                : row.node());
            }
        }
    }

    private Node onDocument(Told told, String invoice) {
        var number = trail.last(invoice, "InvoiceIssued").map(issued -> issued.text("number"));
        var parts = new ArrayList<Node>();
        trail.last(invoice, "InvoiceApproved")
                .ifPresent(approval -> parts.add(approval.node(
                        "the invoice was approved by " + approval.text("approvedBy"),
                        approval.amount("gross"),
                        List.of())));
        trail.last(invoice, "InvoiceIssued")
                .ifPresent(issued -> parts.add(issued.node(
                        "issued as " + issued.text("number") + " on " + issued.text("issueDate"),
                        issued.amount("gross"),
                        List.of())));
        var what = told.node().what() + number.map(text -> ", number " + text).orElse("");
        return told.node(what, told.amount("amount"), parts);
    }

    /** What the limits of its contract gave it. */
    private List<Node> reservations(String id) {
        var contract = trail.of(id).stream()
                .map(told -> told.text("contractId"))
                .filter(text -> !text.isEmpty())
                .findFirst();
        return contract.stream()
                .flatMap(key -> trail.of("funding:" + StreamKey.keyOf(key)).stream())
                .filter(told -> told.text("sourceId").equals(id)
                        || told.rows("portions").stream()
                                .anyMatch(row -> Told.text(row, "sourceId").equals(id)))
                .map(SourceExplanation::reservation)
                .toList();
    }

    private static Node reservation(Told told) {
        var granted = told.text("granted");
        var words = told.node().what()
                + (granted.isEmpty() ? "" : ": granted " + granted + ", held " + told.text("held"))
                + (told.text("limitIds").isEmpty() ? "" : " within " + told.text("limitIds"));
        return told.node(words, told.amount("granted"), List.of());
    }

    /** That it was costed; what people cost is for few readers. */
    private void cost(String id, List<Node> parts) {
        if (id.startsWith("time-entry:")) {
            trail.of("labour-cost:" + StreamKey.keyOf(id))
                    .forEach(told -> parts.add(told.node(
                            "costed; the figure stands in " + told.stream() + ", whose readers are restricted")));
        }
    }
}
