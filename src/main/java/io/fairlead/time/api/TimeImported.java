package io.fairlead.time.api;

import io.fairlead.app.web.ToldRefusals.RefusedKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a time export; rows = accepted + corrected + repeated + refused.
 *
 * @param dryRun nothing was recorded; the numbers are what would happen
 * @param profile how the file was read
 * @param sha256 of the file's bytes as they came
 * @param bytes its size
 * @param dateOrder the order its dates were read in
 * @param rows of the file, without its header
 * @param accepted new entries
 * @param corrected entries known before whose row was edited since
 * @param repeated entries known before that say the same
 * @param refused rows not taken
 * @param submitted entries offered for approval by this import
 * @param seconds worked time of new entries
 * @param correctedSeconds worked time of edited entries, as their rows say it now
 * @param repeatedSeconds worked time of entries that say the same
 * @param position greatest position written; 0 when nothing was
 * @param projects totals of each project
 * @param refusedBy how many rows were refused for which reason, the most frequent first
 * @param refusals why the first 1,000 rows were refused, by line
 * @param warned what a person should look at, all of it
 * @param warnings the first 1,000 of it
 */
@Schema(description = "What became of each row of a time export")
public record TimeImported(
        boolean dryRun,
        String profile,
        String sha256,
        int bytes,
        @Nullable String dateOrder,
        int rows,
        int accepted,
        int corrected,
        int repeated,
        int refused,
        int submitted,
        long seconds,
        long correctedSeconds,
        long repeatedSeconds,
        long position,
        List<ProjectTotal> projects,
        List<RefusedKind> refusedBy,
        List<RefusedRow> refusals,
        int warned,
        List<WarnedRow> warnings) {

    /**
     * Rows taken for one project.
     *
     * @param entries new and repeated ones
     * @param seconds their worked time
     * @param billableSeconds the billable part of it
     */
    @Schema(name = "ImportedProject")
    public record ProjectTotal(String project, int entries, long seconds, long billableSeconds) {}

    /**
     * A row not taken.
     *
     * @param line of the file on which the row starts, from 1
     * @param column header of the cell at fault, or row
     * @param value the cell as the file has it
     * @param code stable
     * @param reason what is wrong
     * @param remedy what to do
     */
    @Schema(name = "RefusedRow")
    public record RefusedRow(
            long line,
            String column,
            String value,
            String code,
            String reason,
            @Nullable String remedy) {}

    /**
     * A row taken that asks for a look.
     *
     * @param code DURATION_DISAGREES, NEAR_DUPLICATE, REPEATED, ALREADY_INVOICED, CORRECTED or NOT_SUBMITTED
     */
    @Schema(name = "WarnedRow")
    public record WarnedRow(long line, String code, String text) {}
}
