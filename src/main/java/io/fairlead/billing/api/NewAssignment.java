package io.fairlead.billing.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What of what is owed to a customer is set against which invoice. */
public record NewAssignment(
        @Schema(description = "own key; made from the Idempotency-Key when absent") @Nullable
        String id,

        @NotNull @Schema(description = "invoice of the same customer, company and currency", example = "4711")
        String invoice,

        @Schema(description = "above 0; all that is owed by the document when absent", type = "string") @Nullable
        BigDecimal amount,

        @NotNull @Schema(description = "day it counts for") LocalDate valueDate) {}
