package io.fairlead.billing.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.billing.fx.SetExchangeRate;
import io.fairlead.billing.view.ExchangeRateQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dated exchange rates. */
@RestController
@RequestMapping("/v1/exchange-rates")
@Tag(name = "Exchange rates")
public class ExchangeRateApi {

    private final CommandResponder desk;
    private final Reads reads;
    private final ExchangeRateQuery query;

    ExchangeRateApi(CommandResponder desk, Reads reads, ExchangeRateQuery query) {
        this.desk = desk;
        this.reads = reads;
        this.query = query;
    }

    /** What one unit of a currency is worth in another. */
    public record NewExchangeRate(
            @NotNull @Schema(description = "ISO 4217: one unit of this", example = "EUR")
            String base,

            @NotNull @Schema(description = "ISO 4217: is worth that many of this", example = "USD")
            String quote,

            @NotNull @Schema(description = "above 0, at most 10 decimals", type = "string", example = "1.0873")
            BigDecimal rate,

            @NotNull @Schema(description = "first day") LocalDate from,

            @Schema(description = "first day outside; until a later row when absent") @Nullable
            LocalDate to,

            @NotNull @Schema(description = "who published it", example = "ECB")
            String source) {}

    @PostMapping
    @Operation(summary = "Set an exchange rate from a day on")
    ResponseEntity<Accepted> set(Call call, @Valid @RequestBody NewExchangeRate body) {
        var command = SetExchangeRate.of(body.base(), body.quote(), body.rate(), body.from(), body.to(), body.source());
        return desk.accept(call, command.referenceRatesId(), command);
    }

    @GetMapping
    @Operation(summary = "Exchange rates by pair and first day")
    ResponseEntity<Listing<ExchangeRateQuery.Row>> list(
            @RequestParam(required = false) @Nullable String base,
            @RequestParam(required = false) @Nullable String quote,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return reads.page(limit, atLeast, size -> query.list(base, quote, cursor, size));
    }
}
