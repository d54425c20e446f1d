package io.fairlead.gateway.timesheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One time export, read: every row's result in file order, and the totals that an import reconciles. */
public record Timesheet(List<RowResult> rows, Totals totals) {

    public Timesheet {
        rows = List.copyOf(rows);
    }

    /**
     * Control totals of one file; rows = accepted + refused.
     *
     * @param seconds worked time of all accepted rows
     * @param warnings number of warnings on accepted rows
     * @param bytes size of the file
     * @param sha256 of its raw bytes, lower-case hexadecimal
     * @param dateOrder the order all dates were read in; null where the file has no date
     */
    public record Totals(
            int rows,
            int accepted,
            int refused,
            long seconds,
            int warnings,
            int bytes,
            String sha256,
            @Nullable DateOrder dateOrder) {}
}
