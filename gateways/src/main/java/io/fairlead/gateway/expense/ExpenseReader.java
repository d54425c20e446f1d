package io.fairlead.gateway.expense;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.fairlead.gateway.intake.FileRefused;
import io.fairlead.gateway.intake.RawFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads expenses from CSV in UTF-8 with a header, separated by commas or semicolons, for imports and their dry runs. A column that
 * is not known is refused with the whole file: a tax under another name would be lost.
 */
public final class ExpenseReader {

    /** Columns that a file has to have. */
    public static final List<String> REQUIRED =
            List.of("id", "person", "project", "category", "spent_on", "amount", "currency");

    /** Columns that a file may have. */
    public static final List<String> OPTIONAL =
            List.of("line", "tax", "recoverable_tax", "billable", "disbursement", "receipt", "receipt_hash", "note");

    /**
     * Hands each row on as it is read, in file order.
     *
     * @throws FileRefused where the file as a whole cannot be used
     */
    public static void read(RawFile file, Consumer<ExpenseRow> rows) {
        requireColumns(file);
        requireWhole(file); // Before the first row is handed on.
        each(file, row -> rows.accept(ExpenseCells.read(row)));
    }

    private static void requireWhole(RawFile file) {
        var seen = new HashSet<Long>();
        each(file, row -> seen.add(row.getStartingLineNumber()));
        if (seen.isEmpty()) {
            throw new FileRefused("FILE_EMPTY", "file", "it has no row", "export the expenses with their header");
        }
    }

    private static void each(RawFile file, Consumer<NamedCsvRecord> rows) {
        try (var records = CsvReader.builder()
                .fieldSeparator(separator(file))
                .allowExtraFields(true) // Of each row on its own, told with its line.
                .allowMissingFields(true)
                .skipEmptyLines(true)
                .ofNamedCsvRecord(file.reader(StandardCharsets.UTF_8))) {
            records.forEach(rows);
        } catch (CsvParseException malformed) {
            var cause = malformed.getCause() == null ? malformed : malformed.getCause();
            throw new FileRefused(
                    "CSV_INVALID",
                    "file",
                    "it is not CSV (" + malformed.getMessage() + (cause == malformed ? "" : ": " + cause.getMessage())
                            + ")",
                    "export it again, each row with as many cells as the header");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void requireColumns(RawFile file) {
        var names = List.of(header(file).split(String.valueOf(separator(file)), -1)).stream()
                .map(name -> name.replace("\"", "").strip())
                .toList();
        var missing = REQUIRED.stream().filter(name -> !names.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new FileRefused(
                    "COLUMNS_MISSING",
                    "header",
                    "it lacks " + String.join(", ", missing),
                    "name the columns " + String.join(", ", REQUIRED) + "; " + String.join(", ", OPTIONAL)
                            + " may be there");
        }
        Set<String> seen = new HashSet<>();
        for (var name : names) {
            if (!REQUIRED.contains(name) && !OPTIONAL.contains(name)) {
                throw new FileRefused(
                        "COLUMN_UNKNOWN",
                        name.isEmpty() ? "header" : name,
                        "no column of expenses has that name",
                        "remove it, or name it one of " + String.join(", ", OPTIONAL));
            }
            if (!seen.add(name)) {
                throw new FileRefused(
                        "COLUMN_TWICE", name, "the header names it twice", "rename or remove one of the two");
            }
        }
    }

    private static char separator(RawFile file) {
        var header = header(file);
        return header.indexOf(',') < 0 && header.indexOf(';') >= 0 ? ';' : ',';
    }

    private static String header(RawFile file) {
        try (var text = new BufferedReader(file.reader(StandardCharsets.UTF_8))) {
            return Objects.requireNonNullElse(text.readLine(), "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ExpenseReader() {}
}
