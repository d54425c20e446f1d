package io.fairlead.party.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.party.ChangeCustomerTaxProfile;
import io.fairlead.party.CustomerId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a buyer is taxed. */
@Schema(name = "TaxProfile")
public record ChangedTaxProfile(
        @JsonProperty(required = true) @Schema(description = "null when it has none", example = "DE987654321") @Nullable
        String taxId,

        @NotNull @Schema(description = "UNCL5305: S, Z, E, AE, G or O", example = "S")
        String taxCategory,

        @Schema(description = "first day of service that it holds for; from the beginning when absent") @Nullable
        LocalDate from) {

    ChangeCustomerTaxProfile of(CustomerId customer) {
        return new ChangeCustomerTaxProfile(customer, taxId, taxCategory, from);
    }
}
