package io.fairlead.contract.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.contract.EndRate;
import io.fairlead.contract.RateCardId;
import io.fairlead.contract.SetRate;
import io.fairlead.resource.PersonId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cards of dated prices (R1). */
@RestController
@RequestMapping("/v1/rate-cards/{id}/rates")
@Tag(name = "Rate cards")
public class RateCardApi {

    private final CommandResponder desk;

    RateCardApi(CommandResponder desk) {
        this.desk = desk;
    }

    /** A price for a period. */
    public record NewRate(
            @Schema(description = "row, unique within the card; made when absent") @Nullable
            String id,

            @NotNull
            @Schema(
                    description = "whose card it is: legal-entity:, customer:, project: or contract:<key>",
                    example = "customer:acme")
            String owner,

            @Schema(description = "the one contract line; all when absent") @Nullable
            Integer lineNo,

            @Schema(description = "the one person; all when absent", example = "amy") @Nullable
            String person,

            @Schema(description = "the one role; all when absent", example = "consultant") @Nullable
            String role,

            @Schema(description = "the one kind of work; all when absent") @Nullable
            String workType,

            @NotNull
            @Schema(description = "per unit, at most 4 decimals; 0 is a price", type = "string", example = "133.33")
            BigDecimal rate,

            @NotNull @Schema(description = "ISO 4217", example = "EUR")
            String currency,

            @Schema(description = "HOUR or DAY; HOUR when absent", example = "HOUR") @Nullable
            String unit,

            @NotNull @Schema(description = "first day") LocalDate from,

            @Schema(description = "first day outside; open when absent") @Nullable
            LocalDate to,

            @NotNull @Schema(example = "agreed in the frame contract")
            String reason) {

        SetRate command(RateCardId card, String rateId) {
            return new SetRate(
                    card,
                    rateId,
                    owner,
                    lineNo,
                    person == null ? null : PersonId.of(person),
                    role,
                    workType,
                    rate,
                    currency,
                    unit == null ? "HOUR" : unit,
                    from,
                    to,
                    reason);
        }
    }

    /** When a price ends. */
    public record RateEnd(
            @NotNull @Schema(description = "first day on which it no longer holds")
            LocalDate to,

            @NotNull String reason) {}

    @PostMapping
    @Operation(summary = "Set a price for a period")
    ResponseEntity<Accepted> set(Call call, @PathVariable String id, @Valid @RequestBody NewRate body) {
        var card = RateCardId.of(id);
        return desk.accept(call, card, body.command(card, call.keyOr(body.id(), "rate")));
    }

    @PostMapping("/{rate}/end")
    @Operation(summary = "End a price")
    ResponseEntity<Accepted> end(
            Call call, @PathVariable String id, @PathVariable String rate, @Valid @RequestBody RateEnd body) {
        var card = RateCardId.of(id);
        return desk.accept(call, card, new EndRate(card, rate, body.to(), body.reason()));
    }
}
