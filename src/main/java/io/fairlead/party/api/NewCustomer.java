package io.fairlead.party.api;

import io.fairlead.party.Address;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.party.RegisterCustomer;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        NewSchemedId registration,

        @Schema(description = "language of its documents: en, de or fr; en when absent", example = "de") @Nullable
        String language) {

    RegisterCustomer of(CustomerId id) {
        return new RegisterCustomer(
                id,
                name,
                country,
                currency,
                taxId,
                taxCategory,
                new Address(address.street(), address.city(), address.postalCode()),
                legalEntity == null ? null : LegalEntityId.of(legalEntity),
                billingMethod,
                Boolean.TRUE.equals(poRequired),
                buyerReference,
                paymentTermsDays == null ? 30 : paymentTermsDays,
                aliases == null ? List.of() : aliases,
                NewSchemedId.orNull(endpoint),
                NewSchemedId.orNull(registration),
                language);
    }
}
