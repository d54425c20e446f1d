package io.fairlead.contract.api;

import io.fairlead.app.web.ToldRefusals.RefusedKind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a CRM's records; records = accepted + repeated + notWon + refused.
 *
 * @param dryRun nothing was recorded; the numbers are what would happen
 * @param sha256 of the file's bytes as they came
 * @param records in the file
 * @param won records that are won deals and readable
 * @param accepted deals taken in now, new or changed
 * @param repeated deals known as they are
 * @param notWon open or lost ones; nothing to do
 * @param refused records not taken
 * @param position greatest position written; 0 when nothing was
 * @param others the first 1,000 that are not won
 * @param refusedBy how many records were refused for which reason, the most frequent first
 * @param refusals why the first 1,000 were refused, in file order
 */
@Schema(description = "What became of each record of a CRM's answer or export")
public record OpportunitiesImported(
        boolean dryRun,
        String sha256,
        int records,
        int won,
        int accepted,
        int repeated,
        int notWon,
        int refused,
        long position,
        List<OtherDeal> others,
        List<RefusedKind> refusedBy,
        List<RefusedDeal> refusals) {

    /**
     * A deal that is not won.
     *
     * @param index position in the file, from 1
     */
    @Schema(name = "OtherDeal")
    public record OtherDeal(int index, String id, String name, String stage) {}

    /**
     * A record not taken.
     *
     * @param index position in the file, from 1
     * @param field the CRM's field at fault
     * @param value as the file has it
     * @param code stable
     * @param reason what is wrong
     * @param remedy what to do
     */
    @Schema(name = "RefusedDeal")
    public record RefusedDeal(
            int index,
            String field,
            String value,
            String code,
            String reason,
            @Nullable String remedy) {}
}
