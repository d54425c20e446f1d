package io.fairlead.party.api;

import io.fairlead.party.Address;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** Where invoices go to or come from, as people send it. */
public record NewAddress(
        @NotNull @Schema(example = "Hafenstr. 1") String street,
        @NotNull @Schema(example = "Hamburg") String city,
        @NotNull @Schema(example = "20457") String postalCode) {

    Address address() {
        return new Address(street, city, postalCode);
    }
}
