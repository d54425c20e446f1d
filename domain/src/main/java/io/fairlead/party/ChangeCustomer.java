package io.fairlead.party;

import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import io.fairlead.shared.TaxCategories;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Tell what is different of a customer from a day on. What is null was not told and stays.
 *
 * @param customerId its code
 * @param from first day that it holds for, until the same is told for a later day
 * @param name registered name
 * @param address what of the address is different; null means nothing
 * @param terms what of the usual terms is different; null means nothing
 * @param tax what of the tax profile is different; null means nothing
 * @param endpoint electronic address
 * @param registration in the register of companies
 * @param aliasesAdded outside names that it has besides
 * @param aliasesRemoved outside names that it has no longer
 */
public record ChangeCustomer(
        @TargetAggregateIdentifier CustomerId customerId,
        @Foreseen LocalDate from,
        @Nullable String name,
        @Nullable NewAddress address,
        @Nullable NewTerms terms,
        @Nullable NewTax tax,
        @Nullable SchemedId endpoint,
        @Nullable SchemedId registration,
        List<String> aliasesAdded,
        List<String> aliasesRemoved) {

    /** Said of a text that is to be none: what is null stays. */
    public static final String NONE = "";

    private static final int ALIASES_MAX = 100;

    public ChangeCustomer {
        Check.day("from", from);
        Check.textOrNull("name", name, 200);
        Check.range("aliasesAdded", aliasesAdded.size(), 0, ALIASES_MAX);
        Check.range("aliasesRemoved", aliasesRemoved.size(), 0, ALIASES_MAX);
        aliasesAdded.forEach(alias -> Check.text("aliasesAdded", alias, 200));
        aliasesRemoved.forEach(alias -> Check.text("aliasesRemoved", alias, 200));
        aliasesAdded = List.copyOf(aliasesAdded);
        aliasesRemoved = List.copyOf(aliasesRemoved);
    }

    /**
     * What of an address is different; what is null stays.
     *
     * @param country ISO 3166-1 alpha-2
     */
    public record NewAddress(
            @Nullable String street,
            @Nullable String city,
            @Nullable String postalCode,
            @Nullable String country) {

        public NewAddress {
            Check.textOrNull("address.street", street, 200);
            Check.textOrNull("address.city", city, 100);
            Check.textOrNull("address.postalCode", postalCode, 20);
            if (country != null) {
                Check.country("address.country", country);
            }
        }
    }

    /**
     * What of the terms of contracts that say nothing is different; what is null stays.
     *
     * @param paymentTermsDays 0..365
     * @param buyerReference {@link #NONE} when there is none any more
     * @param language of its documents, whichever contract they are for: en, de or fr
     */
    public record NewTerms(
            @Nullable Integer paymentTermsDays,
            @Nullable Boolean poRequired,
            @Nullable String buyerReference,
            @Nullable String language) {

        public NewTerms {
            var _ = DocumentLanguage.of(language);
            if (paymentTermsDays != null) {
                Check.range("paymentTermsDays", paymentTermsDays, 0, 365);
            }
            if (buyerReference != null && !buyerReference.equals(NONE)) {
                Check.text("buyerReference", buyerReference, 100);
            }
        }
    }

    /**
     * What of the tax profile is different; what is null stays.
     *
     * @param taxId {@link #NONE} when there is none any more
     * @param taxCategory UNCL5305
     */
    public record NewTax(@Nullable String taxId, @Nullable String taxCategory) {

        public NewTax {
            if (taxId != null && !taxId.equals(NONE)) {
                Check.text("taxId", taxId, 40);
            }
            if (taxCategory != null) {
                Check.oneOf("taxCategory", taxCategory, TaxCategories.ALL);
            }
        }
    }
}
