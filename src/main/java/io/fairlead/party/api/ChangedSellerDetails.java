package io.fairlead.party.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.party.SellerDetails;
import io.fairlead.party.api.NewSellerDetails.NewContact;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/**
 * What a company's invoices print besides name and tax identifier, in place of what they print now: each is asked for, so that
 * nothing is taken away by whoever only wants to change another.
 */
public record ChangedSellerDetails(
        @JsonProperty(required = true) @Schema(description = "null for none") @Valid @Nullable
        NewAddress address,

        @JsonProperty(required = true)
        @Schema(description = "account that buyers pay to; null for none", example = "DE02120300000000202051")
        @Nullable
        String iban,

        @Schema(description = "of the account", example = "BYLADEM1001") @Nullable
        String bic,

        @JsonProperty(required = true)
        @Schema(description = "electronic address; follows from the tax identifier when null")
        @Valid
        @Nullable
        NewSchemedId endpoint,

        @JsonProperty(required = true)
        @Schema(description = "entry in the register of companies; null for none")
        @Valid
        @Nullable
        NewSchemedId registration,

        @JsonProperty(required = true) @Schema(description = "whom buyers ask; null for nobody") @Valid @Nullable
        NewContact contact) {

    SellerDetails details() {
        return new NewSellerDetails(address, iban, bic, endpoint, registration, contact).details();
    }
}
