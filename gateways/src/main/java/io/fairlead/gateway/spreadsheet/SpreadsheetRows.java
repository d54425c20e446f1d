package io.fairlead.gateway.spreadsheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Rows as CSV (RFC 4180) that people open in a spreadsheet; written by the API and by the command line. */
public final class SpreadsheetRows {

    /** What makes a formula of a cell, be it behind a tab or a carriage return. */
    private static final String FORMULA_BEGINS = "=+-@\t\r";

    /** The headings and the rows, each line ended. Texts from outside go through {@link #text} first. */
    public static String of(List<String> headings, List<List<String>> rows) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(headings);
            rows.forEach(csv::writeRecord);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** A text that no spreadsheet takes for a formula: one that would be has an apostrophe before it. */
    public static String text(String cell) {
        return !cell.isEmpty() && FORMULA_BEGINS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private SpreadsheetRows() {}
}
