package io.fairlead.billing.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.billing.tax.SetTaxRate;
import io.fairlead.billing.tax.TaxRatesId;
import io.fairlead.billing.view.TaxRateQuery;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.StreamKey;
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

/** Dated tax rates of companies. */
@RestController
@RequestMapping("/v1/tax-rates")
@Tag(name = "Tax rates")
public class TaxRateApi {

    private final CommandResponder desk;
    private final Reads reads;
    private final TaxRateQuery query;

    TaxRateApi(CommandResponder desk, Reads reads, TaxRateQuery query) {
        this.desk = desk;
        this.reads = reads;
        this.query = query;
    }

    /** A rate for a period. */
    public record NewTaxRate(
            @NotNull @Schema(example = "de") String legalEntity,

            @NotNull @Schema(description = "UNCL5305: S, Z, E, AE, G or O", example = "S")
            String category,

            @NotNull @Schema(description = "part of the net, 0 to 1", type = "string", example = "0.19")
            BigDecimal rate,

            @NotNull @Schema(description = "first day") LocalDate from,

            @Schema(description = "first day outside; open when absent") @Nullable
            LocalDate to,

            @NotNull
            @Schema(
                    description = "law or notice; printed as reason where the category needs one",
                    example = "UStG 12(1)")
            String source,

            @Schema(description = "name of the tax where a line bears several", example = "PST") @Nullable
            String code,

            @Schema(description = "where that tax is levied, ISO 3166; lines then ask for PST@CA-BC", example = "CA-BC")
            @Nullable
            String region) {}

    @PostMapping
    @Operation(summary = "Set a tax rate for a period")
    ResponseEntity<Accepted> set(Call call, @Valid @RequestBody NewTaxRate body) {
        var entity = LegalEntityId.of(body.legalEntity());
        var id = TaxRatesId.of(StreamKey.keyOf(entity.value()));
        return desk.accept(
                call,
                id,
                new SetTaxRate(
                        id,
                        entity,
                        body.category(),
                        body.rate(),
                        body.from(),
                        body.to(),
                        body.source(),
                        body.code(),
                        body.region()));
    }

    @GetMapping
    @Operation(summary = "Tax rates by company, code and first day")
    ResponseEntity<Listing<TaxRateQuery.TaxRate>> list(
            @RequestParam(required = false) @Nullable String legalEntity,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var entity = legalEntity == null ? null : LegalEntityId.of(legalEntity).value();
        return reads.page(limit, atLeast, size -> query.list(entity, cursor, size));
    }
}
