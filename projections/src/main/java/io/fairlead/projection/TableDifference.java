package io.fairlead.projection;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one table differs from a fresh replay; read by operators and auditors.
 *
 * @param table its name
 * @param rows rows served
 * @param missing rows that the replay has and the serving table lacks
 * @param surplus rows that only the serving table has
 * @param changed rows that differ in a column
 * @param first the first difference in words; null when there is none
 * @param served sums of the amounts served, by column and currency
 * @param replayed the same sums of the replay
 */
public record TableDifference(
        String table,
        long rows,
        long missing,
        long surplus,
        long changed,
        @Nullable String first,
        Map<String, BigDecimal> served,
        Map<String, BigDecimal> replayed) {

    public boolean identical() {
        return missing + surplus + changed == 0;
    }
}
