package io.fairlead.contract.api;

import io.fairlead.contract.LineTerms;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a contract line agrees on beyond price and limit, as callers send it. */
public record NewLineTerms(
        @Schema(description = "price of the line by itself; its price when absent", type = "string") @Nullable
        BigDecimal standAlonePrice,

        @Schema(description = "performance obligation it belongs to; one of its own when absent") @Nullable
        String obligation,

        @Schema(
                description =
                        "AS_BILLED, AS_INCURRED, PERCENT_COMPLETE, STRAIGHT_LINE or ON_MILESTONE; by method when absent")
        @Nullable
        String revenueMethod,

        @Schema(description = "first day of the line; the contract's when absent") @Nullable
        LocalDate termFrom,

        @Schema(description = "first day after it; the contract's when absent") @Nullable
        LocalDate termTo,

        @Schema(description = "name of what is delivered", example = "workshop") @Nullable
        String unit,

        @Schema(description = "price of one unit; by rate card when absent", type = "string", example = "1800.00")
        @Nullable
        BigDecimal unitPrice,

        @Schema(description = "on expenses: 0.1 adds a tenth; none when absent", type = "string", example = "0.10")
        @Nullable
        BigDecimal markUp,

        @Schema(description = "codes of several taxes; by category alone when absent") @Nullable
        List<@NotNull String> taxCodes,

        @Schema(description = "most that may be billed in each period; none when absent") @Nullable
        List<@NotNull @Valid NewCap> caps) {

    /** Most that may be billed of work of each period. */
    public record NewCap(
            @NotNull @Schema(description = "MONEY or HOURS", example = "HOURS")
            String unit,

            @NotNull @Schema(description = "of one period", type = "string", example = "20")
            BigDecimal amount,

            @NotNull @Schema(description = "TERM, MONTH, QUARTER or YEAR", example = "MONTH")
            String per,

            @Schema(description = "whether what a period leaves is added to the next; false when absent") @Nullable
            Boolean carryOver) {

        LineTerms.Cap cap() {
            return new LineTerms.Cap(unit, amount, per, Boolean.TRUE.equals(carryOver));
        }
    }

    static LineTerms of(@Nullable NewLineTerms body) {
        return body == null
                ? LineTerms.NONE
                : new LineTerms(
                        body.standAlonePrice(),
                        body.obligation(),
                        body.revenueMethod(),
                        body.termFrom(),
                        body.termTo(),
                        body.unit(),
                        body.unitPrice(),
                        body.markUp(),
                        body.taxCodes() == null ? List.of() : body.taxCodes(),
                        body.caps() == null
                                ? List.of()
                                : body.caps().stream().map(NewCap::cap).toList());
    }
}
