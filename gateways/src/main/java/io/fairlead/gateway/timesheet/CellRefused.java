package io.fairlead.gateway.timesheet;

/** One cell that makes its row unusable; {@link TimesheetReader} turns it into {@link RowResult.Refused}. */
final class CellRefused extends Exception {

    private static final long serialVersionUID = 1;
    private static final int VALUE_LENGTH_MAX = 200;

    private final String column;
    private final String value;
    private final String reason;
    private final String remedy;

    CellRefused(String column, String value, String reason, String remedy) {
        // A refused row is an answer, not a fault: a stack trace for each would cost more than the reading.
        super(reason, null, false, false);
        this.column = column;
        this.value = value.length() > VALUE_LENGTH_MAX ? value.substring(0, VALUE_LENGTH_MAX) : value;
        this.reason = reason;
        this.remedy = remedy;
    }

    RowResult.Refused at(long line) {
        return new RowResult.Refused(line, column, value, reason, remedy);
    }
}
