package io.fairlead.billing.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of money: when it comes, and of what becomes of it. */
final class ReceiptBodies {

    /** Money that came in. */
    public record NewReceipt(
            @NotNull @Schema(description = "system that told", example = "bank")
            String source,

            @NotNull @Schema(description = "identifier there: statement and entry", example = "2026-031/17")
            String sourceId,

            @NotNull @Schema(description = "whose account", example = "de")
            String legalEntity,

            @Schema(description = "whose money; absent while nobody knows") @Nullable
            String customer,

            @NotNull @Schema(type = "string", example = "500.00")
            BigDecimal amount,

            @NotNull @Schema(description = "ISO 4217", example = "EUR")
            String currency,

            @NotNull @Schema(description = "day the money counts")
            LocalDate valueDate,

            @Schema(description = "what it pays, in this order; each as far as it is open") @Nullable
            List<@Valid @NotNull Named> invoices,

            @Schema(description = "who paid, as the source tells it") @Nullable
            String payer,

            @Schema(description = "what the payer wrote") @Nullable
            String text) {}

    /** An invoice that money names. */
    public record Named(
            @NotNull String invoice,

            @Schema(description = "so much for it; as much as is open when absent", type = "string") @Nullable
            BigDecimal amount) {}

    /** Whose money it is. */
    public record NewOwner(
            @NotNull String legalEntity, @NotNull String customer) {}

    /** What of it is set against which invoice. */
    public record NewApplication(
            @Schema(description = "own key; made from the Idempotency-Key when absent") @Nullable
            String id,

            @NotNull @Schema(description = "invoice of the same customer, company and currency", example = "4711")
            String invoice,

            @Schema(description = "above 0; as much as is left and open when absent", type = "string") @Nullable
            BigDecimal amount,

            @NotNull @Schema(description = "day it counts for; before the money's, that of the money")
            LocalDate valueDate) {}

    /** What is taken back. */
    public record NewReversal(
            @NotNull @Schema(description = "key of the application")
            String application,

            @NotNull @Schema(description = "day it counts for; before the application's, that of the application")
            LocalDate valueDate,

            @NotNull @Schema(example = "meant for another invoice")
            String reason) {}

    /** That the bank took it back. */
    public record NewReturn(
            @NotNull @Schema(description = "day it left") LocalDate valueDate,
            @NotNull @Schema(example = "no funds") String reason,

            @Schema(description = "booking that says so: statement and entry") @Nullable
            String sourceId) {}

    /** What is paid back. */
    @Schema(name = "NewRefundOfMoney")
    public record NewRefund(
            @Schema(description = "own key; made from the Idempotency-Key when absent") @Nullable
            String id,

            @Schema(description = "above 0; all that is on account when absent", type = "string") @Nullable
            BigDecimal amount,

            @NotNull @Schema(description = "day the money leaves")
            LocalDate valueDate,

            @NotNull @Schema(example = "paid twice") String reason) {}

    private ReceiptBodies() {}
}
