package io.fairlead.party.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.contract.RateCardId;
import io.fairlead.party.ChangeSellerDetails;
import io.fairlead.party.ChangeWorkPolicies;
import io.fairlead.party.LegalEntityId;
import io.fairlead.party.RegisterLegalEntity;
import io.fairlead.resource.HolidayCalendarId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Companies of the firm. */
@RestController
@RequestMapping("/v1/legal-entities")
@Tag(name = "Legal entities")
public class LegalEntityApi {

    private final CommandResponder desk;

    LegalEntityApi(CommandResponder desk) {
        this.desk = desk;
    }

    /** A company of the firm. */
    public record NewLegalEntity(
            @Schema(description = "own code; made when absent", example = "de") @Nullable
            String id,

            @NotNull @Schema(example = "Fairlead GmbH") String name,

            @NotNull @Schema(description = "ISO 3166-1 alpha-2", example = "DE")
            String country,

            @NotNull @Schema(description = "book currency, ISO 4217", example = "EUR")
            String currency,

            @NotNull @Schema(example = "DE123456789") String sellerTaxId,

            @NotNull @Schema(description = "IANA name", example = "Europe/Berlin")
            String zone,

            @NotNull @Schema(description = "prefix of invoice numbers, 1 to 10 characters", example = "DE")
            String invoiceSeries,

            @NotNull @Schema(description = "card asked last", example = "standard-de")
            String standardRateCard,

            @Schema(description = "days off; none when absent", example = "de") @Nullable
            String holidayCalendar,

            @Schema(description = "what its invoices print besides") @Valid @Nullable
            NewSellerDetails details) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register a company of the firm")
    ResponseEntity<Accepted> register(Call call, @Valid @RequestBody NewLegalEntity body) {
        var id = LegalEntityId.of(call.keyOr(body.id(), LegalEntityId.KIND));
        return desk.create(
                call,
                "/v1/legal-entities/" + id,
                id,
                new RegisterLegalEntity(
                        id,
                        body.name(),
                        body.country(),
                        body.currency(),
                        body.sellerTaxId(),
                        body.zone(),
                        body.invoiceSeries(),
                        RateCardId.of(body.standardRateCard()),
                        body.holidayCalendar() == null ? null : HolidayCalendarId.of(body.holidayCalendar()),
                        body.details() == null ? null : body.details().details()));
    }

    @PostMapping("/{id}/work-policies")
    @Operation(summary = "Decide what becomes of overlapping work, and whether who worked approves the invoice (B-02)")
    ResponseEntity<Accepted> workPolicies(
            Call call, @PathVariable String id, @Valid @RequestBody ChangedWorkPolicies body) {
        var entity = LegalEntityId.of(id);
        return desk.accept(call, entity, new ChangeWorkPolicies(entity, body.policies(), body.reason(), call.actor()));
    }

    @PostMapping("/{id}/details")
    @Operation(summary = "Set what a company's invoices print: address, account, electronic address, contact")
    ResponseEntity<Accepted> details(
            Call call, @PathVariable String id, @Valid @RequestBody ChangedSellerDetails body) {
        var entity = LegalEntityId.of(id);
        return desk.accept(call, entity, new ChangeSellerDetails(entity, body.details()));
    }
}
