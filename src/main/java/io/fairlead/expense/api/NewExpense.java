package io.fairlead.expense.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An expense as clients send it; contract, line, customer and company follow from project and task. */
public record NewExpense(
        @Schema(description = "own key; made from source and sourceId, else from the idempotency key, when absent")
        @Nullable
        String id,

        @Schema(description = "system it comes from; api when absent", example = "concur") @Nullable
        String source,

        @Schema(description = "identifier there", example = "17") @Nullable
        String sourceId,

        @NotNull @Schema(description = "who spent it", example = "amy")
        String person,

        @NotNull @Schema(example = "p-2026-001") String project,

        @Schema(description = "contract line that pays; the project's when absent", example = "2") @Nullable
        Integer lineNo,

        @NotNull @Schema(description = "kind of expense", example = "TRAVEL")
        String category,

        @NotNull @Schema(description = "the receipt's date; decides the exchange rate")
        LocalDate spentOn,

        @NotNull @Schema(description = "total of the receipt with tax", type = "string", example = "595.00")
        BigDecimal amount,

        @Schema(description = "tax in it; 0 when absent", type = "string", example = "95.00") @Nullable
        BigDecimal tax,

        @Schema(description = "part of the tax that the firm gets back; 0 when absent", type = "string") @Nullable
        BigDecimal recoverableTax,

        @NotNull @Schema(description = "the receipt's, ISO 4217", example = "EUR")
        String currency,

        @Schema(description = "whether the customer pays it; true when absent") @Nullable
        Boolean billable,

        @Schema(description = "paid on behalf of the customer, outside limit and tax; false when absent") @Nullable
        Boolean disbursement,

        @Schema(description = "where the receipt is", example = "scan 2026/17") @Nullable
        String receiptReference,

        @Schema(description = "SHA-256 of the receipt's bytes, 64 hex digits") @Nullable
        String receiptHash,

        @Schema(description = "what it was for, at most 1000 characters") @Nullable
        String note) {}
