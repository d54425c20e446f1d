package io.fairlead.cli;

import io.fairlead.gateway.spreadsheet.SpreadsheetRows;
import io.fairlead.schema.ShownText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows under headings, for people as aligned text and for spreadsheets as CSV; numbers stand to the right.
 *
 * @param title above the text form, empty for none; its lines are not empty, what stands between tables is the printer's
 * @param headings one for each column
 * @param rows each as long as the headings
 */
public record Table(String title, List<String> headings, List<List<String>> rows) {

    private static final String NUMBER = "-?[0-9][0-9,]*(\\.[0-9]+)?( ?[A-Z]{3}| MB| %)?";

    public Table {
        if (title.lines().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a title with an empty line: " + ShownText.of(title));
        }
        headings = List.copyOf(headings);
        rows = rows.stream().map(Table::shown).toList();
        for (var row : rows) {
            if (row.size() != headings.size()) {
                throw new IllegalArgumentException(
                        "a row of %d cells under %d headings".formatted(row.size(), headings.size()));
            }
        }
    }

    /** Cells as both forms may hold them: text from outside moves no cursor and ends no line. */
    private static List<String> shown(List<String> row) {
        return row.stream().map(ShownText::of).toList();
    }

    /**
     * Several as one, since a file of CSV has one line of headings: each heading once, before them which table a row is of.
     * One alone stays as it is.
     *
     * @param tables those that may stand in one file have a title each
     */
    static Table joined(List<Table> tables) {
        if (tables.size() == 1) {
            return tables.getFirst();
        }
        var headings = new LinkedHashSet<String>();
        tables.forEach(table -> headings.addAll(table.headings));
        var rows = new ArrayList<List<String>>();
        for (var table : tables) {
            for (var row : table.rows) {
                var cells = new ArrayList<String>();
                cells.add(table.title);
                for (var heading : headings) {
                    int at = table.headings.indexOf(heading);
                    cells.add(at < 0 ? "" : row.get(at));
                }
                rows.add(cells);
            }
        }
        var all = new ArrayList<String>();
        all.add("section");
        all.addAll(headings);
        return new Table("", all, rows);
    }

    /** Aligned columns, two blanks apart, no trailing blanks. */
    public String asText() {
        var lines = new ArrayList<String>();
        if (!title.isEmpty()) {
            lines.add(ShownText.ofLines(title));
        }
        lines.add(line(headings));
        lines.add(IntStream.range(0, headings.size())
                .mapToObj(i -> "-".repeat(width(i)))
                .collect(Collectors.joining("  ")));
        rows.forEach(row -> lines.add(line(row)));
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    /** RFC 4180, with headings; texts cannot become formulas of a spreadsheet. */
    public String asCsv() {
        return SpreadsheetRows.of(
                headings,
                rows.stream().map(row -> row.stream().map(Table::csv).toList()).toList());
    }

    private String line(List<String> cells) {
        var line = new StringBuilder();
        for (var i = 0; i < cells.size(); i++) {
            var pad = " ".repeat(width(i) - cells.get(i).length());
            line.append(isNumeric(i) ? pad + cells.get(i) : cells.get(i) + pad).append("  ");
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return Math.max(
                headings.get(column).length(),
                rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty()
                && rows.stream().map(row -> row.get(column)).allMatch(cell -> cell.isEmpty() || cell.matches(NUMBER));
    }

    private static String csv(String cell) {
        return cell.matches(NUMBER) ? cell : SpreadsheetRows.text(cell);
    }
}
