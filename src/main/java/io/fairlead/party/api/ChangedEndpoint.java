package io.fairlead.party.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fairlead.party.ChangeCustomerEndpoint;
import io.fairlead.party.CustomerId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a buyer takes electronic invoices. */
@Schema(name = "Endpoint")
public record ChangedEndpoint(
        @JsonProperty(required = true)
        @Schema(description = "electronic address; follows from the tax identifier when null")
        @Valid
        @Nullable
        NewSchemedId endpoint,

        @JsonProperty(required = true)
        @Schema(description = "entry in the register of companies; null when it tells none")
        @Valid
        @Nullable
        NewSchemedId registration,

        @Schema(description = "first day of issue that it holds for; from the beginning when absent") @Nullable
        LocalDate from) {

    ChangeCustomerEndpoint of(CustomerId customer) {
        return new ChangeCustomerEndpoint(
                customer, NewSchemedId.orNull(endpoint), NewSchemedId.orNull(registration), from);
    }
}
