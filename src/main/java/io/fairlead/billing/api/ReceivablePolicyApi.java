package io.fairlead.billing.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.billing.cash.ReceivablePolicyId;
import io.fairlead.billing.cash.SetReceivablePolicy;
import io.fairlead.party.LegalEntityId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How companies treat money that comes in. */
@RestController
@Tag(name = "Receivables")
public class ReceivablePolicyApi {

    private final CommandResponder desk;
    private final ReceiptCommands receipts;

    ReceivablePolicyApi(CommandResponder desk, ReceiptCommands receipts) {
        this.desk = desk;
        this.receipts = receipts;
    }

    /** From a day on. */
    public record NewReceivablePolicy(
            @NotNull @Schema(description = "first day") LocalDate from,

            @NotNull
            @Schema(
                    description =
                            "where money goes that names no invoice: to the customer's earliest due, or on account",
                    allowableValues = {"OLDEST_FIRST", "NONE"})
            String application,

            @Schema(description = "what is written off of a rest at most", type = "string", example = "0.05") @Nullable
            BigDecimal smallRest,

            @Schema(description = "of smallRest", example = "EUR") @Nullable
            String currency,

            @Schema(description = "cash discount, part of the invoice", type = "string", example = "0.02") @Nullable
            BigDecimal discountRate,

            @Schema(description = "days from the issue date", example = "10") @Nullable
            Integer discountDays,

            @Schema(
                    description = "what becomes of the tax of a bad debt; LOWERED when absent",
                    allowableValues = {"KEPT", "LOWERED"})
            @Nullable
            String badDebtTax) {}

    @PostMapping("/v1/legal-entities/{id}/receivable-policy")
    @Operation(summary = "Say how a company treats money that comes in, from a day on")
    ResponseEntity<Accepted> set(Call call, @PathVariable String id, @Valid @RequestBody NewReceivablePolicy body) {
        var entity = LegalEntityId.of(id);
        receipts.requireKnown(entity, null);
        var policy = ReceivablePolicyId.of(entity);
        return desk.accept(
                call,
                policy,
                new SetReceivablePolicy(
                        policy,
                        entity,
                        body.from(),
                        body.application(),
                        body.smallRest(),
                        body.currency(),
                        body.discountRate(),
                        body.discountDays(),
                        Objects.requireNonNullElse(body.badDebtTax(), "LOWERED"),
                        call.actor()));
    }
}
