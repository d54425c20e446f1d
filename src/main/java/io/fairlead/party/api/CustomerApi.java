package io.fairlead.party.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.party.RegisterCustomer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** Buyers. */
@RestController
@RequestMapping("/v1/customers")
@Tag(name = "Customers")
public class CustomerApi {

    private final CommandResponder desk;
    private final OutsideNames names;

    CustomerApi(CommandResponder desk, OutsideNames names) {
        this.desk = desk;
        this.names = names;
    }

    /** A buyer. */
    public record NewCustomer(
            @Schema(description = "own code; made when absent", example = "acme") @Nullable
            String id,

            @NotNull @Schema(example = "Acme AG") String name,

            @NotNull @Schema(description = "ISO 3166-1 alpha-2", example = "DE")
            String country,

            @NotNull @Schema(description = "usual currency, ISO 4217", example = "EUR")
            String currency,

            @Schema(example = "DE987654321") @Nullable String taxId,

            @Schema(description = "UNCL5305: S, Z, E, AE, G or O; not settled when absent", example = "S") @Nullable
            String taxCategory,

            @NotNull @Valid NewAddress address,

            @Schema(description = "who usually contracts with it", example = "de") @Nullable
            String legalEntity,

            @Schema(description = "TIME_AND_MATERIALS or MILESTONE, for deals that name none") @Nullable
            String billingMethod,

            @Schema(description = "pays only with a purchase order; false when absent") @Nullable
            Boolean poRequired,

            @Schema(description = "printed on invoices") @Nullable
            String buyerReference,

            @Schema(description = "0 to 365; 30 when absent", example = "30") @Nullable
            Integer paymentTermsDays,

            @Schema(description = "outside names, for example CRM accounts") @Nullable
            List<@NotNull String> aliases,

            @Schema(description = "electronic address; follows from the tax identifier when absent") @Valid @Nullable
            NewSchemedId endpoint,

            @Schema(description = "entry in the register of companies") @Valid @Nullable
            NewSchemedId registration) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register a buyer")
    ResponseEntity<Accepted> register(Call call, @Valid @RequestBody NewCustomer body) {
        var id = CustomerId.of(call.keyOr(body.id(), CustomerId.KIND));
        var command = new RegisterCustomer(
                id,
                body.name(),
                body.country(),
                body.currency(),
                body.taxId(),
                body.taxCategory(),
                body.address().address(),
                body.legalEntity() == null ? null : LegalEntityId.of(body.legalEntity()),
                body.billingMethod(),
                Boolean.TRUE.equals(body.poRequired()),
                body.buyerReference(),
                body.paymentTermsDays() == null ? 30 : body.paymentTermsDays(),
                body.aliases() == null ? List.of() : body.aliases(),
                NewSchemedId.orNull(body.endpoint()),
                NewSchemedId.orNull(body.registration()));
        return names.taken(command, () -> desk.create(call, "/v1/customers/" + id, id, command));
    }

    @PostMapping("/{id}/tax-profile")
    @Operation(summary = "Settle or change how a buyer is taxed")
    ResponseEntity<Accepted> tax(Call call, @PathVariable String id, @Valid @RequestBody ChangedTaxProfile body) {
        var customer = CustomerId.of(id);
        return desk.accept(call, customer, body.of(customer));
    }

    @PostMapping("/{id}/endpoint")
    @Operation(summary = "Set where a buyer takes electronic invoices, and its entry in a register")
    ResponseEntity<Accepted> endpoint(Call call, @PathVariable String id, @Valid @RequestBody ChangedEndpoint body) {
        var customer = CustomerId.of(id);
        return desk.accept(call, customer, body.of(customer));
    }
}
