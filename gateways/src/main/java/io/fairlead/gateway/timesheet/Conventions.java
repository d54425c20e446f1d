package io.fairlead.gateway.timesheet;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.fairlead.gateway.intake.FileRefused;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one whole file writes days and decimals: declared, or settled by reading all its rows before the first is
 * taken, or asked for. Never decided row by row, which is how trackers' files come to be read half wrong.
 *
 * @param dateOrder null where no cell of the file is a date
 * @param decimal null where no cell of the file has a decimal separator
 */
record Conventions(
        ZoneId zone,
        @Nullable DateOrder dateOrder,
        @Nullable Character decimal) {

    static Conventions settle(Profile profile, Mapping mapping, Header header, Iterable<CsvRecord> rows) {
        var zone = mapping.zone() == null ? profile.zone() : mapping.zone();
        if (zone == null) {
            throw new FileRefused(
                    "ZONE_UNKNOWN",
                    "zone",
                    "nothing says in which time zone this file was written",
                    "which is it? set \"zone\" in the mapping or profile, such as Europe/London");
        }
        var orders = new Orders(mapping.dateOrder() == null ? profile.dateOrder() : mapping.dateOrder());
        var decimals = new Decimals(profile.decimal());
        for (var row : rows) {
            for (var column : List.of(Column.DATE, Column.END_DATE)) {
                orders.see(row.getStartingLineNumber(), header.name(column), header.cell(row, column));
            }
            decimals.see(row.getStartingLineNumber(), header, row);
        }
        return new Conventions(zone, orders.settled(header.name(Column.DATE)), decimals.decimal);
    }

    /** Narrows the possible orders by every date of the file. */
    private static final class Orders {

        private final @Nullable DateOrder declared;
        private final Set<DateOrder> possible = EnumSet.allOf(DateOrder.class);

        Orders(@Nullable DateOrder declared) {
            this.declared = declared;
        }

        void see(long line, String column, String text) {
            var fitting = EnumSet.noneOf(DateOrder.class);
            for (var order : DateOrder.values()) {
                if (order.parse(text).isPresent()) {
                    fitting.add(order);
                }
            }
            if (fitting.isEmpty()) {
                return; // No date in any order: its row is refused by itself.
            }
            possible.retainAll(fitting);
            if (declared != null && !fitting.contains(declared)) {
                throw new FileRefused(
                        "DATE_ORDER_CONTRADICTED",
                        column,
                        "line " + line + ": \"" + text + "\" is no date in the declared order " + declared
                                + ", so other dates would be read wrongly",
                        "set \"dateOrder\" in the mapping or profile to the order of this file");
            }
            if (possible.isEmpty()) {
                throw new FileRefused(
                        "DATE_ORDER_MIXED",
                        column,
                        "line " + line + ": \"" + text + "\" is written in another order than dates above it",
                        "export again with one date format");
            }
        }

        @Nullable
        DateOrder settled(String column) {
            if (declared != null) {
                return declared;
            }
            if (possible.size() == DateOrder.values().length) {
                return null;
            }
            if (possible.size() > 1) {
                throw new FileRefused(
                        "DATE_ORDER_UNSETTLED",
                        column,
                        "no day exceeds 12, so this file may be written day first or month first",
                        "which is it? set \"dateOrder\" to \"DMY\" or \"MDY\" in the mapping or profile");
            }
            return possible.iterator().next();
        }
    }

    /** Settles the decimal separator by every decimal duration of the file. */
    private static final class Decimals {

        private final boolean declared;
        private @Nullable Character decimal;

        Decimals(@Nullable Character declared) {
            this.declared = declared != null;
            this.decimal = declared;
        }

        void see(long line, Header header, CsvRecord row) {
            // The decimal column does not count where an exact duration stands beside it.
            var column = header.has(Column.DURATION) ? Column.DURATION : Column.HOURS;
            var found = WorkedTime.separatorOf(header.cell(row, column)).orElse(null);
            if (declared || found == null) {
                return;
            }
            if (decimal == null) {
                decimal = found;
            } else if (!decimal.equals(found)) {
                throw new FileRefused(
                        "DECIMALS_MIXED",
                        header.name(column),
                        "line " + line + ": \"" + header.cell(row, column) + "\" uses '" + found
                                + "' where cells above use '" + decimal + "'",
                        "which one divides hours? set \"decimal\" in the profile, or export again");
            }
        }
    }
}
