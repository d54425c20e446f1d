package io.fairlead.party;

import io.fairlead.shared.BillingMethods;
import io.fairlead.shared.Check;
import io.fairlead.shared.TaxCategories;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Register a buyer.
 *
 * @param customerId its code
 * @param name registered name
 * @param country ISO 3166-1 alpha-2
 * @param currency usual currency, ISO 4217
 * @param taxId null when it has none
 * @param taxCategory UNCL5305; null means not settled
 * @param address for invoices
 * @param legalEntityId who usually contracts with it; null means not settled
 * @param billingMethod for deals that name none; null means none
 * @param poRequired whether it pays only with a purchase order
 * @param buyerReference printed on invoices; null means none
 * @param paymentTermsDays 0..365
 * @param aliases outside names, for example CRM accounts
 * @param endpoint electronic address; null when it follows from the tax identifier
 * @param registration in the register of companies; null when not told
 * @param language of its documents: en, de or fr; null means en
 */
public record RegisterCustomer(
        @TargetAggregateIdentifier CustomerId customerId,
        String name,
        String country,
        String currency,
        @Nullable String taxId,
        @Nullable String taxCategory,
        Address address,
        @Nullable LegalEntityId legalEntityId,
        @Nullable String billingMethod,
        boolean poRequired,
        @Nullable String buyerReference,
        int paymentTermsDays,
        List<String> aliases,
        @Nullable SchemedId endpoint,
        @Nullable SchemedId registration,
        @Nullable String language) {

    public RegisterCustomer {
        Check.text("name", name, 200);
        Check.country("country", country);
        Check.currency("currency", currency);
        Check.textOrNull("taxId", taxId, 40);
        if (taxCategory != null) {
            Check.oneOf("taxCategory", taxCategory, TaxCategories.ALL);
        }
        if (billingMethod != null) {
            Check.oneOf("billingMethod", billingMethod, BillingMethods.OF_DEALS);
        }
        Check.textOrNull("buyerReference", buyerReference, 100);
        Check.range("paymentTermsDays", paymentTermsDays, 0, 365);
        var _ = DocumentLanguage.of(language);
        aliases = List.copyOf(aliases);
    }
}
