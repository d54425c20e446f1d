package io.fairlead.gateway.document;

import io.fairlead.billing.tax.TaxCodes;
import io.fairlead.contract.LineDetail;
import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.document.BillDocument.Tax;
import io.fairlead.gateway.document.BillDocument.Work;
import io.fairlead.party.DocumentLanguage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lines of time as a contract wants them together: those of one person, task or day at one price and one tax are one
 * line, whose net is the sum of theirs. Agreed amounts, and time whose amount a review wrote up or down, stay lines of
 * their own.
 *
 * @param lines as printed
 * @param timesheet the lines of time one by one, in their order; empty where they are printed so
 */
record GroupedLines(List<Line> lines, List<Line> timesheet) {

    /** What the lines of a group have in common. */
    private record Key(
            @Nullable Object by,
            BigDecimal price,
            int secondsPerUnit,
            boolean isGivenBack,
            List<String> codes,
            List<Tax> rows) {}

    /**
     * The lines as the contract wants them.
     *
     * @param taxes rows of the document; none while they are not worked out
     */
    static GroupedLines of(List<Line> lines, LineDetail detail, List<Tax> taxes, DocumentLanguage language) {
        if (detail == LineDetail.EACH) {
            return new GroupedLines(lines, List.of());
        }
        var groups = new LinkedHashMap<Object, List<Line>>();
        for (var line : lines) {
            var key = isTime(line) ? key(line, detail, taxes) : line.lineNo();
            groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(line);
        }
        return new GroupedLines(
                groups.values().stream()
                        .map(group -> isTime(group.getFirst())
                                ? together(group, detail, Words.of(language))
                                : group.getFirst())
                        .toList(),
                lines.stream().filter(GroupedLines::isTime).toList());
    }

    private static boolean isTime(Line line) {
        var seconds = line.seconds();
        return seconds != null
                && seconds > 0
                && line.price() != null
                && !PrintedQuantity.of(line).isWhole();
    }

    private static Key key(Line line, LineDetail detail, List<Tax> taxes) {
        var by =
                switch (detail) {
                    case EACH -> line.lineNo();
                    case PERSON -> line.work().person();
                    case TASK -> line.work().purpose();
                    case DAY -> line.from();
                };
        return new Key(
                by,
                Objects.requireNonNull(line.price()),
                Objects.requireNonNull(line.secondsPerUnit()),
                line.net().signum() < 0,
                line.taxes(),
                taxes.stream()
                        .filter(row -> TaxCodes.bears(line.taxes(), line.taxDay(), row.code(), row.days()))
                        .toList());
    }

    private static Line together(List<Line> group, LineDetail detail, Words words) {
        var first = group.getFirst();
        var project = common(group, line -> line.work().project());
        var task = common(group, line -> line.work().task());
        var purpose = task == null ? project : task;
        return new Line(
                first.lineNo(),
                purpose == null ? words.of(Phrase.WORKED_TIME) : purpose,
                first(group, Line::from, Comparator.naturalOrder()),
                first(group, Line::to, Comparator.reverseOrder()),
                group.stream()
                        .mapToInt(line -> Objects.requireNonNull(line.seconds()))
                        .sum(),
                first.price(),
                first.secondsPerUnit(),
                group.stream().map(Line::net).reduce(BigDecimal.ZERO, BigDecimal::add),
                first.taxes(),
                first.taxDay(),
                new Work(
                        detail == LineDetail.PERSON ? first.work().person() : null,
                        task == null ? null : project, // What the line says already is not said again.
                        null));
    }

    private static <T> T first(Collection<Line> group, Function<Line, T> part, Comparator<T> order) {
        return group.stream().map(part).min(order).orElseThrow();
    }

    private static @Nullable String common(List<Line> group, Function<Line, @Nullable String> part) {
        var wanted = part.apply(group.getFirst());
        return group.stream().allMatch(line -> Objects.equals(part.apply(line), wanted)) ? wanted : null;
    }
}
