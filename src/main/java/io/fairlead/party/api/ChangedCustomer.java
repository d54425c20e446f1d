package io.fairlead.party.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.party.ChangeCustomer;
import io.fairlead.party.CustomerId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is different of a buyer from a day on; what is absent stays. */
public record ChangedCustomer(
        @NotNull
        @JsonProperty(required = true)
        @Schema(description = "first day that it holds for, until the same is told for a later one")
        LocalDate from,

        @Schema(description = "registered name", example = "Acme SE") @Nullable
        String name,

        @Schema(example = "Kai 2") @Nullable String street,
        @Schema(example = "Bremen") @Nullable String city,
        @Schema(example = "28195") @Nullable String postalCode,

        @Schema(description = "ISO 3166-1 alpha-2", example = "DE") @Nullable
        String country,

        @Schema(description = "0 to 365; for contracts signed from that day on that say nothing", example = "14")
        @Nullable
        Integer paymentTermsDays,

        @Schema(description = "for contracts signed from that day on that say nothing") @Nullable
        Boolean poRequired,

        @Schema(description = "for contracts signed from that day on that say nothing; empty for none any more")
        @Nullable
        String buyerReference,

        @Schema(description = "language of its documents: en, de or fr", example = "de") @Nullable
        String language,

        @Schema(description = "empty for none any more", example = "DE987654321") @Nullable
        String taxId,

        @Schema(description = "UNCL5305: S, Z, E, AE, G or O", example = "S") @Nullable
        String taxCategory,

        @Schema(description = "electronic address") @Valid @Nullable
        NewSchemedId endpoint,

        @Schema(description = "entry in the register of companies") @Valid @Nullable
        NewSchemedId registration,

        @Schema(description = "outside names that it has besides") @Nullable
        List<@NotNull String> aliasesAdded,

        @Schema(description = "outside names that it has no longer") @Nullable
        List<@NotNull String> aliasesRemoved) {

    ChangeCustomer of(CustomerId customer) {
        return new ChangeCustomer(
                customer,
                from,
                name,
                new ChangeCustomer.NewAddress(street, city, postalCode, country),
                new ChangeCustomer.NewTerms(paymentTermsDays, poRequired, buyerReference, language),
                new ChangeCustomer.NewTax(taxId, taxCategory),
                NewSchemedId.orNull(endpoint),
                NewSchemedId.orNull(registration),
                Objects.requireNonNullElse(aliasesAdded, List.of()),
                Objects.requireNonNullElse(aliasesRemoved, List.of()));
    }
}
