package io.fairlead.app.explain;

import io.fairlead.app.explain.Explanation.Node;
import io.fairlead.shared.Amounts;
import io.fairlead.shared.StreamKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What invoices and credit notes have below their lines: tax, rounding, sums and a number. */
final class DocumentTotals {

    private final Trail trail;

    DocumentTotals(Trail trail) {
        this.trail = trail;
    }

    void taxes(Told totals, List<? extends Map<String, ?>> lines, List<Node> parts) {
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
    void rounding(Told totals, List<Node> parts) {
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
    private static TreeSet<String> days(Map<String, ?> row, List<? extends Map<String, ?>> lines, Told totals) {
        var days = new TreeSet<>(Told.texts(row, "days"));
        if (days.isEmpty()) {
            lines.stream()
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

    /** The number that its series gave it. */
    Optional<Node> number(Told issued) {
        var series = "number-series:" + StreamKey.keyOf(issued.text("legalEntityId")) + "-" + issued.text("series")
                + "-" + issued.text("year");
        return trail.of(series).stream()
                .filter(told -> told.text("documentId").equals(issued.stream()))
                .findFirst()
                .map(told ->
                        told.node("number " + told.text("number") + " of " + told.stream() + ": " + told.text("text")));
    }

    /** Its tax is the sum of the rows, its gross that and the net. */
    void compare(Told totals, BigDecimal net) {
        var tax = totals.rows("taxRows").stream()
                .map(row -> Objects.requireNonNullElse(Told.amount(row, "tax"), BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        same(totals.stream() + ": tax", totals.amount("tax"), tax);
        same(totals.stream() + ": gross", totals.amount("gross"), net.add(tax));
    }

    void same(String what, @Nullable BigDecimal said, BigDecimal sum) {
        if (said != null && said.compareTo(sum) != 0) {
            trail.differs(what + " is " + said.toPlainString() + ", the parts sum to " + sum.toPlainString());
        }
    }
}
