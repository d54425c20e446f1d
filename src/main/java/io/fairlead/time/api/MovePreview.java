package io.fairlead.time.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a move would do; nothing was recorded.
 *
 * @param movedTo the entry that it would be
 * @param seconds worked time that would move
 * @param approved whether it would stand approved there
 * @param unbilledSeconds what would go from here
 * @param invoicedSeconds what would stay billed here, with a credit proposed
 * @param amount what the time is worth here; null before it is priced
 */
@Schema(description = "What a move would do")
public record MovePreview(
        String timeEntryId,
        String movedTo,
        Place from,
        Place to,
        int seconds,
        boolean approved,
        int unbilledSeconds,
        int invoicedSeconds,
        @Nullable BigDecimal amount,
        @Nullable String currency) {

    /** What time is for. */
    @Schema(name = "PlaceOfTime")
    public record Place(
            String project,
            @Nullable String task,
            String contract,
            int lineNo,
            String customer,
            String timeClass,
            LocalDate workDate) {}
}
