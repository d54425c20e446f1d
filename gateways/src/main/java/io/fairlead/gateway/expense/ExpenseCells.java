package io.fairlead.gateway.expense;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of one row as what they mean. */
final class ExpenseCells {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,4})?");
    private static final Pattern LINE = Pattern.compile("[0-9]{1,3}");
    private static final int VALUE_LENGTH_MAX = 200;

    private final NamedCsvRecord row;

    private ExpenseCells(NamedCsvRecord row) {
        this.row = row;
    }

    /** One cell that makes its row unusable. */
    private static final class Unusable extends Exception {

        private static final long serialVersionUID = 1;

        private final String column;
        private final String value;
        private final String remedy;

        Unusable(String column, String value, String reason, String remedy) {
            super(reason, null, false, false); // An answer, not a fault.
            this.column = column;
            this.value = value.length() > VALUE_LENGTH_MAX ? value.substring(0, VALUE_LENGTH_MAX) : value;
            this.remedy = remedy;
        }
    }

    static ExpenseRow read(NamedCsvRecord row) {
        var line = row.getStartingLineNumber();
        try {
            return new ExpenseCells(row).read(line);
        } catch (Unusable no) {
            return new ExpenseRow.Unread(line, no.column, no.value, String.valueOf(no.getMessage()), no.remedy);
        }
    }

    private ExpenseRow.Read read(long line) throws Unusable {
        int cells = row.getFieldCount();
        int columns = row.getHeader().size();
        if (cells != columns) {
            throw new Unusable(
                    "row",
                    String.join(",", row.getFields()),
                    "it has " + cells + " cells and the header " + columns,
                    "put cells with separators or line ends into quotation marks, and leave none out");
        }
        return new ExpenseRow.Read(
                line,
                text("id"),
                text("person"),
                text("project"),
                lineNo(),
                text("category"),
                day("spent_on"),
                number("amount", null),
                number("tax", BigDecimal.ZERO),
                number("recoverable_tax", BigDecimal.ZERO),
                text("currency"),
                yes("billable", true),
                yes("disbursement", false),
                cell("receipt"),
                cell("receipt_hash"),
                cell("note"));
    }

    /** Null where the file has no such column or nothing in it. */
    private @Nullable String cell(String column) {
        var value = row.findField(column).orElse("").strip();
        return value.isEmpty() ? null : value;
    }

    private String text(String column) throws Unusable {
        var value = cell(column);
        if (value == null) {
            throw new Unusable(column, "", column + " is empty", "fill it in");
        }
        return value;
    }

    private LocalDate day(String column) throws Unusable {
        var value = text(column);
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException _) {
            throw new Unusable(column, value, "it is no date", "write it as 2026-04-30");
        }
    }

    private BigDecimal number(String column, @Nullable BigDecimal absent) throws Unusable {
        var value = cell(column);
        if (value == null && absent != null) {
            return absent;
        }
        var given = value == null ? text(column) : value;
        if (!NUMBER.matcher(given).matches()) {
            throw new Unusable(
                    column,
                    given,
                    given.startsWith("-") ? "it is below 0" : "it is no amount",
                    given.startsWith("-")
                            ? "leave the row out, and tell the refund of the expense that it belongs to"
                            : "write it as 1234.56, without separators of thousands");
        }
        return new BigDecimal(given);
    }

    private @Nullable Integer lineNo() throws Unusable {
        var value = cell("line");
        if (value == null) {
            return null;
        }
        if (!LINE.matcher(value).matches()) {
            throw new Unusable(
                    "line", value, "it is no number of a contract line", "write 1 to 500, or leave it empty");
        }
        return Integer.valueOf(value);
    }

    private boolean yes(String column, boolean absent) throws Unusable {
        var value = cell(column);
        return switch (value == null ? "" : value.toLowerCase(Locale.ROOT)) {
            case "" -> absent;
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new Unusable(column, String.valueOf(value), "it is neither yes nor no", "write yes or no");
        };
    }
}
