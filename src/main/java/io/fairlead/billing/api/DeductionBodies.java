package io.fairlead.billing.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is told of what payers do not pay, or contest. */
final class DeductionBodies {

    /** What one person may deduct; small rests and discounts follow from the company's policy, bad debts need a second person. */
    public enum Kind {
        WITHHOLDING
    }

    /** What is not paid. */
    public record NewDeduction(
            @Schema(description = "own key; made from the Idempotency-Key when absent") @Nullable
            String id,

            @NotNull Kind kind,

            @Schema(description = "money that it came with: what comes back with it") @Nullable
            String receipt,

            @Schema(description = "above 0; all that is open when absent", type = "string") @Nullable
            BigDecimal amount,

            @NotNull @Schema(description = "day it counts for")
            LocalDate valueDate,

            @NotNull @Schema(example = "tax on services, 15 %")
            String reason) {}

    /** The tax office's word. */
    public record NewCertificate(
            @NotNull @Schema(description = "its number") String certificate,
            @NotNull @Schema(description = "its day") LocalDate valueDate) {}

    /** What is held lost. */
    public record NewBadDebt(
            @Schema(description = "own key; made from the Idempotency-Key when absent") @Nullable
            String id,

            @Schema(description = "above 0; all that is open when absent", type = "string") @Nullable
            BigDecimal amount,

            @NotNull @Schema(example = "insolvent") String reason) {}

    /** When it is written off. */
    public record NewWriteOff(
            @NotNull @Schema(description = "day it counts for")
            LocalDate valueDate) {}

    /** That an invoice is contested, or how that ended. */
    public record NewDispute(
            @NotNull @Schema(description = "since when") LocalDate valueDate,
            @NotNull @Schema(example = "hours of 12 March") String reason) {}

    private DeductionBodies() {}
}
