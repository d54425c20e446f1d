package io.fairlead.party.api;

import io.fairlead.party.Address;
import io.fairlead.party.BankAccount;
import io.fairlead.party.Contact;
import io.fairlead.party.SellerDetails;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** What a company's invoices print besides name and tax identifier, as people send it. */
public record NewSellerDetails(
        @Valid @Nullable NewAddress address,

        @Schema(description = "account that buyers pay to", example = "DE02120300000000202051") @Nullable
        String iban,

        @Schema(description = "of the account", example = "BYLADEM1001") @Nullable
        String bic,

        @Schema(description = "electronic address; follows from the tax identifier when absent") @Valid @Nullable
        NewSchemedId endpoint,

        @Schema(description = "entry in the register of companies") @Valid @Nullable
        NewSchemedId registration,

        @Schema(description = "whom buyers ask") @Valid @Nullable
        NewContact contact) {

    /** Whom buyers ask. */
    public record NewContact(
            @NotNull @Schema(example = "Accounts receivable")
            String name,

            @NotNull @Schema(example = "+49 40 1234567") String phone,

            @NotNull @Schema(example = "billing@example.com")
            String email) {}

    SellerDetails details() {
        return new SellerDetails(
                address == null ? null : new Address(address.street(), address.city(), address.postalCode()),
                iban == null ? null : new BankAccount(iban, bic),
                NewSchemedId.orNull(endpoint),
                NewSchemedId.orNull(registration),
                contact == null ? null : new Contact(contact.name(), contact.phone(), contact.email()));
    }
}
