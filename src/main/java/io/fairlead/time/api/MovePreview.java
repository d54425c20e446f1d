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
 * @param there what all of it would be worth there; null before it is approved
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
        @Nullable String currency,
        @Nullable Price there) {

    /**
     * What the time would be worth where it goes.
     *
     * @param rate of a unit, as printed; null without a price
     * @param level where its row stood
     * @param amount of all that would move
     * @param code why there is no price: RATE_MISSING, OUTSIDE_TERM, PERIOD_CLOSED, FX_RATE_MISSING or NOT_BILLED_BY_TIME; null
     *     when there is one
     * @param reason in a sentence
     */
    @Schema(name = "PriceOfMovedTime")
    public record Price(
            @Nullable BigDecimal rate,
            @Nullable String level,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String code,
            @Nullable String reason) {}

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
