package io.fairlead.gateway.timesheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.fairlead.gateway.intake.FileRefused;
import io.fairlead.gateway.intake.RawFile;
import io.fairlead.gateway.timesheet.RowResult.Accepted;
import io.fairlead.gateway.timesheet.RowResult.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the detailed CSV of a time tracker, for imports and their dry runs, from where it stands. The whole file is gone through
 * before the first row is handed on, so that a file that has to be refused leaves nothing half taken.
 */
public final class TimesheetReader {

    private static final int PIECE = 16 * 1024;

    private TimesheetReader() {}

    /**
     * Reads a file into a list, with its totals.
     *
     * @throws FileRefused where the file as a whole cannot be used
     */
    public static Timesheet read(InputStream in, Profile profile, Mapping mapping) {
        var rows = new ArrayList<RowResult>();
        var totals = read(RawFile.read(in), profile, mapping, rows::add);
        return new Timesheet(rows, totals);
    }

    /**
     * Hands each row on as it is read, in file order.
     *
     * @throws FileRefused where the file as a whole cannot be used; no row was handed on then
     */
    public static Timesheet.Totals read(RawFile file, Profile profile, Mapping mapping, Consumer<RowResult> rows) {
        var meant = mapping.profile();
        if (meant != null && Profile.BUILT_IN.contains(meant) && !meant.equals(profile.name())) {
            throw new FileRefused(
                    "PROFILE_MISMATCH",
                    "mapping.profile",
                    "the mapping is for \"" + meant + "\", the file is read as \"" + profile.name() + "\"",
                    "use the mapping of this source, or correct \"profile\" in it");
        }
        refuseOpenQuote(file, profile);
        try (var first = records(file, profile);
                var second = records(file, profile)) {
            return read(file, first.iterator(), second.iterator(), profile, mapping, rows);
        } catch (CsvParseException malformed) {
            var cause = malformed.getCause() == null ? malformed : malformed.getCause();
            throw new FileRefused(
                    "CSV_INVALID",
                    "file",
                    "it is not CSV (" + malformed.getMessage() + (cause == malformed ? "" : ": " + cause.getMessage())
                            + ")",
                    "export it again; do not edit it with a tool that drops quotes");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Timesheet.Totals read(
            RawFile file,
            Iterator<CsvRecord> first,
            Iterator<CsvRecord> second,
            Profile profile,
            Mapping mapping,
            Consumer<RowResult> rows) {
        if (!first.hasNext()) {
            throw new FileRefused("FILE_EMPTY", "file", "it has no header line", "export the detailed report as CSV");
        }
        var header = Header.of(first.next(), profile, mapping);
        var conventions = Conventions.settle(profile, mapping, header, () -> first);
        var parser = new RowParser(profile, mapping, header, conventions);
        var count = new Count();
        second.next(); // the header
        while (second.hasNext()) {
            var result = parser.parse(second.next());
            count.add(result);
            rows.accept(result);
        }
        return count.totals(file, conventions.dateOrder());
    }

    private static CsvReader<CsvRecord> records(RawFile file, Profile profile) {
        return CsvReader.builder()
                .fieldSeparator(profile.separator())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(file.reader(profile.encoding()));
    }

    /**
     * Quotes inside cells are doubled, so a whole file has an even number; an open one would swallow all rows
     * after it.
     */
    private static void refuseOpenQuote(RawFile file, Profile profile) {
        long quotes = 0;
        try (var text = file.reader(profile.encoding())) {
            var piece = new char[PIECE];
            for (int count = text.read(piece); count >= 0; count = text.read(piece)) {
                for (int i = 0; i < count; i++) {
                    quotes += piece[i] == '"' ? 1 : 0;
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (quotes % 2 != 0) {
            throw new FileRefused(
                    "CSV_INVALID", "file", "a quotation mark is opened and never closed", "export it again, whole");
        }
    }

    /** Adds up the results of one file. */
    private static final class Count {

        private int accepted;
        private int refused;
        private int warnings;
        private long seconds;

        void add(RowResult result) {
            switch (result) {
                case Accepted taken -> {
                    accepted++;
                    seconds += taken.row().seconds();
                    warnings += taken.warnings().size();
                }
                case Refused _ -> refused++;
            }
        }

        Timesheet.Totals totals(RawFile file, @Nullable DateOrder order) {
            return new Timesheet.Totals(
                    accepted + refused, accepted, refused, seconds, warnings, file.size(), file.sha256(), order);
        }
    }
}
