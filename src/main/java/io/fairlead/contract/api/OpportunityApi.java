package io.fairlead.contract.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.BatchAnswer;
import io.fairlead.app.web.Batches;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.CommandResponder.Draft;
import io.fairlead.contract.DealId;
import io.fairlead.contract.RateCardId;
import io.fairlead.contract.ReceiveOpportunity;
import io.fairlead.contract.RejectDeal;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.NameUuid;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deals that a CRM reports as won. */
@RestController
@RequestMapping("/v1")
@Tag(name = "Deals")
public class OpportunityApi {

    private final CommandResponder desk;
    private final Batches batches;

    OpportunityApi(CommandResponder desk, Batches batches) {
        this.desk = desk;
        this.batches = batches;
    }

    /** One product of a deal. */
    public record WonLine(
            @NotNull String description,

            @Schema(type = "string", example = "10") @Nullable
            BigDecimal quantity,

            @Schema(type = "string", example = "133.33") @Nullable
            BigDecimal unitPrice,

            @NotNull @Schema(description = "price of all", type = "string", example = "1333.30")
            BigDecimal amount,

            @Nullable LocalDate serviceDate) {}

    /** A won deal; what it lacks comes from the customer's defaults or becomes an exception. */
    public record WonOpportunity(
            @Schema(description = "own key; made from source and sourceId when absent") @Nullable
            String id,

            @NotNull @Schema(description = "system it comes from", example = "salesforce")
            String source,

            @NotNull @Schema(description = "identifier there", example = "0068d00000A1b2cAAB")
            String sourceId,

            @NotNull String name,

            @Schema(description = "the CRM's account, an alias of the customer") @Nullable
            String account,

            @Schema(description = "price agreed", type = "string", example = "50000.00") @Nullable
            BigDecimal amount,

            @Schema(description = "ISO 4217", example = "EUR") @Nullable
            String currency,

            @NotNull @Schema(description = "day it was won") LocalDate closeDate,

            @Schema(description = "seller", example = "de") @Nullable
            String legalEntity,

            @Schema(description = "TIME_AND_MATERIALS or MILESTONE") @Nullable
            String billingMethod,

            @Nullable String poNumber,

            @Schema(description = "UNCL5305") @Nullable String taxCategory,

            @Schema(description = "card to price with") @Nullable
            String rateCard,

            @Schema(description = "one line of the whole amount when absent") @Nullable
            List<@NotNull @Valid WonLine> lines) {}

    /** Many won deals. */
    public record WonOpportunities(
            @NotNull @Schema(description = "1 to 5000") List<@NotNull @Valid WonOpportunity> items) {}

    /** Why not. */
    public record Reason(@NotNull String reason) {}

    @PostMapping("/opportunities")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Take in a deal that the CRM reports as won")
    ResponseEntity<Accepted> receive(Call call, @Valid @RequestBody WonOpportunity body) {
        var command = command(body);
        return desk.create(call, "/v1/deals/" + command.dealId(), command.dealId(), command);
    }

    @PostMapping("/opportunities/batch")
    @Operation(summary = "Take in many won deals; each is refused on its own")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = WonOpportunities.class)))
    ResponseEntity<BatchAnswer> receiveAll(Call call, @Valid @RequestBody Batches.Items body) {
        return desk.acceptAll(call, body.items(), (item, _) -> {
            var command = command(batches.read(item, WonOpportunity.class));
            return new Draft(command.dealId().value(), command);
        });
    }

    @PostMapping("/deals/{id}/rejection")
    @Operation(summary = "Say that a deal will never become a contract")
    ResponseEntity<Accepted> reject(Call call, @PathVariable String id, @Valid @RequestBody Reason body) {
        var deal = DealId.of(id);
        return desk.accept(call, deal, new RejectDeal(deal, body.reason()));
    }

    private static ReceiveOpportunity command(WonOpportunity body) {
        var key = body.id() != null
                ? body.id()
                : NameUuid.of(DealId.KIND, body.source(), body.sourceId()).toString();
        return new ReceiveOpportunity(
                DealId.of(key),
                body.source(),
                body.sourceId(),
                body.name(),
                body.account(),
                body.amount(),
                body.currency(),
                body.closeDate(),
                body.legalEntity() == null ? null : LegalEntityId.of(body.legalEntity()),
                body.billingMethod(),
                body.poNumber(),
                body.taxCategory(),
                body.rateCard() == null ? null : RateCardId.of(body.rateCard()),
                body.lines() == null
                        ? List.of()
                        : body.lines().stream()
                                .map(line -> new ReceiveOpportunity.Line(
                                        line.description(),
                                        line.quantity(),
                                        line.unitPrice(),
                                        line.amount(),
                                        line.serviceDate()))
                                .toList());
    }
}
