package io.fairlead.resource.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.party.LegalEntityId;
import io.fairlead.resource.SetTransferRate;
import io.fairlead.resource.TransferRatesId;
import io.fairlead.resource.view.LabourRateQuery;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What companies pay one another for people that they lend. */
@RestController
@RequestMapping("/v1/legal-entities/{id}/transfer-rates")
@Tag(name = "Companies")
public class TransferRateApi {

    private final CommandResponder desk;
    private final Reads reads;
    private final LabourRateQuery query;

    TransferRateApi(CommandResponder desk, Reads reads, LabourRateQuery query) {
        this.desk = desk;
        this.reads = reads;
        this.query = query;
    }

    /** A rate from a day on. */
    public record NewTransferRate(
            @Schema(description = "row, unique within the employer; made when absent") @Nullable
            String id,

            @NotNull @Schema(description = "company that borrows and pays", example = "us")
            String seller,

            @Schema(description = "usual role of the person; every role without a row of its own when absent") @Nullable
            String role,

            @NotNull @Schema(description = "first day") LocalDate from,

            @Schema(description = "first day outside; open when absent") @Nullable
            LocalDate to,

            @NotNull @Schema(description = "per hour, at most 4 decimals", type = "string", example = "70.00")
            BigDecimal rate,

            @NotNull @Schema(description = "ISO 4217", example = "EUR")
            String currency,

            @NotNull @Schema(example = "master agreement") String reason) {}

    @PostMapping
    @Operation(summary = "Say what another company pays for an hour of a person that this one lends")
    ResponseEntity<Accepted> set(Call call, @PathVariable String id, @Valid @RequestBody NewTransferRate body) {
        var employer = LegalEntityId.of(id);
        var rates = TransferRatesId.of(StreamKey.keyOf(employer.value()));
        return desk.accept(
                call,
                rates,
                new SetTransferRate(
                        rates,
                        call.keyOr(body.id(), "transfer-rate"),
                        employer,
                        LegalEntityId.of(body.seller()),
                        body.role(),
                        body.from(),
                        body.to(),
                        body.rate(),
                        body.currency(),
                        body.reason()));
    }

    @GetMapping
    @Operation(summary = "What other companies pay for an hour of people that this one lends, by row")
    ResponseEntity<Listing<LabourRateQuery.TransferRate>> list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var employer = LegalEntityId.of(id).value();
        return reads.pageOf(employer, limit, atLeast, size -> query.transferRates(employer, cursor, size));
    }
}
