package io.fairlead.gateway.timesheet;

import java.util.List;

/** What became of one row of a time export; shown in dry runs and reports. */
public sealed interface RowResult {

    /** Line of the file on which the row starts, from 1. */
    long line();

    /** The row is usable; warnings ask for a look and stop nothing. */
    record Accepted(TimeRow row, List<Warning> warnings) implements RowResult {

        public Accepted {
            warnings = List.copyOf(warnings);
        }

        @Override
        public long line() {
            return row.line();
        }
    }

    /**
     * The row is not taken.
     *
     * @param column header as the file has it, or "row"
     * @param value the cell as the file has it, cut at 200 characters
     */
    record Refused(long line, String column, String value, String reason, String remedy) implements RowResult {}

    /** Something about an accepted row that a person should look at. */
    record Warning(Kind kind, String text) {}

    /** Stable codes of warnings. */
    enum Kind {
        /** End minus start is not the stated duration; the duration was taken. */
        DURATION_DISAGREES,
        /** Another row has the same person, project, day and seconds, with other text or start. */
        NEAR_DUPLICATE,
        /** Another row is equal in all that counts; both were taken. */
        REPEATED,
        /** The tool says the row was invoiced there. */
        ALREADY_INVOICED
    }
}
